"""The indicator of the video, and the level that substances would give, by each edition."""

import pytest

from pragola.inspection.videos.links import address_at
from pragola.inspection.videos.substances import level_of_substances, video_indicators
from pragola.rulebooks import load_edition


@pytest.mark.parametrize("code", ["2023", "2026", "2027"])
def test_the_edition_says_which_indicator_a_video_proves_and_what_substances_give(
    code: str,
) -> None:
    """Nothing for none, and nothing beyond what its measure knows."""
    edition = load_edition(code)
    (indicator,) = video_indicators(edition)
    assert indicator.measure is not None
    most = max(int(cut.max or 0) for cut in indicator.measure.cuts)
    told = [level_of_substances(edition, indicator.code, n) for n in range(most + 2)]
    cuts = {
        n: cut.level
        for cut in indicator.measure.cuts
        for n in range(int(cut.min or 0), int(cut.max or 0) + 1)
    }
    assert told == [cuts.get(n) for n in range(most + 2)]
    assert level_of_substances(edition, "SID-01", 1) is None


@pytest.mark.parametrize(
    ("address", "opened"),
    [
        ("https://youtu.be/abcdefghijk", "https://youtu.be/abcdefghijk?t=83"),
        (
            "https://www.youtube.com/watch?v=abcdefghijk&t=5s#x",
            "https://www.youtube.com/watch?v=abcdefghijk&t=83",
        ),
        ("https://drive.google.com/file/d/x/view", ""),
        ("kata", ""),
    ],
)
def test_a_link_is_opened_at_a_second_where_its_service_can(address: str, opened: str) -> None:
    """Elsewhere nothing is offered."""
    assert address_at(address, 83) == opened
