"""People at work over HTTP who do what the scripts of the pages do when a server goes away."""

import io
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser
from itertools import count
from random import Random
from threading import Condition, Event
from typing import Any

import requests

from tests.ground.site import Site
from tests.ground.worksite import Worksite

_SECONDS = 30
_LOST = 500
_MOST_LOST = 100
"""After so many lost answers in a row it is not a kill that loses them."""
_BUSY = 423
_KILO = 1024
_TUS = {"Tus-Resumable": "1.0.0"}
_PIECE = "application/offset+octet-stream"


class Pulse:
    """Counts what clients begin, so that a kill can be timed by their work and by no clock."""

    def __init__(self) -> None:
        """Nothing has been done yet."""
        self._beats, self._changed = 0, Condition()
        self.over = Event()

    def beat(self) -> None:
        """Something is being sent."""
        with self._changed:
            self._beats += 1
            self._changed.notify_all()

    def wait_for(self, more: int) -> bool:
        """Wait until so much more was sent; False where nothing goes on any more."""
        with self._changed:
            last = self._beats + more
            return self._changed.wait_for(lambda: self._beats >= last, timeout=_SECONDS)


class Slice(io.BytesIO):
    """A piece of a file on its way: every block that leaves is a beat."""

    def __init__(self, content: bytes, pulse: Pulse) -> None:
        """The piece, and whom to tell."""
        super().__init__(content)
        self._pulse = pulse

    def read(self, size: int | None = -1, /) -> bytes:
        """The next block."""
        self._pulse.beat()
        return super().read(size)


@dataclass
class Browser:
    """A session that knocks again until the server has answered."""

    site: Site
    pulse: Pulse
    session: requests.Session = field(default_factory=requests.Session)

    def another(self) -> "Browser":
        """Another window of the same person."""
        window = Browser(self.site, self.pulse)
        window.session.cookies.update(self.session.cookies)
        return window

    def sign_in(self, worksite: Worksite) -> None:
        """By the form."""
        address = self.site.address + "/akun/login/"
        token = _token_in(self.session.get(address, timeout=_SECONDS).text)
        told = {
            "login": worksite.email,
            "password": worksite.password,
            "csrfmiddlewaretoken": token,
        }
        answer = self.session.post(address, told, timeout=_SECONDS, allow_redirects=False)
        assert (answer.status_code, answer.headers["Location"]) == (302, "/kerja/")

    def ask(self, method: str, path: str, **what: Any) -> requests.Response | None:
        """Ask once; None where the answer is lost. Waits first for a server that is there."""
        assert self.site.up.wait(_SECONDS)
        headers = {
            "Accept": "application/json",
            "X-CSRFToken": self.session.cookies["csrftoken"],
            **what.pop("headers", {}),
        }
        self.pulse.beat()
        try:
            answer = self.session.request(
                method,
                self.site.address + path,
                headers=headers,
                timeout=_SECONDS,
                allow_redirects=False,
                **what,
            )
        except requests.RequestException:
            return None
        return None if answer.status_code >= _LOST else answer

    def insist(self, method: str, path: str, **what: Any) -> requests.Response:
        """Ask until there is an answer; only for what may be asked twice."""
        for _ in range(_MOST_LOST):
            if (answer := self.ask(method, path, **what)) is not None:
                return answer
        raise AssertionError(f"No answer any more: {method} {path}")


@dataclass
class Writer:
    """Saves one part after the other, each on the revision it saw last.

    `confirmed` has for each part every value the server confirmed, in order: so the number of
    values is the revision.
    """

    browser: Browser
    entry: int
    form: Callable[[str, int], dict[str, str]]
    path: str
    parts: tuple[str, ...]
    confirmed: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def work(self) -> None:
        """Until it is over; what was begun is brought to its end."""
        for number in count(1):
            for part in self.parts:
                if self.browser.pulse.over.is_set():
                    return
                self._save(part, self.form(part, number))

    def _save(self, part: str, told: dict[str, str]) -> None:
        values = self.confirmed.setdefault(part, [])
        path = f"/kerja/entri/{self.entry}/{self.path}/{part}/"
        answer = self.browser.insist("POST", path, data={**told, "revision": str(len(values))})
        assert answer.status_code == 200, answer.text
        assert answer.json()["revision"] == len(values) + 1
        values.append(told)


