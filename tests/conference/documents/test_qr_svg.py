"""QR codes as SVG: what a camera reads from the drawn modules is the text."""

import re

import pytest
import zxingcpp
from PIL import Image

from conference.documents.qr_svg import QUIET, qr_svg

RUN = re.compile(r"M(\d+) (\d+)\.5h(\d+)")


def drawn(svg: str, scale: int = 4) -> Image.Image:
    """The picture that the SVG's runs of modules make."""
    found = re.search(r'viewBox="0 0 (\d+) (\d+)"', svg)
    assert found
    assert found[1] == found[2]
    image = Image.new("L", (int(found[1]),) * 2, 255)
    assert 'stroke="#000"' in svg  # a unit wide: a run's middle line fills its row
    for x, y, length in RUN.findall(svg):
        image.paste(0, (int(x), int(y), int(x) + int(length), int(y) + 1))
    return image.resize((image.width * scale, image.height * scale), Image.Resampling.NEAREST)


@pytest.mark.parametrize(
    "text",
    [
        "http://127.0.0.1:8000/conferences/1#12",
        "HTTPS://LE-DAI.VN/D/" + "A2" * 28,
        "Hội nghị tổng kết",
        "x",
        "X",
        "9" * 500,
    ],
)
def test_a_camera_reads_the_text(text: str) -> None:
    (code,) = zxingcpp.read_barcodes(drawn(qr_svg(text)))
    assert (code.format, code.text) == (zxingcpp.BarcodeFormat.QRCode, text)


def test_a_quiet_zone_is_left_around() -> None:
    runs = [tuple(map(int, run)) for run in RUN.findall(qr_svg("x"))]
    size = 21 + 2 * QUIET
    assert min(min(x, y) for x, y, *_ in runs) == QUIET
    assert max(max(x + length, y + 1) for x, y, length in runs) == size - QUIET


def test_the_same_text_is_the_same_picture() -> None:
    assert qr_svg("x") == qr_svg("x")
    assert qr_svg("x") != qr_svg("y")


@pytest.mark.parametrize("length", [1, 20, 61, 90, 91, 122])
def test_capitals_take_the_smallest_code(length: int) -> None:
    """Alphanumeric at level M: 20 characters in version 1, 61 in 3, 90 in 4, 122 in 5 (ISO/IEC
    18004, table 7)."""
    version = next(n for n, most in enumerate((20, 38, 61, 90, 122), 1) if length <= most)
    size = 17 + 4 * version + 2 * QUIET
    assert f'viewBox="0 0 {size} {size}"' in qr_svg("A" * length, 2)
