"""Files to send, and the sending of them by tus as a browser does it."""

import io
import zipfile
from base64 import b64encode
from hashlib import sha256

from django.test import Client
from PIL import Image

from pragola.web.innovations.models import Entry

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
TUS = {"Tus-Resumable": "1.0.0"}
BODY = "application/offset+octet-stream"


def a_picture(kind: str = "JPEG", *, side: int = 40) -> bytes:
    """A small picture of that kind."""
    target = io.BytesIO()
    Image.new("RGB", (side, side), "brown").save(target, kind)
    return target.getvalue()


def a_video(brand: bytes = b"isom", *, moov: bool = True) -> bytes:
    """The boxes of a video, without anything to see in it."""
    boxes = _box(b"ftyp", brand + b"\0\0\0\1" + brand) + _box(b"mdat", b"\0" * 100)
    return boxes + _box(b"moov", b"\0" * 20) if moov else boxes


def _box(name: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + name + content


def a_zip(*names: str) -> bytes:
    """An archive with these names in it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name in names:
            package.writestr(name, "isi")
    return target.getvalue()


def digest(content: bytes) -> str:
    """The SHA-256 in hexadecimal."""
    return sha256(content).hexdigest()


def metadata(entry: Entry, *, part: str = "SID-01", name: str = "surat.pdf", **told: str) -> str:
    """What is said about a file, as the header has it."""
    pairs = {"entry": str(entry.pk), "part": part, "filename": name, **told}
    return ",".join(f"{key} {b64encode(said.encode()).decode()}" for key, said in pairs.items())


def begun(
    client: Client,
    entry: Entry,
    *,
    part: str = "SID-01",
    name: str = "surat.pdf",
    size: int = len(PDF),
    **told: str,
) -> tuple[int, str]:
    """Ask to send a file: the status, and the address where it goes."""
    said = metadata(entry, part=part, name=name, **told)
    headers = {**TUS, "Upload-Length": str(size), "Upload-Metadata": said}
    answer = client.post("/kerja/unggahan/", content_type="text/plain", headers=headers)
    return answer.status_code, answer.headers.get("Location", "")


def patched(client: Client, address: str, content: bytes, *, offset: int) -> tuple[int, str]:
    """Send what stands at the offset: the status, and how much is there then."""
    headers = {**TUS, "Upload-Offset": str(offset)}
    answer = client.patch(address, content, content_type=BODY, headers=headers)
    return answer.status_code, answer.headers.get("Upload-Offset", "")


def sent(
    client: Client,
    entry: Entry,
    content: bytes,
    *,
    part: str = "SID-01",
    name: str = "surat.pdf",
    **told: str,
) -> dict[str, object]:
    """Send a whole file; what became of it."""
    status, address = begun(client, entry, part=part, name=name, size=len(content), **told)
    assert status == 201
    patched(client, address, content, offset=0)
    outcome: dict[str, object] = client.post(f"{address}/selesai").json()
    return outcome
