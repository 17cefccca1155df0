"""What inspection tells of a picture."""

from pathlib import Path

import pytest
from PIL import Image

from pragola.inspection.images.picture import look_at_picture
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition

SUBJECT = Subject(edition=load_edition("2026"))


@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_a_picture_cut_off_is_damaged_and_a_whole_one_is_not(tmp_path: Path, ending: str) -> None:
    """In both formats."""
    path = tmp_path / f"a.{ending}"
    Image.effect_noise((400, 300), 80).save(path)
    whole = look_at_picture(path, SUBJECT)
    path.write_bytes(path.read_bytes()[:-2000])
    cut = look_at_picture(path, SUBJECT)
    assert ["picture_damaged" in [f.code for f in r.findings] for r in (whole, cut)] == [
        False,
        True,
    ]
