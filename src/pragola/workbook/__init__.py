"""Answers in and out: Excel, CSV and JSON, every fault of a file found at once."""

from pragola.workbook.files import (
    ReadAnswers,
    read_answers,
    read_with_notices,
    write_answers,
    write_csv,
    write_json,
    write_workbook,
)
from pragola.workbook.schema import answers_schema
from pragola.workbook.validation import AnswersFaultyError, answers_from

__all__ = [
    "AnswersFaultyError",
    "ReadAnswers",
    "answers_from",
    "answers_schema",
    "read_answers",
    "read_with_notices",
    "write_answers",
    "write_csv",
    "write_json",
    "write_workbook",
]
