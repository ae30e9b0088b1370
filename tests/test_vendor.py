"""Vendored files are as published, and the fonts have every Vietnamese letter."""

import json
from hashlib import sha256
from itertools import product
from pathlib import Path
from unicodedata import normalize

import pytest
from PIL import ImageFont

STATIC = Path(__file__).parent.parent / "static"
MANIFEST = json.loads((STATIC / "vendor" / "manifest.json").read_text())

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
BASES = "aăâeêioôơuưy"
ACCENTED = {normalize("NFC", letter + tone) for letter, tone in product(BASES, TONES)} | {"đ"}
LETTERS = sorted(
    {form for letter in ACCENTED for form in (letter, letter.upper())} - set("aeiouyAEIOUY")
)


def test_there_are_134_accented_letters() -> None:
    assert len(LETTERS) == 134


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["file"])
def test_a_vendored_file_is_as_published(entry: dict[str, str]) -> None:
    assert sha256((STATIC / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]


@pytest.mark.parametrize("path", sorted(STATIC.glob("fonts/*.ttf")), ids=lambda path: path.name)
def test_a_paper_font_has_every_letter(path: Path) -> None:
    font = ImageFont.truetype(str(path), 40)
    missing = bytes(font.getmask("\ufff0"))
    assert [letter for letter in LETTERS if bytes(font.getmask(letter)) == missing] == []


def test_every_vendored_file_is_in_the_manifest() -> None:
    kept = {path.relative_to(STATIC).as_posix() for path in STATIC.glob("fonts/*")}
    kept |= {path.relative_to(STATIC).as_posix() for path in STATIC.glob("vendor/*")}
    assert kept - {"vendor/manifest.json"} == {entry["file"] for entry in MANIFEST}
