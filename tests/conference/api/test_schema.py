"""The API against its own description: schemathesis over the demo, and what is written in it."""

from collections.abc import Callable, Iterator
from typing import Any
from zlib import crc32

import pytest
import schemathesis
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import bearer, store_of
from flask import Flask
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi import checks
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR

from events.agenda_release import AgendaReleased

API = "/api/v1/conferences"
CHECKS: list[Any] = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]
EXAMPLES = {GenerationMode.POSITIVE: 5, GenerationMode.NEGATIVE: 3}
"""Requests of each operation, by whether they are described: some 15 s of a core in all."""

UNVERSIONED = {
    "/stage/rehearsals",
    "/stage/{run}/cues",
    "/stage/{run}/reversals",
    "/stage/{run}/edits",
    "/stage/{run}/covering",
    "/stage/{run}/closing",
    "/stage/{run}/closed-up",
    "/stage/{run}/wings",
    "/stage/{run}/trays",
    "/stage/{run}/lines/{line}/wings",
    "/stage/{run}/lines/{line}/leaving",
    "/stage/{run}/lines/{line}/absence",
    "/stage/{run}/lines/{line}/arrival",
    "/stage/{run}/lines/{line}/gold-card",
    "/stage/{run}/lines/{line}/correction",
    "/stage/{run}/lines/{line}/object",
    "",
    "/workbook",
    "/schedule",
    "/guests",
    "/guests/groups",
    "/guests/{guest}/check-in",
    "/guests/{guest}/check-in/reversal",
    "/guests/{guest}/excuse",
    "/guests/{guest}/excuse/revocation",
    "/walk-ins",
    "/check-ins",
    "/letters/sendings",
    "/letters/reminders",
    "/agenda/releases/{number}/notices",
    "/agenda/releases/{number}/notices/sending",
    "/badges/printings",
    "/badges/tents",
    "/speeches",
    "/speeches/{speech}/texts",
    "/contests/{guest}/{entry}/settlement",
}
"""Writes that make something new, or that a door does whatever it has seen before."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with serving_demo(tmp_path_factory.mktemp("schema")) as made:
        yield made


@pytest.fixture(scope="module")
def described(app: Flask) -> dict[str, Any]:
    """The OpenAPI document."""
    return dict(app.test_client().get("/api/v1/openapi.json").get_json())


def ids_of(app: Flask) -> dict[str, list[str]]:
    """What exists in the demo, by the name of the parameter that asks for it."""
    shelf = shelf_of(app)
    guests = [*shelf.guest_list.by_id, *shelf.guest_list.groups]
    items = [item.id for item in shelf.agenda.items]
    seats = [seat.label for seat in shelf.seating_plan.seats]
    instruments = shelf.awards.instruments
    lines = [line.id for one in instruments for line in one.lines]
    found = {"conference_id": [DEMO], "guest": guests, "item": items, "before": items}
    found |= {"speech": [item.id for item in shelf.agenda.speeches]}
    found |= {"instrument": [one.id for one in instruments], "line": lines}
    found |= {"turn": [turn.id for turn in shelf.run_sheet.turns]}
    found |= {"document": [one.id for one in shelf.conference.documents]}
    found |= {"number": [release.number for release in shelf.agenda.releases]}  # type: ignore[dict-item]
    found |= {"seat": seats, "other": seats}  # type: ignore[dict-item]
    return {name: [str(id) for id in ids] for name, ids in found.items()}


def known(app: Flask) -> Callable[[str, Any], Any]:
    """In most requests an id of the demo instead of the generated one; the same in every run."""
    ids = ids_of(app) | {"If-Match": ["*"]}

    def instead(name: str, value: Any) -> Any:
        number = crc32(f"{name} {value}".encode("utf-8", "surrogatepass"))
        here = ids.get(name)
        return value if here is None or number % 8 == 0 else here[number // 8 % len(here)]

    return instead


def operations(app: Flask) -> list[Any]:
    """Every operation; reads first, and last what ends something."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    instead = known(app)

    def often(context: Any, said: Any) -> Any:
        if not isinstance(said, dict):
            return said
        return {name: instead(name, value) for name, value in said.items()}

    for part in ("path_parameters", "headers", "body"):
        schema.hook(f"map_{part}")(often)
    found = [result.ok() for result in schema.get_all_operations()]
    ends = ("closing", "withdrawal")
    return sorted(found, key=lambda one: (one.method != "get", one.path.endswith(ends)))


