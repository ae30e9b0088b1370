"""Builders of visits to the plan: the demo's turns, forms sent to it, what was recorded."""

from typing import TypeVar

from builders_demo import DEMO, shelf_of
from builders_doors import store_of
from builders_pages import send
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from events.base import Fact
from projections.run_sheet_turn import Turn

F = TypeVar("F", bound=Fact)

URL = f"/conferences/{DEMO}/plan"


def act(client: FlaskClient, path: str, **form: object) -> TestResponse:
    """A form of the plan's page, sent as the browser would."""
    return send(client, URL, f"{URL}/{path}", form)


def turns(app: Flask) -> tuple[Turn, ...]:
    return shelf_of(app).run_sheet.turns


def rows(app: Flask) -> list[list[str]]:
    """The names in each turn, in the order of calling."""
    return [[one.name for one in turn.recipients] for turn in turns(app)]


def recorded(app: Flask, kind: type[F]) -> list[F]:
    """The facts of a kind, oldest first."""
    return [fact for _, fact in store_of(app).facts(0, 10_000) if isinstance(fact, kind)]
