"""Editions and differences as plain values for JSON; decimals and days as text."""

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

type Plain = str | int | bool | list[Plain] | dict[str, Plain] | None


def plain(value: object) -> Plain:
    """The value with dataclasses as objects, tuples as lists, decimals and days as text."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    assert value is None or isinstance(value, str | int)
    return value
