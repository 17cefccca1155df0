"""An institution's own sign-in: a small OpenID provider that checks what a site sends it."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from threading import Thread
from time import time
from urllib.parse import parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "pragola", "rahasia-untuk-uji"
_BITS, _SECONDS = 2048, 300
_PAGE = """<!DOCTYPE html><html lang="id"><title>Akun instansi</title><body>
<form method="post">{hidden}<button>Izinkan</button></form></body></html>"""


@dataclass(slots=True)
class Institution:
    """Who signs in there, and what was agreed; `complaints` are faults of the site."""

    issuer: str
    email: str
    verified: bool = True
    codes: dict[str, Mapping[str, str]] = field(default_factory=dict)
    tokens: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)
    key: rsa.RSAPrivateKey = field(
        default_factory=lambda: rsa.generate_private_key(public_exponent=65537, key_size=_BITS)
    )

    def described(self) -> dict[str, object]:
        """What a site reads first."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/izin",
            "token_endpoint": f"{self.issuer}/tanda",
            "userinfo_endpoint": f"{self.issuer}/orang",
            "jwks_uri": f"{self.issuer}/kunci",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "code_challenge_methods_supported": ["S256"],
        }

    def allowed(self, asked: Mapping[str, str]) -> str:
        """Where the browser goes back to, with a code."""
        for name, expected in (("client_id", CLIENT), ("code_challenge_method", "S256")):
            if asked.get(name) != expected:
                self.complaints.append(f"{name}: {asked.get(name)}")
        code = token_urlsafe()
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def exchanged(self, told: Mapping[str, str]) -> dict[str, object]:
        """Tokens for a code, which works once and only for who began."""
        asked = self.codes.pop(told["code"])
        digest = sha256(told.get("code_verifier", "").encode()).digest()
        if urlsafe_b64encode(digest).rstrip(b"=").decode() != asked["code_challenge"]:
            self.complaints.append("code_verifier")
        if told.get("redirect_uri") != asked["redirect_uri"]:
            self.complaints.append("redirect_uri")
        access = token_urlsafe()
        self.tokens.add(access)
        claims = {**self.person(), "iss": self.issuer, "aud": CLIENT, "exp": int(time()) + _SECONDS}
        claims |= {"iat": int(time())} | ({"nonce": asked["nonce"]} if "nonce" in asked else {})
        signed = jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "1"})
        return {"access_token": access, "token_type": "Bearer", "id_token": signed}

    def person(self) -> dict[str, object]:
        """Who signed in."""
        return {"sub": "pegawai-1", "email": self.email, "email_verified": self.verified}

    def keys(self) -> dict[str, object]:
        """The public key by which its tokens are checked."""
        public = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {"keys": [{**public, "kid": "1", "use": "sig", "alg": "RS256"}]}


@contextmanager
def institution(email: str, *, verified: bool = True) -> Iterator[Institution]:
    """Serve one on a free port, at which that person signs in."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    own = Institution(f"http://localhost:{server.server_port}", email, verified)
    _Answers.institution = own
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield own
    finally:
        server.shutdown()
        server.server_close()


class _Answers(BaseHTTPRequestHandler):
    institution: Institution

    def do_GET(self) -> None:
        own, path = self.institution, urlsplit(self.path)
        match path.path:
            case "/.well-known/openid-configuration":
                self._json(own.described())
            case "/kunci":
                self._json(own.keys())
            case "/orang" if self.headers["Authorization"].removeprefix("Bearer ") in own.tokens:
                self._json(own.person())
            case "/izin":
                asked = dict(parse_qsl(path.query))
                inputs = (f'<input type="hidden" name="{n}" value="{v}">' for n, v in asked.items())
                self._send(200, "text/html", _PAGE.format(hidden="".join(inputs)).encode())
            case "/favicon.ico":
                self._send(204, "image/x-icon", b"")
            case _:
                self._send(404, "text/plain", b"")

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        told = dict(parse_qsl(self.rfile.read(length).decode()))
        if urlsplit(self.path).path == "/tanda":
            self._json(self.institution.exchanged(told))
        else:
            self._send(302, "text/plain", b"", Location=self.institution.allowed(told))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _json(self, told: Mapping[str, object]) -> None:
        self._send(200, "application/json", json.dumps(told).encode())

    def _send(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            **headers,
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
