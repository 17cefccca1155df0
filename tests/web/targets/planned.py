"""A small government with a target, for tests of plans: solved in a moment."""

from datetime import date
from decimal import Decimal
from typing import Any

from pragola.web.coaching.models import Agreement, AgreementKind
from pragola.web.innovations.models import Assessment, Claim, Entry, EntryState
from pragola.web.shared.audit import SYSTEM
from pragola.web.targets.actions.asking import Subject, make_choice
from pragola.web.targets.models import (
    AgreedAction,
    AgreedPlan,
    Calculation,
    CalculationState,
    Choice,
    Wish,
)
from tests.web.workplace import MOMENT, a_unit, an_assessment, an_entry

TARGET = Decimal("4.00")


def a_small_government(*, target: Decimal | None = TARGET) -> Assessment:
    """Three units with an innovation each that has begun, and one draft."""
    for number in range(3):
        entry = an_entry(
            a_unit(f"Unit {number}"), title=f"Inovasi {number}", state=EntryState.RETURNED
        )
        claimed(entry, {"SID-04": 1, "SID-08": 2, "SID-20": 1 + number % 2})
    an_entry(a_unit("Unit draf"), title="Draf")
    assessment = an_assessment()
    assessment.target = target
    assessment.save()
    return Assessment.objects.select_related("region").get(pk=assessment.pk)


def claimed(entry: Entry, levels: dict[str, int]) -> None:
    """Those claims at those levels."""
    Claim.objects.bulk_create(
        Claim(entry=entry, indicator=code, level=level, saved_at=MOMENT)
        for code, level in levels.items()
    )


def a_target(entry: Entry) -> tuple[Choice, Calculation]:
    """A target for the entry's assessment, a choice, and a plan of one action that is kept."""
    assessment = entry.assessment
    assessment.target = TARGET
    assessment.save()
    choice = make_choice(assessment, Wish.NOT, Subject(collective="perda"), by=SYSTEM, at=MOMENT)
    calculation = Calculation.objects.create(
        assessment=assessment,
        basis="0" * 64,
        target=TARGET,
        confidence=90,
        state=CalculationState.RUNNING,
        queued_at=MOMENT,
        told={"answer": an_answer(entry)},
        answers={
            "edition": assessment.edition,
            "region": {"code": "33.18", "name": "Kabupaten Pati"},
            "innovations": [
                {"id": str(entry.pk), "unit": str(entry.innovation.unit_id), "claims": {}}
            ],
        },
    )
    return choice, calculation


def an_agreed_plan(calculation: Calculation) -> AgreedPlan:
    """The plan of `a_target` as it was agreed on."""
    told = calculation.told["answer"]["plan"]
    plan = AgreedPlan.objects.create(
        assessment=calculation.assessment,
        calculation=calculation,
        target=calculation.target,
        before=told["before"],
        index=told["index"],
        effort=Decimal(told["effort"]),
        path=[["2026-08-01", told["index"]]],
        agreed_at=MOMENT,
    )
    for number, action in enumerate(told["actions"]):
        agreement = Agreement.objects.create(
            assessment=plan.assessment,
            unit_id=action["unit"],
            entry_id=action["entry"],
            indicator=action["indicator"],
            kind=AgreementKind.RAISE,
            from_level=action["from"],
            to_level=action["level"],
            text="Naikkan",
            due_on=date(2026, 8, 1),
            worth=Decimal("0.02"),
            planned=True,
            made_at=MOMENT,
        )
        AgreedAction.objects.create(
            agreement=agreement,
            plan=plan,
            number=number,
            unit_id=action["unit"],
            entry_id=action["entry"],
            told=action,
            due=date(2026, 8, 1),
        )
    return plan


def an_answer(entry: Entry) -> dict[str, Any]:
    """A plan that raises one claim of the entry, as it is kept."""
    action = {
        "kind": "raise",
        "effort": "3",
        "adds": "2/100",
        "unit": entry.innovation.unit_id,
        "entry": entry.pk,
        "indicator": "SID-04",
        "from": 0,
        "level": 2,
        "collective": "",
        "reaches": [],
        "waits_for": [],
    }
    return {
        "plan": {
            "before": "3.99",
            "index": "4.01",
            "exact": "401/100",
            "band": "Kurang Inovatif",
            "effort": "3",
            "bound": "3",
            "actions": [action],
        },
        "late": False,
    }
