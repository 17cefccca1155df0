"""What inspection tells of a video."""

from pathlib import Path

import av
import numpy as np
import pytest

from pragola.inspection.subject import Subject
from pragola.inspection.videos.video import look_at_video
from pragola.rulebooks import load_edition

EDITION = load_edition("2026")


def a_video(path: Path, *, seconds: int) -> Path:
    """One frame a second, tiny."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=1)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        frame = np.zeros((48, 64, 3), dtype="uint8")
        for _ in range(seconds):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))
        container.mux(stream.encode())
    return path


@pytest.mark.parametrize(("over", "code"), [(0, "video_length_fits"), (2, "video_too_long")])
def test_the_length_is_held_against_the_edition(tmp_path: Path, over: int, code: str) -> None:
    """The most minutes themselves are still taken."""
    minutes = EDITION.video.max_minutes.value
    path = a_video(tmp_path / "a.mp4", seconds=minutes * 60 + over)
    (found,) = look_at_video(path, Subject(edition=EDITION)).findings
    assert (found.code, found.facts) == (
        code,
        (("seconds", minutes * 60 + over), ("minutes", minutes)),
    )


def test_half_a_video_is_damaged(tmp_path: Path) -> None:
    """Its table stands at the end."""
    path = a_video(tmp_path / "a.mp4", seconds=20)
    path.write_bytes(path.read_bytes()[:-200])
    assert [f.code for f in look_at_video(path, Subject(edition=EDITION)).findings] == [
        "video_damaged"
    ]
