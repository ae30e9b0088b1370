"""What papers are made of is one store's, on SQLite: what they say goes by its facts alone."""

from collections.abc import Iterator

import pytest

from conference.config import Settings
from conference.store import Store


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    made = Store(settings)
    yield made
    made.close()
