"""What a government has learned of its claims: from verdicts, and from what inspection saw."""

from collections.abc import Container, Iterator

from pragola.inspection.findings import Severity
from pragola.planning.catalogue.catalogue import Seen
from pragola.planning.certainty.learned import Alike, ClaimRow, Inspected, Learned, Verdicts
from pragola.scoring.answers import Answers
from pragola.scoring.edition import Edition
from pragola.scoring.measure import read_claim
from pragola.web.evidence.models import InspectionFinding, InspectionState
from pragola.web.innovations.models import Assessment
from pragola.web.review.queries.lessons import chances_of_acceptance

_SEEN = {Severity.BLOCKS: Seen.BLOCKS, Severity.DOUBTFUL: Seen.DOUBTFUL}


def learned_of(assessment: Assessment, edition: Edition, answers: Answers) -> Learned:
    """Verdicts by indicator where there are enough, and warnings by claim; two queries."""
    warned = dict(_warned(assessment))
    return Learned(
        verdicts={
            Alike(code): Verdicts(chance.of, chance.cases)
            for code, chance in chances_of_acceptance(assessment).items()
        },
        inspected={
            row: Inspected(level, warned[row]) for row, level in _levels(edition, answers, warned)
        },
    )


def _levels(
    edition: Edition, answers: Answers, wanted: Container[ClaimRow]
) -> Iterator[tuple[ClaimRow, int]]:
    """The level that each of these claims stands at, with the proofs that it has."""
    indicators = {each.code: each for each in edition.sid_indicators}
    for innovation in answers.innovations:
        for code, claim in innovation.claims.items():
            if (innovation.id, code) in wanted:
                # Answers hold only claims that can be read.
                yield (innovation.id, code), read_claim(indicators[code], claim)[0]


def _warned(assessment: Assessment) -> Iterator[tuple[ClaimRow, Seen]]:
    """The worst that inspection saw in the proofs of a claim; doubts come before what blocks."""
    found = InspectionFinding.objects.filter(
        severity__in=[each.value for each in _SEEN],
        inspection__state=InspectionState.DONE,
        inspection__use__entry__assessment=assessment,
        inspection__use__removed_at=None,
    )
    rows = found.values_list("inspection__use__entry", "inspection__use__part", "severity")
    worst = {Severity.DOUBTFUL.value: 0, Severity.BLOCKS.value: 1}
    for entry, part, severity in sorted(set(rows), key=lambda row: (worst[row[2]], row[:2])):
        yield (str(entry), part), _SEEN[Severity(severity)]
