"""The door of the API: one way in which every command and every document is served as JSON."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import Response, jsonify, request
from flask_smorest import Blueprint
from marshmallow import Schema, fields
from msgspec import json
from werkzeug.exceptions import PreconditionRequired

from conference import gate, gate_hours
from conference.api.body import Body
from conference.commands.fields import Text
from conference.copies import copied, hole
from conference.errors import Stale
from conference.gate import may
from conference.once import made_id, once
from conference.store import Store
from projections.library import Shelf

Version = Callable[[Shelf, Mapping[str, Any]], int]
"""The version of the aggregate that a write of this URL changes, read from the shelf."""


class Local(fields.Field[datetime]):
    """An instant as ISO with the offset of the conference's own time zone; null while unknown."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        return None if value is None else value.astimezone(gate.shelf().conference.zone).isoformat()


class At(Schema):
    """A past position of the log; the newest where it is absent."""

    at = fields.Integer(load_default=None, metadata={"minimum": 0})


class Sought(At):
    """Words that the answer is narrowed to, diacritics or not; a name by its initials, too."""

    q = Text(load_default=None, longest=200)


class Document(Schema):
    """The parent of all documents: each says the position it was made from."""

    position = fields.Integer(required=True, metadata={"description": "position of the log"})


class Written(Schema):
    """The answer to a write: what it was about, and the version to send as If-Match next."""

    id = fields.UUID(allow_none=True)
    version = fields.Integer(allow_none=True)
    position = fields.Integer()


class Problem(Schema):
    """A refusal: one sentence in the language of Accept-Language, and its code."""

    code = fields.String(required=True)
    message = fields.String(required=True)
    status = fields.Integer(required=True)
    errors = fields.Dict(keys=fields.String(), values=fields.List(fields.String()))


REFUSALS = {
    400: "Not understood",
    401: "No valid token",
    403: "Not for this role",
    404: "No such thing here",
    409: "Against a rule",
    412: "Another version is newer",
    422: "A field is wrong",
    428: "If-Match is missing",
    503: "The store is away, or too much was asked; try again after Retry-After",
}

KEY = {
    "in": "header",
    "name": "Idempotency-Key",
    "schema": {
        "type": "string",
        "minLength": 8,
        "maxLength": 80,
        "pattern": "^[A-Za-z0-9_-]+$",
    },
    "description": "The same key with the same body answers the same and records nothing new.",
}

MATCH = {
    "in": "header",
    "name": "If-Match",
    "required": True,
    "schema": {"type": "string", "pattern": '^([*]|"[0-9]{1,9}")$'},
    "description": "The version that was read, as its ETag; * for whatever it is now.",
}

OF_VERSIONS = frozenset({412, 428})
"""Refusals of a write that needs If-Match, and of no other."""


class Noun(Blueprint):
    """A blueprint that reads bodies in our way."""

    ARGUMENTS_PARSER = Body()


def noun(name: str, description: str) -> Blueprint:
    """The blueprint of a noun; its paths begin behind /api/v1."""
    return Noun(f"api_{name}", __name__, url_prefix="/api/v1", description=description)


def refusing(blueprint: Blueprint, *statuses: int) -> Callable[[Any], Any]:
    """Say of a view that it may answer these refusals, all at once: each saying copies the whole
    description, nine of them took a third of an import."""
    answer = {"application/json": {"schema": Problem}}
    told = {str(one): {"description": REFUSALS[one], "content": answer} for one in sorted(statuses)}
    said: Callable[[Any], Any] = blueprint.doc(responses=told)
    return said


