"""The API as one service: its blueprints and its OpenAPI document."""

from threading import Lock
from typing import Any

from flask import Flask
from flask_smorest import Api, Blueprint

from conference.api import (
    agenda,
    agenda_files,
    agenda_played,
    agenda_releases,
    attendance,
    awards,
    awards_plan,
    badges,
    check_ins,
    clock,
    conferences,
    contests,
    guests,
    history,
    letters,
    lint,
    schedule,
    seating,
    speeches,
    stage,
    team,
    workbook,
)
from conference.api.door import Problem
from conference.api.hints import hint
from conference.gate import PUBLIC, may

NOUNS = (
    conferences,
    guests,
    letters,
    attendance,
    check_ins,
    badges,
    contests,
    agenda,
    agenda_files,
    agenda_played,
    agenda_releases,
    clock,
    speeches,
    awards,
    awards_plan,
    stage,
    lint,
    seating,
    team,
    history,
    workbook,
    schedule,
)


class Service(Api):
    """Every refusal that a route does not name is a Problem, too. What the blueprints say of
    themselves is put together when somebody first asks: it takes most of a start (0.3 s)."""

    ERROR_SCHEMA = Problem

    def __init__(self, app: Flask) -> None:
        super().__init__(app)
        self._undescribed: list[Blueprint] = []
        self._lock = Lock()

    def register_blueprint(self, blp: Blueprint, **options: Any) -> None:
        self._app.extensions["flask-smorest"]["blp_name_to_api"][blp.name] = self
        self._app.register_blueprint(blp, **options)
        self._undescribed.append(blp)

    def describe(self) -> None:
        """Put the description together, once."""
        with self._lock:
            while self._undescribed:
                blp = self._undescribed.pop(0)
                said = {"name": blp.name, "parameters": None}
                blp.register_views_in_doc(self, self._app, self.spec, **said)
                self.spec.tag({"name": blp.name, "description": blp.description})


def mount(app: Flask) -> list[Blueprint]:
    """Register every noun; answers the blueprints (they need no CSRF token: bearer only)."""
    app.config.update(
        API_TITLE="Lễ đài",
        API_VERSION="v1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/api/v1",
        OPENAPI_JSON_PATH="openapi.json",
        API_SPEC_OPTIONS={
            "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}},
            "security": [{"bearer": []}],
        },
    )
    api = Service(app)
    api.ma_plugin.converter.add_attribute_function(lambda _, field, **said: hint(field, **said))
    for noun in NOUNS:
        api.register_blueprint(noun.pages)
    published: Any = app.view_functions["api-docs.openapi_json"]

    @may(PUBLIC)
    def described() -> Any:
        api.describe()
        return published()

    app.view_functions["api-docs.openapi_json"] = described
    return [noun.pages for noun in NOUNS]
