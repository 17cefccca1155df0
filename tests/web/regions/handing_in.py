"""Visitors who hand in answers."""

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from django.test import Client

from pragola.web.regions.models import Upload
from pragola.web.regions.reading import read_upload
from tests.workbook.samples import raw_answers


def as_file(content: Mapping[str, Any] | bytes, name: str = "jawaban.json") -> BytesIO:
    """A file as a browser would send it."""
    told = content if isinstance(content, bytes) else json.dumps(content).encode()
    file = BytesIO(told)
    file.name = name
    return file


def hand_in(client: Client, file: BytesIO | None = None, *, target: str = "") -> Upload:
    """Answers handed in by that visitor, still waiting."""
    sent = file or as_file(raw_answers())
    response = client.post("/unggah/", {"file": sent, "target": target})
    assert response.status_code == 302, response.content.decode()
    return Upload.objects.get(id=response["Location"].strip("/").split("/")[-1])


def hand_in_and_read(client: Client, file: BytesIO | None = None, *, target: str = "") -> Upload:
    """Answers handed in by that visitor and read by the worker."""
    upload = hand_in(client, file, target=target)
    read_upload(upload.id)
    upload.refresh_from_db()
    return upload