@dataclass
class Sender:
    """Sends one file after the other by tus, in pieces, and goes on where it stopped.

    `begun` has the digest of every file whose beginning was confirmed, by its address; `here` how
    much of each the server said it has; `kept` the digests of those it said it keeps.
    """

    browser: Browser
    entry: int
    part: str
    random: Random
    begun: dict[str, str] = field(default_factory=dict)
    here: dict[str, int] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    last: str = ""

    def work(self) -> None:
        """Until it is over; what was begun is brought to its end."""
        for number in count(1):
            if self.browser.pulse.over.is_set():
                return
            self._send(f"bukti-{number}.pdf", _letter(self.random))

    def _send(self, name: str, content: bytes) -> None:
        digest = sha256(content).hexdigest()
        address = None
        for _ in range(_MOST_LOST):
            if address := self._unfinished(name, content, digest):
                break
            if address := self._begin(name, content, digest):
                break
        assert address, f"{name} cannot be begun"
        self.begun[address] = digest
        offset = self._offset(address)
        for _ in range(_MOST_LOST):
            if offset == len(content):
                break
            offset = self._continue(address, content, offset)
        assert offset == len(content), self.last
        told = self.browser.insist("POST", f"{address}/selesai").json()
        assert (told["state"], told["size"]) == ("kept", len(content)), told
        self.kept.append(digest)

    def _unfinished(self, name: str, content: bytes, digest: str) -> str | None:
        told = {"entry": self.entry, "part": self.part, "filename": name}
        told |= {"size": len(content), "sha256": digest}
        answer = self.browser.insist("POST", "/kerja/unggahan/kenal/", data=told)
        assert (answer.status_code, answer.json()["known"]) == (200, False), answer.text
        address: str | None = answer.json()["unfinished"]
        return address

    def _begin(self, name: str, content: bytes, digest: str) -> str | None:
        told = {"entry": str(self.entry), "part": self.part, "filename": name, "sha256": digest}
        pairs = (f"{key} {b64encode(value.encode()).decode()}" for key, value in told.items())
        headers = {"Upload-Length": str(len(content)), "Upload-Metadata": ",".join(pairs)}
        answer = self.browser.ask("POST", "/kerja/unggahan/", headers=_TUS | headers)
        if answer is None:
            return None
        assert answer.status_code == 201, answer.text
        return answer.headers["Location"]

    def _offset(self, address: str) -> int:
        """How much is there, which is never less than what was confirmed."""
        answer = self.browser.insist("HEAD", address, headers=_TUS)
        assert answer.status_code == 200
        return self._confirmed(address, answer)

    def _continue(self, address: str, content: bytes, offset: int) -> int:
        piece = content[offset : offset + self.random.randint(20, 90) * _KILO]
        headers = _TUS | {"Upload-Offset": str(offset), "Content-Type": _PIECE}
        body = Slice(piece, self.browser.pulse)
        answer = self.browser.ask("PATCH", address, headers=headers, data=body)
        self.last = f"{address}: {answer.text if answer is not None else 'no answer'}"
        if answer is None or answer.status_code == _BUSY:
            return self._offset(address)
        assert answer.status_code == 204, answer.text
        assert self._confirmed(address, answer) == offset + len(piece)
        return offset + len(piece)

    def _confirmed(self, address: str, answer: requests.Response) -> int:
        offset = int(answer.headers["Upload-Offset"])
        assert offset >= self.here.get(address, 0)
        self.here[address] = offset
        return offset


class _Token(HTMLParser):
    value = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the token of the form."""
        told = dict(attrs)
        if tag == "input" and told.get("name") == "csrfmiddlewaretoken":
            self.value = told.get("value") or ""


def _token_in(page: str) -> str:
    reader = _Token()
    reader.feed(page)
    return reader.value


def _letter(random: Random) -> bytes:
    """What passes for a PDF and which no other equals."""
    noise = random.randbytes(random.randint(80, 240) * _KILO)
    return b"%PDF-1.7\n" + noise + b"\n%%EOF\n"
