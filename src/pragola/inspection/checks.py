"""The documented table of all checks. A change of what a check finds raises its version."""

from dataclasses import dataclass
from hashlib import sha256

from pragola.inspection.findings import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check: what it looks at and how strongly it may speak.

    `most` is the strongest severity its findings may have: BLOCKS only where its precision on
    the held-out part of the corpus is 0.95 or better, else DOUBTFUL.
    """

    name: str
    version: int
    looks_at: str
    most: Severity


_TABLE = (
    Check(
        name="confinement",
        version=1,
        looks_at="Whether inspection ends within its limits of time and memory.",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="format",
        version=2,
        looks_at="What the content is, and whether the edition takes it as proof of the part.",
        most=Severity.BLOCKS,
    ),
    Check(
        name="document_state",
        version=2,
        looks_at="Whether a PDF opens without a password, is whole, has pages, and can be read.",
        most=Severity.BLOCKS,
    ),
    Check(
        name="pages",
        version=2,
        looks_at="Page by page: blank, turned, damaged, without readable text (OCR confidence).",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="scan_quality",
        version=1,
        looks_at="Contrast, sharpness and resolution of pages whose text could not be read well.",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="counts",
        version=2,
        looks_at="The count a level depends on: people, agencies, days, percent; a suggestion.",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="codes",
        version=1,
        looks_at="What QR codes say; nothing is fetched, and a code is no signature.",
        most=Severity.INFO,
    ),
    Check(
        name="document_kind",
        version=2,
        looks_at="What a paper is, by the documented table of features.",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="document_letter",
        version=2,
        looks_at="Number, day, subject and the office that signed, each with its page.",
        most=Severity.INFO,
    ),
    Check(
        name="document_level",
        version=2,
        looks_at="Whether the kind of a paper is asked for and carries the claimed level.",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="document_date",
        version=2,
        looks_at="Whether a paper's day, or the year it is for, lies in the window of its kind.",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="document_name",
        version=2,
        looks_at="Whether the innovation's name or abbreviation stands in a paper, on which page.",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="signatures",
        version=2,
        looks_at="Electronic signatures: whether the content is as it was signed, and who signed.",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="picture_state",
        version=2,
        looks_at="Whether a picture opens whole, and holds no other file.",
        most=Severity.BLOCKS,
    ),
    Check(
        name="picture_quality",
        version=2,
        looks_at="Whether a picture shows anything; its size, sharpness and light.",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="picture_origin",
        version=1,
        looks_at="Photograph or screenshot, by camera, flat colour, size of a screen and format.",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="picture_metadata",
        version=1,
        looks_at="Day and place that the camera wrote, and the day against the printed window.",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="picture_text",
        version=2,
        looks_at="Whether the innovation's name can be read in a picture, as on a banner.",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="likeness",
        version=3,
        looks_at="Whether a proof is nearly that of another innovation, by the table of sharing.",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="video_state",
        version=1,
        looks_at="Whether a video opens, is whole, tells its true length, and plays in browsers.",
        most=Severity.BLOCKS,
    ),
    Check(
        name="video_length",
        version=3,
        looks_at="The length by the packets against the edition's most minutes.",
        most=Severity.BLOCKS,
    ),
    Check(
        name="video_picture",
        version=1,
        looks_at="Whether the picture of a video is large enough to read what is written in it.",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="video_sound",
        version=1,
        looks_at="Whether a video has sound, and its loudest second is more than silence.",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="video_stretches",
        version=1,
        looks_at="Stretches of a video that are black, or in which nothing moves.",
        most=Severity.DOUBTFUL,
    ),
    Check(
        name="video_link",
        version=1,
        looks_at="Whether an address has the form of one video where the edition wants it.",
        most=Severity.DOUBTFUL,
    ),
)

CHECKS = {check.name: check for check in _TABLE}


def checks_version() -> str:
    """One short text that changes whenever a check does; findings are kept with it."""
    told = ",".join(f"{check.name}:{check.version}" for check in _TABLE)
    return sha256(told.encode()).hexdigest()[:12]
