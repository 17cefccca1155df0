"""The copy of a picture for the public: what is seen, and nothing of camera, day or place.

A stranger's picture is opened in a process of its own: `without_metadata_confined` starts it.
"""

import io
import subprocess
import sys
from pathlib import Path

from pragola.inspection.confined import Limits, apply_limits
from pragola.inspection.images.opening import UnopenedError, open_picture

_QUALITY = 90
"""Of JPEG; a second saving at this quality is not seen."""
_LIMITS = Limits(seconds=60)


def without_metadata(path: Path, target: Path) -> None:
    """Write a JPEG or PNG as another of its format, upright, made anew from its points.

    Comments, previews, profiles and whatever was appended stay behind with the rest. Raises
    UnopenedError for what is no whole picture (nothing is written then), and OSError.
    """
    opened = open_picture(path)
    opened.picture.info.clear()
    copy = io.BytesIO()
    opened.picture.save(copy, opened.format, quality=_QUALITY, optimize=True)
    target.write_bytes(copy.getvalue())


def without_metadata_confined(path: Path, target: Path) -> bool:
    """Whether the copy was written; False for what is no whole picture, or takes too long."""
    command = [sys.executable, "-I", "-m", __name__, str(path.absolute()), str(target.absolute())]
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=_LIMITS.seconds, check=False, env={}
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0 and target.exists()


def main() -> int:
    """PATH TARGET: the child of `without_metadata_confined`; 1 for what is no whole picture."""
    path, target = (Path(each) for each in sys.argv[1:])
    apply_limits(_LIMITS)
    try:
        without_metadata(path, target)
    except UnopenedError:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