def tried(operation: Any, mode: GenerationMode, headers: dict[str, str]) -> list[int]:
    """The statuses of some requests; fails at what the description does not say."""
    statuses = []

    @hypothesis_settings(
        max_examples=EXAMPLES[mode],
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def run(case: Any) -> None:
        answer = case.call_and_validate(headers=headers, checks=CHECKS)
        statuses.append(answer.status_code)

    run()
    return statuses


@pytest.mark.slow
def test_no_request_finds_a_defect_or_an_answer_that_is_not_described(app: Flask) -> None:
    headers, found, written = bearer(app), {}, store_of(app).head()
    for operation in operations(app):
        for mode in GenerationMode:
            try:
                tried(operation, mode, headers)
            except FailureGroup as failures:
                found[operation.label, mode.value] = [str(one) for one in failures.exceptions]
            except Exception as failure:  # what else hypothesis says of this operation
                found[operation.label, mode.value] = [repr(failure)]
    assert found == {}
    assert store_of(app).head() - written > 100, "hardly a request was carried out"


def test_the_description_is_a_valid_openapi_document(described: dict[str, Any]) -> None:
    assert described["openapi"] == "3.1.0"
    assert [str(error) for error in OPENAPI_31_VALIDATOR.iter_errors(described)] == []


def described_operations(described: dict[str, Any], method: str) -> dict[str, dict[str, Any]]:
    """Operations of a method by path, each with its parameters by name."""
    return {
        path: {one["name"]: one for one in verbs[method].get("parameters", [])}
        for path, verbs in described["paths"].items()
        if method in verbs
    }


def test_every_read_takes_a_position_and_answers_one(app: Flask, described: dict[str, Any]) -> None:
    reads = described_operations(described, "get")
    assert len(reads) > 11
    assert [path for path, parameters in reads.items() if "at" not in parameters] == []
    facts = store_of(app).facts(0, 100_000)
    found, released = {}, next(at for at, fact in facts if isinstance(fact, AgendaReleased))
    for role in ("organizer", "auditor"):
        for path in reads:
            url = path.format(conference_id=DEMO, number=1, run=0)
            answer = app.test_client().get(f"{url}?at={released}", headers=bearer(app, role))
            if answer.status_code != 403:
                found[path] = position_of(answer)
    assert found == dict.fromkeys(reads, released)


def position_of(answer: Any) -> Any:
    """What a document says itself; a file in a foreign format has it in a header."""
    told = answer.headers.get("Log-Position")
    return int(told) if told else answer.get_json().get("position")


def test_every_write_takes_a_key(described: dict[str, Any]) -> None:
    """A door sends many scans at once: there each has its own `scan_id` instead."""
    writes = described_operations(described, "post")
    assert len(writes) > 55
    without = {short(path) for path, head in writes.items() if "Idempotency-Key" not in head}
    assert without - {"/check-ins", "/stage/{run}/wings"} == set()


def short(path: str) -> str:
    """A path without what all writes of a conference begin with."""
    return path.removeprefix(API).removeprefix("/{conference_id}")


def sample(described: dict[str, Any], schema: dict[str, Any]) -> Any:
    """A value that the description allows."""
    if "$ref" in schema:
        return sample(described, described["components"]["schemas"][schema["$ref"].split("/")[-1]])
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type", "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        asked = schema.get("required", [])
        return {name: sample(described, schema["properties"][name]) for name in asked}
    if kind == "array":
        return [sample(described, schema["items"])]
    texts = {"uuid": str(DEMO), "date": "2019-03-25", "date-time": "2019-03-25T07:30:00+07:00"}
    values = {"integer": schema.get("minimum", 1), "boolean": True}
    return values.get(kind, texts.get(schema.get("format", ""), "x"))


def body_of(described: dict[str, Any], path: str) -> Any:
    """A body for this write that no field refuses."""
    asked = described["paths"][path]["post"].get("requestBody")
    return sample(described, asked["content"]["application/json"]["schema"]) if asked else {}


def statuses_of(app: Flask, path: str, body: Any) -> list[int]:
    """What the write answers without a version, and with one that is not the newest."""
    ids = {name: listed[0] for name, listed in ids_of(app).items()}
    groups = shelf_of(app).guest_list.groups
    ids["guest"] = str(next(iter(groups))) if "/groups/" in path else ids["guest"]
    url = path.format_map({"member": DEMO, "device": DEMO, "artefact": DEMO} | ids)
    headers = bearer(app, "admin" if "/team/" in path else "organizer")
    old = headers | {"If-Match": '"999999999"'}
    client = app.test_client()
    return [client.post(url, json=body, headers=one).status_code for one in (headers, old)]


def test_every_write_of_an_aggregate_needs_the_version_that_was_read(
    app: Flask, described: dict[str, Any]
) -> None:
    head, found = store_of(app).head(), {}
    for path, parameters in described_operations(described, "post").items():
        if short(path) not in UNVERSIONED:
            refusals = {"412", "428"} <= set(described["paths"][path]["post"]["responses"])
            said = parameters.get("If-Match", {}).get("required")
            found[path] = (said, refusals, statuses_of(app, path, body_of(described, path)))
    assert {path: one for path, one in found.items() if one != (True, True, [428, 412])} == {}
    assert store_of(app).head() == head


def test_what_needs_no_version_does_not_ask_for_one(described: dict[str, Any]) -> None:
    writes = described_operations(described, "post")
    free = {short(path) for path, parameters in writes.items() if "If-Match" not in parameters}
    assert free - UNVERSIONED == set()
