"""What may be shared by many innovations."""

from decimal import Decimal

import pytest

from pragola.inspection.likeness.sharing import SHARING, Kind, Sharing, sharing_finding
from pragola.scoring.edition import Basis
from pragola.wording.languages import Language
from pragola.wording.say import say


def test_every_kind_has_a_rule_with_a_reason_that_is_ours() -> None:
    """The ministry states none."""
    told = {
        kind: (rule.provenance.basis, bool(rule.provenance.note)) for kind, rule in SHARING.items()
    }
    assert told == dict.fromkeys(Kind, (Basis.OURS, True))


def test_papers_about_many_things_are_shared_and_proofs_of_one_event_are_not() -> None:
    """The two ends of the table."""
    by_sharing = {
        wanted: {kind.value for kind, rule in SHARING.items() if rule.sharing is wanted}
        for wanted in (Sharing.FINE, Sharing.OWN)
    }
    assert by_sharing == {
        Sharing.FINE: {"regulation", "decree", "budget", "work_plan"},
        Sharing.OWN: {"attendance", "procedure", "manual", "photo", "video"},
    }


@pytest.mark.parametrize(
    ("kind", "code", "severity"),
    [
        (Kind.DECREE, "likeness_shared_fine", "info"),
        (Kind.NEWS, "likeness_shared_look", "doubtful"),
        (Kind.PHOTO, "likeness_shared_own", "doubtful"),
    ],
)
def test_a_shared_proof_is_told_by_its_kind(kind: Kind, code: str, severity: str) -> None:
    """It never blocks."""
    found = sharing_finding(kind, likeness=Decimal("0.93"), other="“Melati”")
    assert (found.code, found.severity.value, found.check) == (code, severity, "likeness")


def test_the_sentence_names_the_other_innovation_and_what_to_do() -> None:
    """One of its own."""
    found = sharing_finding(Kind.PHOTO, likeness=Decimal("0.93"), other="“Melati”")
    assert say(found, Language.INDONESIAN) == (
        "Bukti ini sama 93 persen dengan bukti “Melati”. Untuk jenis ini setiap inovasi "
        "mempunyai buktinya sendiri; unggah bukti milik inovasi ini."
    )