def read(
    blueprint: Blueprint,
    rule: str,
    schema: type[Document],
    document: Callable[..., Any],
    *,
    act: str,
    version: Version | None = None,
    name: str | None = None,
    asked: type[At] = At,
    beside: bool = False,
) -> None:
    """Serve a document: `document(shelf, **ids)` gives an object that `schema` dumps. `name` tells
    it from another document that is read by the same act; `asked` is what the query may hold. What
    lies `beside` the log changes without a fact, so no copy of it is kept."""

    dump = schema(exclude=("position",)).dump

    def view(said: dict[str, Any], **ids: Any) -> Response:
        shelf = gate.shelf()
        given = {key: value for key, value in ids.items() if key != "conference_id"}
        body = json.encode(dump(document(shelf, **given))).decode()
        answer = Response(positioned(body), mimetype="application/json")
        if version is not None:
            answer.set_etag(str(version(shelf, ids)))
        return answer

    view.__name__ = view.__qualname__ = name or act
    described = blueprint.response(200, schema)(
        blueprint.arguments(asked(), location="query")(view)
    )
    described = refusing(blueprint, 401, 403, 404, 422)(described)
    place(blueprint, rule, "GET", name or act, act, described if beside else copied(described))


def positioned(body: str) -> str:
    """A document with the log's position in front, which moves when the document does not."""
    return f'{{"position":{hole("position")},{body[1:]}'


def no_more(ids: Mapping[str, Any]) -> Mapping[str, Any]:
    return {}


def write(
    blueprint: Blueprint,
    rule: str,
    schema: type[Schema],
    command: Callable[..., Any],
    *,
    method: str = "POST",
    version: Version | None = None,
    moment: bool = False,
    makes: str | None = None,
    answer: type[Written] = Written,
    tells: Callable[[Mapping[str, Any]], Mapping[str, Any]] = no_more,
    act: str | None = None,
) -> None:
    """Serve a command. With `version` it needs If-Match; with `moment` it takes place now;
    `makes` is the command's argument for the id of what it makes. `tells` reads for the ids of the
    URL what `answer` says beyond Written. `act` is what it is to the gate where that is not the
    command itself."""
    name = command.__name__

    def view(said: dict[str, Any] | None = None, **ids: Any) -> Response:
        told = ids | gate_hours.meant(said or {})
        told |= {"at": gate.conference_now()} if moment else {}
        made = made_id() if makes else None
        told |= {makes: made} if makes else {}

        def carry_out(store: Store) -> None:
            command(store, gate.stamp(), **told, **expected(version, ids))

        once(carry_out, made)
        return written(made, version(gate.fresh(), ids) if version else None, tells(ids))

    view.__name__ = view.__qualname__ = name
    headers = [KEY] if version is None else [KEY, MATCH]
    described: Any = blueprint.response(200, answer)(blueprint.doc(parameters=headers)(view))
    unmet = OF_VERSIONS if version is None else set()
    described = refusing(blueprint, *(set(REFUSALS) - unmet))(described)
    described = blueprint.arguments(schema())(described) if schema().fields else described
    place(blueprint, rule, method, name, act or name, described)


def written(id: UUID | None, newest: int | None, more: Mapping[str, Any]) -> Response:
    """The answer to a write: what it made, the version it left, and the log's position now."""
    position = gate.house().library.catch_up()
    answer = jsonify({"id": id, "version": newest, "position": position, **more})
    if newest is not None:
        answer.set_etag(str(newest))
    return answer


def place(blueprint: Blueprint, rule: str, method: str, endpoint: str, act: str, view: Any) -> None:
    """Put a view at its URL, marked with the act that it performs."""
    blueprint.route(rule, methods=[method], endpoint=endpoint)(may(act)(view))


def expected(version: Version | None, ids: Mapping[str, Any]) -> dict[str, Any]:
    """What If-Match says, as the command's `expecting`. 428 without it, 412 for an old version."""
    if version is None:
        return {}
    if not request.headers.get("If-Match"):
        raise PreconditionRequired
    if request.if_match.star_tag:
        return {"expecting": None}
    newest = version(gate.shelf(), ids)
    if not request.if_match.contains(str(newest)):
        raise Stale("version", newest)
    return {"expecting": newest}
