"""The API as one service: its blueprints and its OpenAPI document."""

from typing import Any

from flask import Flask
from flask_smorest import Api, Blueprint

from conference.api import agenda, awards, conferences, guests, history, seating, team, workbook
from conference.gate import PUBLIC, may

NOUNS = (conferences, guests, agenda, awards, seating, team, history, workbook)


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
    api = Api(app)
    for noun in NOUNS:
        api.register_blueprint(noun.pages)
    published: Any = app.view_functions["api-docs.openapi_json"]
    app.view_functions["api-docs.openapi_json"] = may(PUBLIC)(lambda: published())
    return [noun.pages for noun in NOUNS]
