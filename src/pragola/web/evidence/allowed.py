"""Which files a part of an entry takes, and how large they may be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pragola.inspection.formats import FileKind, Format, allowed_formats, format_by_name
from pragola.rulebooks import edition_codes, load_edition
from pragola.scoring.edition import Edition

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limit:
    """The most megabytes for a kind of file, and whether the edition says so."""

    megabytes: int
    by_edition: bool

    @property
    def bytes(self) -> int:
        """The same in bytes."""
        return self.megabytes * MEGABYTE


@dataclass(frozen=True, slots=True)
class Allowed:
    """The formats a part takes, in the edition's order, and the limit of each kind among them."""

    formats: tuple[Format, ...]
    limits: Mapping[FileKind, Limit]

    @property
    def labels(self) -> str:
        """The formats as a person reads them: `PDF, JPEG, PNG`."""
        return ", ".join(each.label for each in self.formats)

    @property
    def accept(self) -> str:
        """The formats as a file field wants them."""
        names = [name for each in self.formats for name in (each.media_type, *each.endings)]
        return ",".join(names)

    def limit_of(self, file_name: str) -> Limit:
        """The limit for a file of that name, the largest where its ending tells nothing."""
        named = format_by_name(file_name)
        if named in self.formats:
            return self.limits[named.kind]
        return max(self.limits.values(), key=lambda limit: limit.megabytes)


def allowed_for(edition: Edition, part: str, site: Mapping[FileKind, int]) -> Allowed | None:
    """What that part of an entry takes; None where the edition has no such part.

    `site` holds the most megabytes by kind, for what the edition does not limit.
    """
    formats = allowed_formats(edition, part)
    limits = {each.kind: _limit(edition, each.kind, site) for each in formats}
    return Allowed(formats, limits) if formats else None


def largest_of_all(site: Iterable[int]) -> int:
    """The most bytes of a file that is taken anywhere; `site` are its limits in megabytes."""
    videos = [load_edition(code).video.max_megabytes for code in edition_codes()]
    stated = [limit.value for limit in videos if limit]
    return max(*site, *stated) * MEGABYTE


def _limit(edition: Edition, kind: FileKind, site: Mapping[FileKind, int]) -> Limit:
    stated = edition.video.max_megabytes if kind is FileKind.VIDEO else None
    return Limit(stated.value, by_edition=True) if stated else Limit(site[kind], by_edition=False)
