"""An operator sends large photos: halted and gone on with, and made smaller on the device."""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from tests.inspection.images.scenes import photograph, saved, taken
from tests.journeys.conftest import Demonstration
from tests.journeys.entries import open_entry
from tests.journeys.signing_in import sign_in
from tests.journeys.weak_link import WeakLink

pytestmark = pytest.mark.browser
SLOW = 80_000
PART = "SID-20"
WAIT = 20_000
ORIENTATION, TURNED_RIGHT, GPS = 0x0112, 6, 0x8825
PLACE = ("S", (6.0, 45.0, 0.0), "E", (111.0, 2.0, 0.0))


@pytest.fixture
def link(demonstration: Demonstration) -> Iterator[WeakLink]:
    """A link to the demonstration that is not slow yet."""
    port = urlsplit(demonstration.address).port
    assert port
    with WeakLink(port) as weak:
        yield weak


@pytest.fixture
def page(browser: Browser, link: WeakLink, demonstration: Demonstration) -> Iterator[Page]:
    """The claims page of an entry on the operator's phone, at the other end of the link."""
    context = browser.new_context(
        base_url=link.address, viewport={"width": 390, "height": 844}, locale="id-ID"
    )
    opened = context.new_page()
    sign_in(opened, demonstration.var, "operator")
    opened.goto(f"{open_entry(opened)}klaim/#{PART}")
    yield opened
    context.close()


def uploader_of(page: Page) -> Locator:
    """The uploader of the indicator that takes photos."""
    return page.locator(f"unggah-bukti[data-part='{PART}']")


def choose(uploader: Locator, photo: Path) -> Locator:
    """Choose a photo; its row in the list."""
    uploader.locator("input[type=file]").set_input_files(photo)
    return uploader.locator(".arriving", has_text=photo.stem).last


def state_of(row: Locator) -> Locator:
    """Where the file is on its way, in words."""
    return row.locator(".state")


def share_of(row: Locator) -> float:
    """How much of it the bar shows."""
    return float(row.locator("progress").evaluate("bar => bar.value"))


def kept_file(demonstration: Demonstration, digest: str) -> Path:
    """The file with that content, as the site keeps it."""
    return demonstration.var / "evidence" / digest[:2] / digest[2:4] / digest


def test_a_photo_is_halted_and_gone_on_with(
    page: Page, link: WeakLink, demonstration: Demonstration, tmp_path: Path
) -> None:
    """Nothing is sent while it rests, progress is shown, and every byte arrives in the end."""
    photo = saved(
        photograph(13, size=(2400, 1800)), tmp_path / f"besar-{tmp_path.name}.jpg", quality=98
    )
    link.bytes_a_second = SLOW
    row = choose(uploader_of(page), photo)
    told, bar = row.locator(".arriving-told"), row.locator("progress")
    expect(state_of(row)).to_have_text("dikirim", timeout=WAIT)
    expect(told).to_have_text(re.compile("dari .+ MB, kira-kira .+ lagi"), timeout=WAIT)
    expect(bar).not_to_have_js_property("value", share_of(row), timeout=WAIT)

    row.get_by_role("button", name="Jeda").click()
    expect(state_of(row)).to_have_text("dijeda")
    expect(told).to_have_text(re.compile("sudah aman di server"))
    asked: list[str] = []
    page.on("request", lambda sent: asked.extend([sent.method] * (sent.method == "PATCH")))
    page.wait_for_timeout(1_500)
    halted = share_of(row)
    assert (0 < halted < 1, asked) == (True, [])

    link.bytes_a_second = 0
    row.get_by_role("button", name="Lanjutkan").click()
    expect(state_of(row)).to_have_text("tersimpan", timeout=WAIT)
    assert (share_of(row), asked != []) == (1, True)
    expect(page.locator(f"#bukti-{PART}")).to_contain_text(photo.name, timeout=WAIT)
    content = photo.read_bytes()
    assert kept_file(demonstration, sha256(content).hexdigest()).read_bytes() == content


def test_a_photo_is_made_smaller_and_stays_the_right_way_up(
    page: Page, demonstration: Demonstration, tmp_path: Path
) -> None:
    """What was held upright is upright without the camera's note, and no place is left in it."""
    exif = taken(on="2026:03:14", at=PLACE)
    exif[ORIENTATION] = TURNED_RIGHT
    scene = photograph(14, size=(3000, 2250))
    scene.paste("#d01020", (0, 0, 900, 700))
    photo = saved(scene, tmp_path / f"tegak-{tmp_path.name}.jpg", quality=95, exif=exif)
    uploader = uploader_of(page)
    uploader.get_by_label("Perkecil foto sebelum dikirim").check()
    row = choose(uploader, photo)
    expect(state_of(row)).to_have_text("tersimpan", timeout=WAIT)
    expect(row.locator(".arriving-told")).to_contain_text("Foto diperkecil dari")
    expect(page.locator(f"#bukti-{PART}")).to_contain_text(photo.name, timeout=WAIT)

    newest = max(demonstration.var.glob("evidence/*/*/*"), key=lambda each: each.stat().st_mtime_ns)
    with Image.open(newest) as kept:
        # Turned to the right, what lay at the top left stands at the top right.
        red, green, blue = np.asarray(kept.convert("RGB"))[100, kept.width - 100]
        shape = (kept.size, ORIENTATION in kept.getexif(), GPS in kept.getexif())
    assert shape == ((1500, 2000), False, False)
    assert (bool(red > 150), bool(green < 80), bool(blue < 80)) == (True, True, True)
    assert newest.stat().st_size * 2 < photo.stat().st_size
