"""QR codes in a terminal: half blocks, light on dark, so that a phone reads them off the screen."""

from io import StringIO
from itertools import zip_longest

from qrcode.constants import ERROR_CORRECT_L
from qrcode.main import QRCode

QUIET = 2
"""Modules around the code: the terminal's own margin does the rest, and two codes fit abreast."""


def qr_text(text: str) -> list[str]:
    """The code of a text, line by line; what is drawn is the light part."""
    code: QRCode = QRCode(error_correction=ERROR_CORRECT_L, border=QUIET)
    code.add_data(text)
    code.make(fit=True)
    drawn = StringIO()
    code.print_ascii(out=drawn, invert=True)
    return [line for line in drawn.getvalue().split("\n") if line.strip("\xa0 ")]


def beside(left: list[str], right: list[str]) -> list[str]:
    """Two codes abreast."""
    width = max(map(len, left))
    pairs = zip_longest(left, right, fillvalue="")
    return [f"{one.ljust(width)}   {other}" for one, other in pairs]
