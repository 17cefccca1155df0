"""The JSON Schema of the answers, for programs that write them."""

from pragola.scoring.answers import Status
from pragola.scoring.measure import EARLIER, LATEST

type Schema = str | int | bool | list["Schema"] | dict[str, "Schema"]

_DECIMAL_TEXT = r"^-?[0-9]+(\.[0-9]+)?$"
_REGION_CODE = r"^[1-9][0-9](\.[0-9]{2})?$"


def answers_schema() -> dict[str, Schema]:
    """What `read_answers` takes as JSON; codes and highest levels depend on the edition."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Answers of a region for one edition",
        "description": 'Decimals are texts with a point ("4.45"); numbers are taken too.',
        **_object(
            {
                "edition": {"type": "string", "description": "Code of the edition, e.g. 2026"},
                "region": _object(
                    {
                        "code": {"type": "string", "pattern": _REGION_CODE},
                        "name": {"type": "string", "minLength": 1, "maxLength": 500},
                    },
                    required=["code", "name"],
                ),
                "spd": _by_code("claim"),
                "spd_subtotal": {
                    "$ref": "#/$defs/decimal",
                    "description": "In place of spd, in an edition without SPD indicators.",
                },
                "innovations": {"type": "array", "items": {"$ref": "#/$defs/innovation"}},
            },
            required=["edition", "region"],
        ),
        "$defs": {
            "decimal": _decimal(),
            "level": {"type": "integer", "minimum": 0},
            "claim": _claim(),
            "innovation": _innovation(),
        },
    }


def _innovation() -> Schema:
    line: Schema = {"type": ["string", "null"], "maxLength": 500}
    day: Schema = {"type": ["string", "null"], "format": "date"}
    return _object(
        {
            "id": {"type": "string", "minLength": 1, "maxLength": 100},
            "title": line,
            "affairs": {
                "type": ["array", "null"],
                "items": {"type": "string"},
                "description": "Names of affairs of the edition, the main one first.",
            },
            "status": {
                "enum": [status.value for status in Status],
                "default": Status.ACCEPTED.value,
            },
            "claims": _by_code("claim"),
            "verdicts": {
                "type": ["object", "null"],
                "additionalProperties": {"anyOf": [_ref("level"), {"type": "null"}]},
                "description": "Accepted levels; 0 is a claim that was returned.",
            },
            "unit": line,
            "stage": line,
            "trial": day,
            "applied": day,
            "developed": day,
            "design_words": {"type": ["integer", "null"], "minimum": 0},
            "design_text": {
                "type": ["string", "null"],
                "description": "In place of design_words; its words are counted.",
            },
            "assessments": {"type": ["integer", "null"], "minimum": 1},
        },
        required=["id"],
    )


def _claim() -> Schema:
    base: Schema = {"type": "string"}
    return {
        "description": "A level, or figures that the edition turns into one; null is empty.",
        "anyOf": [
            _ref("level"),
            {"type": "null"},
            _object({"level": _ref("level"), "base": base}, required=["level"]),
            _object({"value": _ref("decimal"), "base": base}, required=["value"]),
            _object(
                {LATEST: _ref("decimal"), EARLIER: _ref("decimal"), "base": base},
                required=[LATEST],
            ),
        ],
    }


def _decimal() -> Schema:
    return {"anyOf": [{"type": "string", "pattern": _DECIMAL_TEXT}, {"type": "number"}]}


def _by_code(definition: str) -> Schema:
    return {"type": ["object", "null"], "additionalProperties": _ref(definition)}


def _ref(definition: str) -> Schema:
    return {"$ref": f"#/$defs/{definition}"}


def _object(properties: dict[str, Schema], *, required: list[Schema]) -> dict[str, Schema]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": properties,
    }
