"""What a refused request is told: one sentence in the user's language, as page, partial or JSON."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import structlog
from flask import Flask, g, jsonify, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from marshmallow import ValidationError
from werkzeug.exceptions import HTTPException

from conference import gate
from conference.errors import (
    BadSheet,
    Busy,
    Forbidden,
    NotFound,
    Refused,
    Stale,
    Unavailable,
    Unreadable,
)
from conference.language import sentence
from conference.store_writer import Conflict

log = structlog.get_logger()


def init_app(app: Flask) -> None:
    for error, answer in ANSWERS.items():
        app.register_error_handler(error, answer)  # type: ignore[arg-type]


def told(status: int, code: str, **facts: object) -> ResponseReturnValue:
    """The answer in the form that was asked for: JSON under /api, else a page.

    The page is drawn without who asks and without the conference: either may be what is missing.
    """
    g.actor = g.shelf = None
    words = sentence(code, **facts)
    headers = {"Retry-After": "2"} if status == 503 else {}
    if request.path.startswith("/api/"):
        body = {"code": code, "message": words, "status": status}
        return jsonify(body), status, headers
    return render_template("errors/refused.html", status=status, words=words), status, headers


def not_signed_in(error: gate.SignInNeeded) -> ResponseReturnValue:
    if request.path.startswith("/api/"):
        answer = told(401, "session.token-needed")
        return *answer[:2], {"WWW-Authenticate": "Bearer"}  # type: ignore[index]
    if request.headers.get("HX-Request"):
        return "", 401, {"HX-Redirect": url_for("session.sign_in")}
    asked = request.full_path if request.method == "GET" else "/"
    return redirect(url_for("session.sign_in", next=asked), 303)


def unknown(error: NotFound) -> ResponseReturnValue:
    return told(404, "not-found")


def refused(error: Refused) -> ResponseReturnValue:
    unreadable = isinstance(error, Unreadable) or error.code in UNREADABLE
    return told(422 if unreadable else 409, error.code, **error.facts)


UNREADABLE = frozenset(
    {
        "idempotency.bad-key",
        "idempotency.other-request",
        "position.not-a-number",
        "scan.other-content",
        "scan.nothing-scanned",
    }
)
"""Refusals of the request itself, not of what it asks for."""


def stale(error: Stale) -> ResponseReturnValue:
    """A program named the version in If-Match, a form in a field of its own."""
    return told(412 if request.path.startswith("/api/") else 409, "form.stale")


def forbidden(error: Forbidden) -> ResponseReturnValue:
    return told(403, "forbidden")


def invalid(error: ValidationError) -> ResponseReturnValue:
    return told(422, "form.invalid")


def bad_sheet(error: BadSheet) -> ResponseReturnValue:
    answer = told(422, "workbook.bad-cells", count=len(error.rows))
    if not request.path.startswith("/api/"):
        return answer
    cells = [
        {
            "sheet": cell.sheet,
            "row": cell.row,
            "column": cell.column,
            "code": cell.code,
            "message": sentence(cell.code, **cell.facts),
        }
        for cell in error.rows
    ]
    return jsonify({**answer[0].get_json(), "cells": cells}), 422  # type: ignore[index, union-attr]


def away(error: Unavailable | Conflict) -> ResponseReturnValue:
    return told(503, "store.unavailable")


def busy(error: Busy) -> ResponseReturnValue:
    answer = make_response(told(503, error.code))
    answer.headers["Retry-After"] = str(error.wait_s)
    return answer


def forged(error: CSRFError) -> ResponseReturnValue:
    return told(400, "session.csrf")


def http(error: HTTPException) -> ResponseReturnValue:
    known = {400, 404, 405, 412, 413, 415, 422, 428, 429}
    status = error.code or 500
    if status < 400:
        return error.get_response()
    answer = told(status, f"http.{status}" if status in known else "http.400")
    given = getattr(error, "data", None) or {}
    if request.path.startswith("/api/") and status == 422 and given.get("messages"):
        return field_errors(given["messages"])
    return answer


def field_errors(messages: dict[str, Any]) -> ResponseReturnValue:
    """The refused fields of an API request, each with its sentences."""
    fields = {
        name: [sentence(str(code)) for code in codes]
        for part in messages.values()
        for name, codes in flat(part)
    }
    words = sentence("http.422")
    body = {"code": "http.422", "message": words, "status": 422, "errors": fields}
    return jsonify(body), 422


def flat(messages: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Field paths and codes of a nested refusal: "lines.0.name" and its list."""
    if isinstance(messages, dict):
        for name, inner in messages.items():
            yield from flat(inner, f"{path}.{name}" if path else str(name))
    else:
        yield path, list(messages)


def defect(error: Exception) -> ResponseReturnValue:
    """Anything else is ours: logged with a reference that the page shows, and without the path,
    which may hold a guest's secret."""
    reference = uuid4().hex[:8]
    log.error("defect", reference=reference, route=str(request.url_rule), exc_info=error)
    return told(500, "defect", reference=reference)


ANSWERS = {
    gate.SignInNeeded: not_signed_in,
    NotFound: unknown,
    Refused: refused,
    Stale: stale,
    Forbidden: forbidden,
    ValidationError: invalid,
    BadSheet: bad_sheet,
    Unavailable: away,
    Busy: busy,
    Conflict: away,
    CSRFError: forged,
    HTTPException: http,
    Exception: defect,
}
