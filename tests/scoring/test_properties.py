"""What must hold for every region and edition."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers, Claim, Innovation, Status
from pragola.scoring.edition import Edition
from pragola.scoring.explanation import explain, recomputed
from pragola.scoring.score import score
from tests.scoring.portfolios import PATI

EDITIONS = tuple(load_edition(code) for code in ("2023", "2026", "2027", "2029"))


def claims_of(codes: tuple[str, ...]) -> st.SearchStrategy[Mapping[str, Claim]]:
    level = st.integers(0, 3).map(lambda n: Claim(level=n))
    return st.dictionaries(st.sampled_from(codes), level) if codes else st.just({})


@st.composite
def regions(draw: st.DrawFn) -> tuple[Edition, Answers]:
    """An edition and the answers of a region with up to twenty innovations."""
    edition = draw(st.sampled_from(EDITIONS))
    sid = tuple(i.code for i in edition.sid_indicators)
    affairs = st.lists(
        st.sampled_from([a.name for a in edition.affairs.value]), max_size=2, unique=True
    )
    entries = draw(
        st.lists(
            st.builds(
                Innovation,
                id=st.just("p"),
                affairs=affairs.map(tuple),
                status=st.sampled_from(Status),
                claims=claims_of(sid),
            ),
            max_size=20,
        )
    )
    named = tuple(replace(entry, id=f"p{n}") for n, entry in enumerate(entries))
    spd = draw(claims_of(tuple(i.code for i in edition.spd_indicators)))
    subtotal = None if edition.spd_indicators else Decimal(draw(st.integers(0, 6300))) / 100
    return edition, Answers(
        edition=edition.code, region=PATI, spd=spd, spd_subtotal=subtotal, innovations=named
    )


@given(regions())
def test_the_index_lies_between_nothing_and_a_hundred(drawn: tuple[Edition, Answers]) -> None:
    edition, answers = drawn
    assert 0 <= score(edition, answers).index <= 100


@given(regions(), st.randoms(use_true_random=False))
def test_a_higher_level_never_lowers_the_index(
    drawn: tuple[Edition, Answers], chance: Random
) -> None:
    edition, answers = drawn
    if not answers.innovations:
        return
    entry = chance.choice(answers.innovations)
    code = chance.choice(edition.sid_indicators).code
    level = entry.claims.get(code, Claim(level=0)).level or 0
    raised = replace(entry, claims={**entry.claims, code: Claim(level=min(level + 1, 3))})
    entries = tuple(raised if i is entry else i for i in answers.innovations)
    after = score(edition, replace(answers, innovations=entries))
    assert after.index_exact >= score(edition, answers).index_exact


@given(regions(), st.randoms(use_true_random=False))
def test_the_order_of_innovations_does_not_matter(
    drawn: tuple[Edition, Answers], chance: Random
) -> None:
    edition, answers = drawn
    shuffled = chance.sample(answers.innovations, len(answers.innovations))
    again = score(edition, replace(answers, innovations=tuple(shuffled)))
    assert again.index_exact == score(edition, answers).index_exact


@given(regions())
def test_the_explanation_sums_to_the_score(drawn: tuple[Edition, Answers]) -> None:
    edition, answers = drawn
    result = score(edition, answers)
    tree = explain(edition, result)
    assert tree.value == result.index
    assert [node.key for node in tree.walk() if recomputed(node) != node.value] == []
