"""A link that is to lead to a video, by its address alone. Nothing is fetched."""

import re
from collections.abc import Mapping
from urllib.parse import SplitResult, parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

from pragola.inspection.findings import Finding, Severity
from pragola.scoring.edition import Edition
from pragola.scoring.faults import Facts

YOUTUBE, DRIVE = "YouTube", "Google Drive"
_SERVICES = {
    "youtube.com": YOUTUBE,
    "youtu.be": YOUTUBE,
    "youtube-nocookie.com": YOUTUBE,
    "studio.youtube.com": YOUTUBE,
    "drive.google.com": DRIVE,
    "docs.google.com": DRIVE,
}
_SCHEMES = ("http", "https")
_VIDEO_ID = re.compile(r"[\w-]{11}", re.ASCII)
_FILE_ID = re.compile(r"[\w-]{19,}", re.ASCII)
"""Drive's have 19 letters in its first years and 33 today."""
_OWN_VIDEO = ("shorts", "embed", "live", "v", "e")
_CHANNELS = ("channel", "c", "user")
_OWN_ROOMS = ("my-drive", "shared-with-me", "recent", "starred", "home", "search")
_ACCOUNT = re.compile(r"/u/\d+(?=/|$)")

type Query = Mapping[str, list[str]]


def service_of(address: str) -> str:
    """The name under which people know the place of an address: `YouTube`, or its host."""
    host = _host(address)
    return _SERVICES.get(host, host)


def look_at_link(address: str, edition: Edition) -> tuple[Finding, ...]:
    """Whether the address has the form of one video, at a place that the edition names."""
    split = _split(address)
    if split is None:
        return (_finding("video_link_malformed", Severity.DOUBTFUL),)
    service, wanted = service_of(address), edition.video.links.value
    if service not in wanted:
        facts = (("service", service), ("wanted", ", ".join(wanted)))
        return (_finding("video_link_elsewhere", Severity.DOUBTFUL, facts), _not_inspected(service))
    code = _code(service, split)
    severity = Severity.GOOD if code == "video_link_form_fits" else Severity.DOUBTFUL
    found = _finding(code, severity, (("service", service),))
    return (found, _not_inspected(service)) if severity is Severity.GOOD else (found,)


def address_at(address: str, second: int) -> str:
    """The address that opens a video at that second; empty where its service has no such thing."""
    split = _split(address)
    if split is None or service_of(address) != YOUTUBE:
        return ""
    asked = [pair for pair in parse_qsl(split.query) if pair[0] not in ("t", "start")]
    return urlunsplit(split._replace(query=urlencode([*asked, ("t", second)]), fragment=""))


def _split(address: str) -> SplitResult | None:
    try:
        split = urlsplit(address.strip())
        has_host = bool(split.hostname and "." in split.hostname)
    except ValueError:
        return None
    has_space = any(sign.isspace() for sign in address.strip())
    return split if split.scheme in _SCHEMES and has_host and not has_space else None


def _host(address: str) -> str:
    try:
        host = (urlsplit(address.strip()).hostname or "").lower().removesuffix(".")
    except ValueError:
        return ""
    for prefix in ("www.", "m."):
        host = host.removeprefix(prefix)
    return host


def _code(service: str, split: SplitResult) -> str:
    parts = [part for part in _ACCOUNT.sub("", split.path).split("/") if part]
    query = parse_qs(split.query)
    if service == YOUTUBE:
        return _youtube(_host(split.geturl()), parts, query)
    return _drive(parts, query) if service == DRIVE else "video_link_form_fits"


def _youtube(host: str, parts: list[str], query: Query) -> str:
    first = parts[0] if parts else ""
    if host == "studio.youtube.com":
        return "video_link_private"
    if host == "youtu.be":
        return _by_id(_VIDEO_ID, first)
    if first == "watch":
        return _by_id(_VIDEO_ID, _first(query, "v") or "".join(parts[1:2]))
    if first in _OWN_VIDEO and parts[1:2] != ["videoseries"]:
        return _by_id(_VIDEO_ID, "".join(parts[1:2]))
    if first in ("playlist", *_OWN_VIDEO):
        return "video_link_playlist"
    if first in _CHANNELS or first.startswith("@"):
        return "video_link_channel"
    return "video_link_search" if first == "results" else "video_link_no_video"


def _drive(parts: list[str], query: Query) -> str:
    if parts[:2] == ["file", "d"]:
        return _by_id(_FILE_ID, "".join(parts[2:3]))
    if parts[:1] in (["open"], ["uc"]):
        return _by_id(_FILE_ID, _first(query, "id"))
    if "folders" in parts or "folderview" in parts:
        return "video_link_folder"
    if parts[:1] == ["drive"] and (len(parts) == 1 or parts[1] in _OWN_ROOMS):
        return "video_link_private"
    return "video_link_no_video"


def _by_id(form: re.Pattern[str], told: str) -> str:
    return "video_link_form_fits" if form.fullmatch(told) else "video_link_cut_off"


def _first(query: Query, name: str) -> str:
    return query.get(name, [""])[0]


def _not_inspected(service: str) -> Finding:
    """What an address cannot tell; at Drive, whether others may open it is what mostly fails."""
    code = "video_link_not_inspected_at_drive" if service == DRIVE else "video_link_not_inspected"
    return _finding(code, Severity.INFO, (("service", service),))


def _finding(code: str, severity: Severity, facts: Facts = ()) -> Finding:
    return Finding(code=code, severity=severity, check="video_link", facts=facts)
