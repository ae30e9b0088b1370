"""The demo conference behind an app, for tests that only read or that may spoil it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from builders import STAMP
from builders_doors import serving, store_of
from flask import Flask

from conference.config import Settings
from conference.importers.demo import load_demo
from conference.store import Store
from projections.library import Library, Shelf

DEMO = UUID("2c77f7d3-fa6b-552c-bf52-f92003ee3461")
"""The demo's id, which its code makes."""


@contextmanager
def serving_demo(folder: Path, **said: object) -> Iterator[Flask]:
    """An app over a new store that holds the demo conference."""
    settings = Settings(data_dir=folder, secret_key="a key for tests only", **said)  # type: ignore[arg-type]
    Store.migrate(settings)
    with serving(settings) as app:
        load_demo(store_of(app), STAMP, "Ban tổ chức")
        yield app


def shelf_of(app: Flask, conference_id: UUID = DEMO) -> Shelf:
    """The documents as they are now."""
    library: Library = app.extensions["house"].library
    return library.shelf(conference_id)
