"""The demo behind an app, a day's clock in a hand, and who sits before a page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders_day import Hand
from builders_demo import serving_demo
from builders_doors import browser
from flask import Flask
from flask.testing import FlaskClient


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    """The demo; modules that need another house have an app of their own."""
    with serving_demo(tmp_path) as made:
        yield made


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """An organizer's browser."""
    return browser(app)


@pytest.fixture
def desk(app: Flask) -> FlaskClient:
    """A supervisor's."""
    return browser(app, "supervisor")
