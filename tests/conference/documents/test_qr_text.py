"""A QR code in a terminal, read again from what the terminal shows."""

import pytest
import zxingcpp
from PIL import Image

from conference.documents.qr_text import beside, qr_text

HALVES = {"█": (255, 255), "▀": (255, 0), "▄": (0, 255)}
"""The upper and lower half of a character that a dark terminal shows."""

SCALE = 6


def seen(lines: list[str]) -> Image.Image:
    """What a camera sees of a dark terminal."""
    width = max(map(len, lines))
    picture = Image.new("L", (width + 8, 2 * len(lines) + 8), 0)
    for y, line in enumerate(lines):
        for x, drawn in enumerate(line):
            for half, light in enumerate(HALVES.get(drawn, (0, 0))):
                picture.putpixel((x + 4, 2 * y + half + 4), light)
    return picture.resize((picture.width * SCALE, picture.height * SCALE), Image.Resampling.NEAREST)


@pytest.mark.parametrize("text", ["https://192.168.1.5:8000", "https://[fd00:1::abcd]:8000"])
def test_a_terminal_shows_what_a_camera_reads(text: str) -> None:
    assert [one.text for one in zxingcpp.read_barcodes(seen(qr_text(text)))] == [text]


def test_two_stand_abreast_in_eighty_columns() -> None:
    pair = ("http://192.168.100.200:8001", "https://192.168.100.200:8000")
    lines = beside(*map(qr_text, pair))
    assert max(map(len, lines)) <= 80
    assert {one.text for one in zxingcpp.read_barcodes(seen(lines))} == set(pair)
