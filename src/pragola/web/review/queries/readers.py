"""Who has read a claim before, and so is not asked again."""

from pragola.web.review.models import Reading, Turn, Verdict


def readers_before(turn: Turn) -> set[int | None]:
    """Who may not read in that turn: an objection is answered by nobody who ever judged the
    claim, a later reading done by nobody who read the same verdict; one query.
    """
    if turn.reading == Reading.ANSWER:
        return set(Verdict.objects.filter(claim=turn.claim_id).values_list("judged_by", flat=True))
    first = turn.about
    if first is None:
        return set()
    again = first.later.filter(reading=Reading.SECOND)
    return {first.judged_by_id, *again.values_list("judged_by", flat=True)}
