"""Links are asked only where they may be, and never lead into a network of our own."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from pytest_django import Settings

from pragola.rulebooks import load_edition
from pragola.web.evidence.actions.describing import add_link
from pragola.web.evidence.actions.links import ask_links
from pragola.web.evidence.asking import Answer, ask, is_public
from pragola.web.evidence.models import Evidence
from pragola.web.evidence.queries.links import answer_told
from pragola.web.evidence.queries.proofs import proofs_of
from pragola.web.evidence.tasks import ask_waiting_links
from pragola.web.shared.audit import SYSTEM, changes_of
from pragola.wording import Language
from tests.web.workplace import MOMENT, an_entry


@dataclass
class Site:
    """A site on this machine: what it answers by path, and what it was asked."""

    port: int
    answers: dict[str, tuple[int, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def link(self, path: str) -> str:
        """An address of it."""
        return f"http://127.0.0.1:{self.port}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    """A real server on the loopback address."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            found.asked.append(f"{self.command} {self.path}")
            status, onward = found.answers.get(f"{self.command} {self.path}", (404, ""))
            self.send_response(status)
            if onward:
                self.send_header("Location", onward)
            self.end_headers()

        do_HEAD = do_GET = answer  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found = Site(server.server_address[1])
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield found
    server.shutdown()
    server.server_close()
    thread.join()


def here(address: str, _port: int) -> bool:
    """Only this machine, for tests."""
    return address == "127.0.0.1"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("103.28.12.1", True),
        ("2404:8000::1", True),
        ("::ffff:103.28.12.1", True),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("198.18.0.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:169.254.169.254", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b:1::a00:1", False),
        ("2002:7f00:1::", False),
        ("2001:0:7f00:1::", False),
        ("fc00::1", False),
        ("fd00:ec2::254", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("ff02::1", False),
        ("contoh", False),
    ],
)
def test_only_public_addresses_may_be_asked(address: str, public: bool) -> None:  # noqa: FBT001
    """Neither this machine nor a network behind it, in any writing; no port but the web's."""
    assert [is_public(address, port) for port in (80, 443, 22, 8080)] == [
        public,
        public,
        False,
        False,
    ]


@pytest.mark.parametrize(
    "link",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://[::ffff:7f00:1]/",
        "http://nama@127.0.0.1/",
        "file:///etc/passwd",
    ],
)
def test_no_writing_of_this_machine_is_asked(link: str) -> None:
    """Names and numbers that mean it are found out before anything is sent."""
    assert ask(link) == Answer(None, "link_leads_astray")


def test_what_a_link_answers_is_its_status(site: Site) -> None:
    """Asked by HEAD; by GET only where a HEAD is answered wrongly."""
    site.answers = {
        "HEAD /ada": (200, ""),
        "HEAD /tanpa": (405, ""),
        "GET /tanpa": (200, ""),
        "HEAD /surat%20keputusan?a=1": (200, ""),
    }
    paths = ("/ada", "/tanpa", "/hilang", "/surat keputusan?a=1")
    assert [ask(site.link(path), may=here).status for path in paths] == [200, 200, 404, 200]
    assert site.asked == [
        "HEAD /ada",
        "HEAD /tanpa",
        "GET /tanpa",
        "HEAD /hilang",
        "HEAD /surat%20keputusan?a=1",
    ]


@pytest.mark.parametrize(
    ("onward", "answer"),
    [
        ("/sini", Answer(200)),
        ("//127.0.0.2/", Answer(None, "link_leads_astray")),
        ("http://169.254.169.254/latest/", Answer(None, "link_leads_astray")),
        ("file:///etc/passwd", Answer(None, "link_leads_astray")),
        ("https://accounts.google.com/signin", Answer(None, "link_asks_sign_in")),
        ("/pindah", Answer(None, "link_turns")),
    ],
)
def test_where_a_link_leads_is_looked_at_at_each_step(
    site: Site, onward: str, answer: Answer
) -> None:
    """A public page that sends on into a closed network leads nowhere."""
    site.answers = {"HEAD /pindah": (302, onward), "HEAD /sini": (200, "")}
    assert ask(site.link("/pindah"), may=here) == answer


def test_a_port_where_nobody_listens_is_silent() -> None:
    """An answer like any other."""
    assert ask("http://127.0.0.1:1/", may=here) == Answer(None, "link_silent")


@pytest.mark.django_db
def test_a_link_keeps_what_it_answered_and_when(settings: Settings) -> None:
    """Asked at once and again after a week; its history has a line where it answers otherwise."""
    settings.ASK_LINKS = True
    evidence = add_link(
        an_entry(), part="SID-11", link="https://contoh.go.id/a", by=SYSTEM, at=MOMENT
    )
    said = Language.INDONESIAN
    assert answer_told(evidence, said).startswith("Belum ditanya. Tautan diperiksa sendiri")
    answers = iter([Answer(200), Answer(200), Answer(404)])
    days = (0, 1, 8, 16)
    number = [ask_links(lambda _: next(answers), at=MOMENT + timedelta(days=d)) for d in days]
    evidence.refresh_from_db()
    assert number == [1, 0, 1, 1]
    assert answer_told(evidence, said) == (
        "Tidak ada di alamat itu (menjawab 404) pada 17 Juli 2026, 10.00 WIB. Periksa tautannya."
    )
    told = [(each.old, each.new) for each in changes_of(evidence) if each.deed == "link_asked"]
    assert told == [(200, 404), (None, 200)]


@pytest.mark.django_db
def test_no_link_is_asked_where_the_administrator_did_not_say_so() -> None:
    """And its page says so."""
    evidence = add_link(an_entry(), part="SID-11", link="https://localhost.", by=SYSTEM, at=MOMENT)
    ask_waiting_links()
    evidence = Evidence.objects.get(pk=evidence.pk)
    told = answer_told(evidence, Language.INDONESIAN)
    assert (evidence.asked_at, told) == (
        None,
        "Belum ditanya: pemeriksaan tautan dimatikan pengelola.",
    )


@pytest.mark.django_db
def test_the_link_of_a_video_is_looked_at_by_its_address_and_that_of_a_paper_is_not() -> None:
    """Where a video is asked for, the page says what fits, what is wrong, and what nobody saw."""
    entry = an_entry()
    edition = load_edition("2026")
    video = next(
        e.code for e in edition.sid_indicators if "MP4" in map(str.upper, e.evidence.formats)
    )
    for part, link in (
        (video, "https://youtu.be/abcdefghijk"),
        (video, "https://youtube.com/playlist?list=abc"),
        (video, "https://www.contoh.go.id/video"),
        ("SID-04", "https://www.contoh.go.id/berita"),
    ):
        add_link(entry, part=part, link=link, by=SYSTEM, at=MOMENT)
    proofs = proofs_of(entry, Language.INDONESIAN, MOMENT)
    told = [
        proof.outcome and [each.severity for each in proof.outcome.told] for proof in proofs[video]
    ]
    assert told == [["good", "info"], ["doubtful"], ["doubtful", "info"]]
    assert [proof.outcome for proof in proofs["SID-04"]] == [None]
