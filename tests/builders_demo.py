"""The demo conference behind an app, for tests that only read or that may spoil it."""

import atexit
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from uuid import UUID

from builders import STAMP
from builders_doors import serving
from flask import Flask

from conference.config import Settings
from conference.importers.demo import load_demo
from conference.store import Store
from projections.library import Library, Shelf

DEMO = UUID("2c77f7d3-fa6b-552c-bf52-f92003ee3461")
"""The demo's id, which its code makes."""


def settings_in(folder: Path, **said: Any) -> Settings:
    return Settings(data_dir=folder, secret_key="a key for tests only", **said)


@cache
def demo_folder() -> Path:
    """A folder with the demo's store, loaded once a process; to be copied."""
    folder = Path(mkdtemp(prefix="le-dai-demo-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    Store.migrate(settings_in(folder))
    store = Store(settings_in(folder))
    load_demo(store, STAMP, "Ban tổ chức")
    store.close()
    return folder


@contextmanager
def serving_demo(folder: Path, **said: Any) -> Iterator[Flask]:
    """An app over a store of its own that holds the demo conference."""
    shutil.copytree(demo_folder(), folder, dirs_exist_ok=True)
    with serving(settings_in(folder, **said)) as app:
        yield app


def shelf_of(app: Flask, conference_id: UUID = DEMO) -> Shelf:
    """The documents as they are now."""
    library: Library = app.extensions["house"].library
    return library.shelf(conference_id)
