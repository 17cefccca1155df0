"""What the address of a video tells."""

import pytest

from pragola.inspection.videos.links import look_at_link, service_of
from pragola.rulebooks import load_edition

EDITION = load_edition("2026")
VIDEO, FILE = "aB3-_fGh1jK", "1" + "aB3-_fGh" * 4

FITS = ["video_link_form_fits", "video_link_not_inspected"]
FITS_AT_DRIVE = ["video_link_form_fits", "video_link_not_inspected_at_drive"]


def codes(address: str) -> list[str]:
    """What is told of it."""
    return [finding.code for finding in look_at_link(address, EDITION)]


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.youtube.com/watch?v={VIDEO}",
        f"https://m.youtube.com/watch?app=desktop&v={VIDEO}&t=12s",
        f"https://www.youtube.com/watch?v={VIDEO}&list=PL123&index=2",
        f"https://youtu.be/{VIDEO}?si=abcdef",
        f" https://YOUTU.BE/{VIDEO} ",
        f"https://youtube.com/shorts/{VIDEO}",
        f"https://www.youtube.com/embed/{VIDEO}",
        f"https://www.youtube.com/live/{VIDEO}?feature=share",
    ],
)
def test_addresses_of_one_video_at_youtube_fit(address: str) -> None:
    """However they were copied."""
    assert codes(address) == FITS


@pytest.mark.parametrize(
    "address",
    [
        f"https://drive.google.com/file/d/{FILE}/view?usp=sharing",
        f"https://drive.google.com/file/u/1/d/{FILE}/preview",
        f"https://drive.google.com/open?id={FILE}",
        f"https://drive.google.com/uc?export=download&id={FILE}",
        f"https://docs.google.com/file/d/{FILE}/edit",
    ],
)
def test_addresses_of_one_file_at_drive_fit(address: str) -> None:
    """And whoever reads it is told to look at who may open it."""
    assert codes(address) == FITS_AT_DRIVE


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://www.youtube.com/playlist?list=PL123", "video_link_playlist"),
        ("https://www.youtube.com/embed/videoseries?list=PL123", "video_link_playlist"),
        ("https://www.youtube.com/@pemkab", "video_link_channel"),
        ("https://www.youtube.com/channel/UC123/videos", "video_link_channel"),
        ("https://www.youtube.com/results?search_query=inovasi", "video_link_search"),
        ("https://www.youtube.com/", "video_link_no_video"),
        (f"https://studio.youtube.com/video/{VIDEO}/edit", "video_link_private"),
        ("https://youtu.be/aB3-_fG", "video_link_cut_off"),
        ("https://www.youtube.com/watch?v=", "video_link_cut_off"),
        (f"https://drive.google.com/drive/folders/{FILE}?usp=sharing", "video_link_folder"),
        (f"https://drive.google.com/drive/u/0/folders/{FILE}", "video_link_folder"),
        ("https://drive.google.com/drive/u/0/my-drive", "video_link_private"),
        ("https://drive.google.com/file/d/1aB/view", "video_link_cut_off"),
        (f"https://docs.google.com/document/d/{FILE}/edit", "video_link_no_video"),
        ("youtube", "video_link_malformed"),
        ("https://youtu.be/aB3 -_fGh1jK", "video_link_malformed"),
        ("https://[::1", "video_link_malformed"),
        ("ftp://youtu.be/aB3-_fGh1jK", "video_link_malformed"),
    ],
)
def test_addresses_that_lead_to_no_single_video_are_doubtful(address: str, code: str) -> None:
    """With what is wrong."""
    assert codes(address) == [code]


@pytest.mark.parametrize(
    ("address", "service"),
    [
        ("https://www.instagram.com/reel/abc", "instagram.com"),
        ("https://s.id/video-kami", "s.id"),
        ("https://youtube.com.contoh.id/watch?v=aB3-_fGh1jK", "youtube.com.contoh.id"),
    ],
)
def test_places_that_the_edition_does_not_name_are_doubtful(address: str, service: str) -> None:
    """The finding names both."""
    found, other = look_at_link(address, EDITION)
    wanted = ", ".join(EDITION.video.links.value)
    assert (found.code, found.facts, other.code, service_of(address)) == (
        "video_link_elsewhere",
        (("service", service), ("wanted", wanted)),
        "video_link_not_inspected",
        service,
    )
