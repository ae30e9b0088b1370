"""The files that the door's page needs, and the service worker that keeps them on the device."""

from functools import cache
from hashlib import sha256
from json import dumps
from pathlib import Path

from flask import url_for

STATIC = Path(__file__).parents[2] / "static"

KEPT = (
    *("icon.svg", "css/door.css", "css/door_*.css", "css/fonts.css", "css/tokens.css"),
    *("css/base.css", "js/door/*.js", "vendor/zxing*", "fonts/be-vietnam-pro-*.woff2"),
)
"""Patterns of the page's own files; the worker itself is the browser's to keep."""


@cache
def door_files() -> tuple[tuple[str, ...], str]:
    """The files below static/ in order, and one hash of all their contents."""
    found = sorted({path for pattern in KEPT for path in STATIC.glob(pattern)})
    hashed = sha256(b"".join(sha256(path.read_bytes()).digest() for path in found))
    names = tuple(path.relative_to(STATIC).as_posix() for path in found)
    return names, hashed.hexdigest()[:12]


def worker(page: str) -> str:
    """The worker's script for the page at this path: other files make it another script."""
    names, version = door_files()
    files = [url_for("static", filename=name) for name in names if name != "js/door/worker.js"]
    said = {"PAGE": page, "FILES": files, "VERSION": version}
    told = "".join(f"const {name} = {dumps(value)};\n" for name, value in said.items())
    return told + (STATIC / "js" / "door" / "worker.js").read_text("utf-8")
