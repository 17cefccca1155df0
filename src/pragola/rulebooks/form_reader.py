"""What an innovation must be and bring: eligibility, video, profile form."""

import re

from pragola.rulebooks.desk import Desk
from pragola.rulebooks.fields import (
    Fields,
    Reader,
    choice_of,
    day,
    distinct_list_of,
    flag,
    list_of,
    matching,
    text,
    whole_between,
)
from pragola.rulebooks.indicator_reader import formats
from pragola.rulebooks.nodes import Node
from pragola.rulebooks.provenance import provenance_in, sourced
from pragola.scoring.edition import (
    DateWindow,
    Eligibility,
    FieldKind,
    ProfileField,
    Provenance,
    VideoRule,
)

_ID = re.compile(r"[a-z][a-z0-9_]*")
_MOST_WORDS = 100_000
_MOST_TIMES = 99
_MOST_MINUTES = 999
_MOST_MEGABYTES = 99_999
_CHOOSING = (FieldKind.CHOICE, FieldKind.CHOICES)


def read_eligibility(node: Node, desk: Desk) -> Eligibility:
    """When an innovation is assessed; each rule may be unknown."""
    with Fields(node, desk) as fields:
        own = provenance_in(fields)
        words, times = whole_between(0, _MOST_WORDS), whole_between(1, _MOST_TIMES)
        return Eligibility(
            stages=fields.nullable("stages", sourced(list_of(text), own)),
            applied=fields.nullable("applied", sourced(_window, own)),
            min_words=fields.nullable("min_words", sourced(words, own)),
            max_assessments=fields.nullable("max_assessments", sourced(times, own)),
        )


def read_video(node: Node, desk: Desk) -> VideoRule:
    """What the video must be."""
    with Fields(node, desk) as fields:
        own = provenance_in(fields)
        minutes, size = whole_between(1, _MOST_MINUTES), whole_between(1, _MOST_MEGABYTES)
        return VideoRule(
            max_minutes=fields.required("max_minutes", sourced(minutes, own)),
            formats=fields.required("formats", sourced(formats, own)),
            links=fields.required("links", sourced(list_of(text, least=0), own)),
            substances=fields.required("substances", sourced(list_of(text), own)),
            max_megabytes=fields.nullable("max_megabytes", sourced(size, own)),
        )


def read_profile(node: Node, desk: Desk) -> tuple[ProfileField, ...]:
    """The fields of the profile form."""
    with Fields(node, desk) as fields:
        own = provenance_in(fields)
        listed = distinct_list_of(
            _profile_field_of(own), name=lambda field: field.id, code="field_twice"
        )
        return fields.required("fields", listed)


def _profile_field_of(inherited: Provenance) -> Reader[ProfileField]:
    def read(node: Node, desk: Desk) -> ProfileField:
        return _profile_field(node, desk, inherited)

    return read


def _profile_field(node: Node, desk: Desk, inherited: Provenance) -> ProfileField:
    with Fields(node, desk) as fields:
        field = ProfileField(
            id=fields.required("id", matching(_ID, "nama")),
            label=fields.required("label", text),
            kind=fields.required("kind", choice_of(FieldKind)),
            required=fields.optional("required", flag, default=True),
            choices=fields.optional("choices", list_of(text), default=()),
            parts=fields.optional("parts", list_of(text), default=()),
            formats=fields.optional("formats", formats, default=()),
            note=fields.optional("remark", text, default=""),
            provenance=provenance_in(fields, inherited),
        )
        if field.choices and field.kind not in _CHOOSING:
            desk.fault("choices_not_expected", node.mark, found=field.kind.value)
        return field


def _window(node: Node, desk: Desk) -> DateWindow:
    with Fields(node, desk) as fields:
        before = desk.number
        window = DateWindow(fields.required("first", day), fields.required("last", day))
        if desk.number == before and window.first > window.last:
            desk.fault("dates_reversed", node.mark, found=f"{window.first} … {window.last}")
        return window
