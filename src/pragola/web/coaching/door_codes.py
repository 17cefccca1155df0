"""The code at the door: signed, for one clinic, and over after a while."""

import re
from datetime import datetime, timedelta
from typing import Any

import zxingcpp
from django.core import signing

from pragola.web.coaching.models import Clinic

ON_SCREEN = timedelta(minutes=10)
"""So long holds a code that is shown; its page asks for a new one every minute."""
AFTER_THE_END = timedelta(hours=1)
"""So long after the clinic holds a code that was printed."""
_SIZE = re.compile(r'<svg width="(\d+)" height="(\d+)"')
_SALT = "pragola.coaching.door"


def code_for_screen(clinic: Clinic, *, at: datetime) -> str:
    """A code that holds for some minutes."""
    return _code(clinic, at + ON_SCREEN)


def code_for_paper(clinic: Clinic) -> str:
    """A code that holds until the clinic is over."""
    return _code(clinic, clinic.ends_at + AFTER_THE_END)


def clinic_of_code(code: str, *, at: datetime) -> int | None:
    """The clinic of a code that holds; None for one that is over, forged or no code."""
    try:
        told: Any = signing.loads(code, salt=_SALT)
    except signing.BadSignature:
        return None
    return int(told["clinic"]) if at.timestamp() <= told["until"] else None


def picture_of(address: str) -> str:
    """The address as a QR code, an SVG without a head that is as large as its place."""
    barcode = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode)
    svg = str(zxingcpp.write_barcode_to_svg(barcode))
    return _SIZE.sub(r'<svg viewBox="0 0 \1 \2"', svg[svg.index("<svg") :], count=1)


def _code(clinic: Clinic, until: datetime) -> str:
    return signing.dumps({"clinic": clinic.pk, "until": int(until.timestamp())}, salt=_SALT)
