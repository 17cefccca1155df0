"""Asking a link whether it opens, without being led into a network of our own.

The address comes from anybody. Each hop's host is looked up once, every address it has must be a
public one, and the connection goes to that very address; so a name that points elsewhere a moment
later leads nowhere. Only the head of an answer is read.
"""

import ssl
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from socket import SHUT_RDWR, SOCK_STREAM, create_connection, getaddrinfo, socket
from threading import Timer
from time import monotonic
from urllib.parse import SplitResult, quote, urljoin, urlsplit

_SECONDS = 15.0
_MOST_HOPS = 5
_PORTS = {"http": 80, "https": 443}
_MOVED = frozenset({301, 302, 303, 307, 308})
_NO_HEAD = frozenset({400, 403, 405, 501})
_SIGN_IN = frozenset({"accounts.google.com", "login.microsoftonline.com", "login.live.com"})
_CARRIES_ANOTHER = tuple(map(IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16")))
_UNQUOTED = "/%:=&?~#+!$,;'@()*[]"
_NAME = "Pragola (pemeriksa tautan bukti)"

type Guard = Callable[[str, int], bool]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a link answered: an HTTP status, or None with the code of why there is none.

    `what` is also told beside a status where the link leads to a page for signing in.
    """

    status: int | None
    what: str = ""


class _NoAnswerError(Exception):
    """Asking ended without a status; its only argument is the code of why."""


def is_public(address: str, port: int) -> bool:
    """Whether a stranger may send us to that address: on the open net, at a port of the web."""
    if port not in _PORTS.values():
        return False
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    plain: IPv4Address | IPv6Address = found
    if isinstance(found, IPv6Address):
        if any(found in network for network in _CARRIES_ANOTHER):
            return False
        plain = found.ipv4_mapped or found
    return plain.is_global and not plain.is_multicast and not plain.is_reserved


def ask(link: str, *, may: Guard = is_public) -> Answer:
    """Ask the link and where it leads; `may` says which address and port may be asked."""
    until = monotonic() + _SECONDS
    try:
        for _hop in range(_MOST_HOPS):
            address = _address(link)
            if address.hostname in _SIGN_IN:
                return Answer(None, "link_asks_sign_in")
            status, onward = _status(address, may, until)
            if status not in _MOVED or not onward:
                return Answer(status)
            link = urljoin(link, onward)
    except _NoAnswerError as why:
        return Answer(None, str(why))
    except (OSError, HTTPException, ValueError):
        return Answer(None, "link_silent")
    return Answer(None, "link_turns")


def _address(link: str) -> SplitResult:
    address = urlsplit(link)
    if address.scheme not in _PORTS or not address.hostname or "@" in address.netloc:
        raise _NoAnswerError("link_leads_astray")
    return address


def _status(address: SplitResult, may: Guard, until: float) -> tuple[int, str]:
    """The status, and where it sends on to. Some answer a HEAD wrongly: they are asked by GET."""
    status, onward = _asked("HEAD", address, may, until)
    return _asked("GET", address, may, until) if status in _NO_HEAD else (status, onward)


def _asked(method: str, address: SplitResult, may: Guard, until: float) -> tuple[int, str]:
    connection = _Pinned(address, may, until)
    target = quote(address.path or "/", safe=_UNQUOTED)
    if address.query:
        target += f"?{quote(address.query, safe=_UNQUOTED)}"
    try:
        connection.connect()
        connection.request(method, target, headers={"User-Agent": _NAME, "Connection": "close"})
        answer = connection.getresponse()
        return answer.status, answer.headers.get("Location") or ""
    finally:
        connection.close()


class _Pinned(HTTPConnection):
    """A connection to the address that was looked at, which ends when its time is over."""

    def __init__(self, address: SplitResult, may: Guard, until: float) -> None:
        host = (address.hostname or "").encode("idna").decode()
        port = address.port or _PORTS[address.scheme]
        super().__init__(host, port)
        self._encrypted, self._may, self._until = address.scheme == "https", may, until
        self._end = Timer(0, self._give_up)
        self.default_port = _PORTS[address.scheme]

    def connect(self) -> None:
        """Look the host up, look at every address of it, connect to the first."""
        left = self._until - monotonic()
        if left <= 0:
            raise _NoAnswerError("link_silent")
        plain = create_connection((self._looked_up(), self.port), timeout=left)
        self.sock = self._wrapped(plain) if self._encrypted else plain
        self._end = Timer(max(self._until - monotonic(), 0), self._give_up)
        self._end.daemon = True
        self._end.start()

    def close(self) -> None:
        """Close it, and stop watching the time."""
        self._end.cancel()
        super().close()

    def _looked_up(self) -> str:
        try:
            found = getaddrinfo(self.host, self.port, type=SOCK_STREAM)
        except OSError:
            raise _NoAnswerError("link_unknown_host") from None
        addresses = [str(each[4][0]) for each in found]
        if not addresses or not all(self._may(each, self.port) for each in addresses):
            raise _NoAnswerError("link_leads_astray")
        return addresses[0]

    def _wrapped(self, plain: socket) -> socket:
        try:
            return ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)
        except ssl.SSLError:
            plain.close()
            raise _NoAnswerError("link_untrusted") from None

    def _give_up(self) -> None:
        sock: socket | None = self.sock
        if sock is not None:
            try:
                sock.shutdown(SHUT_RDWR)
            except OSError:
                return
