"""The one way from raw answers to `Answers`: every fault is found, whatever the file's form."""

import re
from collections.abc import Callable, Collection
from decimal import Decimal

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers, Claim, Innovation, Region, Status
from pragola.scoring.edition import Edition
from pragola.scoring.faults import PragolaError
from pragola.workbook.claims import claims_of, verdicts_of
from pragola.workbook.profiles import PROFILE_KEYS, affairs_of, profile_of
from pragola.workbook.raw import Json, Path, Raw, Report, show_path
from pragola.workbook.suggestions import nearest

ANSWER_KEYS = ("edition", "region", "spd", "spd_subtotal", "innovations")
REGION_KEYS = ("code", "name")
INNOVATION_KEYS = ("id", "title", "affairs", "status", "claims", "verdicts", *PROFILE_KEYS)

_REGION_CODE = re.compile(r"[1-9]\d(?:\.\d{2})?", re.ASCII)
_LONGEST_ID = 100
_UNNAMED = Region("", "")


class AnswersFaultyError(PragolaError):
    """Answers with faults; carries all of them."""


def answers_from(raw: Json, *, place_of: Callable[[Path], str] = show_path) -> Answers:
    """The checked answers. Raises AnswersFaultyError with every fault and its place."""
    report = Report(place_of)
    answers = check_answers(raw, report)
    if answers is None or report.faults:
        raise AnswersFaultyError(*report.faults)
    return answers


def check_answers(raw: Json, report: Report) -> Answers | None:
    """The answers as far as they can be read, None without an edition; faults are reported."""
    root = Raw(raw, (), report)
    if not _is_mapping(root, ANSWER_KEYS):
        return None
    edition = edition_of(root.entry("edition"))
    region = _region(root.entry("region"))
    if edition is None:
        return None
    return Answers(
        edition=edition.code,
        region=region or _UNNAMED,
        spd=_spd(root.entry("spd"), edition),
        spd_subtotal=_subtotal(root.entry("spd_subtotal"), edition),
        innovations=_innovations(root.entry("innovations"), edition),
    )


def _is_mapping(raw: Raw, known: Collection[str]) -> bool:
    """Whether it is one; if not, or where it has unknown keys, that is reported."""
    if raw.value is None:
        raw.refuse("mapping_expected")
    raw.entries(known)
    return isinstance(raw.value, dict)


def edition_of(raw: Raw) -> Edition | None:
    """The edition that is named here."""
    code = _required_text(raw, "edition_missing")
    if code is None:
        return None
    try:
        return load_edition(code)
    except PragolaError as error:
        for fault in error.faults:
            raw.report.add(raw.path, fault)
        return None


def _region(raw: Raw) -> Region | None:
    if raw.value is None:
        raw.refuse("region_missing")
        return None
    raw.entries(REGION_KEYS)
    if not isinstance(raw.value, dict):
        return None
    code = _required_text(raw.entry("code"), "region_code_missing")
    name = _required_text(raw.entry("name"), "region_name_missing")
    if code is not None and not _REGION_CODE.fullmatch(code):
        raw.entry("code").refuse("region_code_wrong")
        return None
    return Region(code, name) if code and name else None


def _spd(raw: Raw, edition: Edition) -> dict[str, Claim]:
    if edition.spd_indicators:
        return claims_of(raw, {i.code: i for i in edition.spd_indicators})
    if raw.value is not None:
        raw.refuse("spd_not_expected", expected="spd_subtotal", edition=edition.code)
    return {}


def _subtotal(raw: Raw, edition: Edition) -> Decimal | None:
    if raw.is_empty:
        return None
    if edition.spd_indicators:
        raw.refuse("subtotal_not_expected", expected="spd", edition=edition.code)
        return None
    value = raw.decimal()
    highest = edition.maxima.spd.value
    if value is not None and not 0 <= value <= highest:
        raw.refuse("subtotal_out_of_range", expected=f"0–{highest}")
        return None
    return value


def _innovations(raw: Raw, edition: Edition) -> tuple[Innovation, ...]:
    sid = {i.code: i for i in edition.sid_indicators}
    first_with: dict[str, Raw] = {}
    innovations = []
    for item in raw.items():
        if not _is_mapping(item, INNOVATION_KEYS):
            continue
        innovation_id = _id(item, first_with)
        innovations.append(
            Innovation(
                id=innovation_id or "",
                title=item.entry("title").text() or "",
                affairs=affairs_of(item.entry("affairs"), edition),
                status=_status(item.entry("status")),
                claims=claims_of(item.entry("claims"), sid),
                verdicts=verdicts_of(item.entry("verdicts"), sid),
                profile=profile_of(item, edition),
            )
        )
    return tuple(innovations)


def _id(item: Raw, first_with: dict[str, Raw]) -> str | None:
    raw = item.entry("id")
    code = _required_text(raw, "id_missing", longest=_LONGEST_ID)
    if code is None:
        return None
    first = first_with.setdefault(code, raw)
    if first is not raw:
        raw.refuse("id_twice", first=raw.report.place_of(first.path))
    return code


def _status(raw: Raw) -> Status:
    text = raw.text()
    if text is None:
        return Status.ACCEPTED
    names = tuple(status.value for status in Status)
    if text in names:
        return Status(text)
    raw.refuse("status_unknown", expected=", ".join(names), nearest=nearest(text, names))
    return Status.ACCEPTED


def _required_text(raw: Raw, missing: str, *, longest: int = 500) -> str | None:
    faults_before = len(raw.report.faults)
    text = raw.text(longest=longest)
    if text is None and len(raw.report.faults) == faults_before and not raw.is_reported:
        raw.refuse(missing)
    return text
