"""The door of the pages: one way in which every form becomes a command and a page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from inspect import signature
from typing import Any
from uuid import UUID

from flask import (
    Blueprint,
    flash,
    g,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from marshmallow import Schema, ValidationError
from werkzeug.wrappers import Response

from conference import gate, gate_hours
from conference.errors import Refused, Stale, Unreadable
from conference.language import sentence

SEVERAL = frozenset({"roles", "guests", "order", "lines"})
"""Names of form fields of which several values are sent."""

UNTYPED = frozenset({"csrf_token", "version"})
"""Names of form fields that nobody sees."""

Page = Callable[..., ResponseReturnValue]


@dataclass(frozen=True)
class Bound:
    """What a form shows: the values in its fields and the sentences beside them.

    `typed` is what somebody sent from an old page: shown beside the newest values, which it would
    else have overwritten, and in a field of which nothing is stored. `open` says
    that it was refused and is not to be closed.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    errors: Mapping[str, list[str]] = field(default_factory=dict)
    typed: Mapping[str, Any] = field(default_factory=dict)
    open: bool = False


@dataclass(frozen=True)
class Refusal:
    """A form of this request that was refused: which one, what was typed, and why."""

    command: str
    key: str
    bound: Bound
    sentence: str
    code: str = ""


def bound(command: str, key: object = "", **values: Any) -> Bound:
    """The form of a command as a template draws it; after a refusal with what was typed."""
    refusal: Refusal | None = g.get("refusal")
    if refusal and (refusal.command, refusal.key) == (command, str(key)):
        found = refusal.bound
        return replace(found, values={**found.typed, **values, **found.values})
    return Bound(values)


def refused_sentence() -> str | None:
    """The sentence of this request's refusal, for the top of the page."""
    refusal: Refusal | None = g.get("refusal")
    return refusal.sentence if refusal else None


def refused_key() -> str | None:
    """Which of a page's forms this request's refusal is about."""
    refusal: Refusal | None = g.get("refusal")
    return refusal.key if refusal else None


def refused_code() -> str | None:
    """The code of this request's refusal, for a page that asks for what is missing."""
    refusal: Refusal | None = g.get("refusal")
    return refusal.code if refusal else None


def partial_asked() -> bool:
    """Whether htmx asks for the page's one partial instead of the page."""
    return request.headers.get("HX-Request") == "true" and not request.headers.get("HX-Boosted")


def page(name: str, **documents: Any) -> str:
    """`<name>/page.html`, or its partial `<name>/_page.html` when htmx asks for that."""
    template = f"{name}/_page.html" if partial_asked() else f"{name}/page.html"
    return render_template(template, **documents)


def shown_page(total: int, size: int) -> int:
    """The page asked for by `?page=`, within what there is."""
    asked = request.args.get("page", "1")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    return min(max(1, number), max(1, -(-total // size)))


def act(
    schema: type[Schema],
    command: Callable[..., Any],
    page: Page,
    *,
    key: object = "",
    done: Callable[[Any], str] | str | None = None,
    **known: Any,
) -> ResponseReturnValue:
    """Load the form, carry out the command, and answer `page`.

    `known` are the command's arguments that do not come from the form; `key` tells apart the
    forms of one command on a page; `done` is the code of what the page then says, or makes a
    sentence of the command's answer. Refused: the page again with what was typed and one sentence,
    422 for a wrong field, 409 against a rule or on an old page; nothing is recorded.
    """
    try:
        said = gate_hours.meant(schema().load(dict(flat_form())))
        ids = {"conference_id": request.view_args["conference_id"]}  # type: ignore[index]
        answer = command(
            gate.house().store, gate.stamp(), **ids, **known, **said, expecting=expected_version()
        )
    except ValidationError as error:
        return refused(page, command, key, "form.invalid", dict(fields_of(error)), 422)
    except Refused as refusal:
        status = 422 if isinstance(refusal, Unreadable) else 409
        return refused(page, command, key, refusal.code, {}, status, **refusal.facts)
    except Stale as stale:
        return refused(page, command, key, "form.stale", {}, 409, kind=stale.kind)
    flash(done(answer) if callable(done) else sentence(done or f"done.{command.__name__}"))
    if words := gate_hours.understood():
        flash(sentence("done.understood", **words))
    return answered(page)


def answered(page: Page) -> ResponseReturnValue:
    """After a command: the partial for htmx, else the way to the page (303)."""
    gate.fresh()
    ids: dict[str, Any] = page_ids(page)
    if partial_asked():
        return page(**ids)
    return redirect(url_for(f"{request.blueprint}.{page.__name__}", **ids), 303)


def refused(
    page: Page,
    command: Callable[..., Any],
    key: object,
    code: str,
    errors: dict[str, list[str]],
    status: int,
    **facts: Any,
) -> ResponseReturnValue:
    """The page again, with what was typed and the sentence of the refusal."""
    said = dict(flat_form())
    shown = {"values": said}
    if code == "form.stale":
        shown = {"typed": {name: value for name, value in said.items() if name not in UNTYPED}}
    bound = Bound(errors=errors, open=True, **shown)
    g.refusal = Refusal(command.__name__, str(key), bound, sentence(code, **facts), code)
    gate.fresh()
    response: Response = make_response(page(**page_ids(page)))
    response.status_code = status
    return response


def page_ids(page: Page) -> dict[str, UUID]:
    """What the page of this form needs from the URL: its own arguments."""
    given = request.view_args or {}
    return {name: given[name] for name in signature(page).parameters if name in given}


def flat_form() -> Iterator[tuple[str, Any]]:
    """The form's fields; tick boxes that share a name (`roles`) come as a list."""
    for name, values in request.form.lists():
        yield name, values if name in SEVERAL else values[0]


def expected_version() -> int | None:
    """The version that the form was drawn from, where the form says it."""
    version = request.form.get("version", "")
    return int(version) if version.isascii() and version.isdigit() and len(version) < 10 else None


def fields_of(error: ValidationError) -> Iterator[tuple[str, list[str]]]:
    """Field name and sentences, from codes that the fields refused with."""
    for name, codes in dict(error.normalized_messages()).items():
        listed = codes if isinstance(codes, list) else ["field.text"]
        yield str(name), [sentence(str(code)) for code in listed]


def noun(name: str, path: str = "") -> Blueprint:
    """The blueprint of a noun under a conference."""
    return Blueprint(name, __name__, url_prefix=f"/conferences/<uuid:conference_id>{path}")
