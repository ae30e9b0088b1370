"""T23: a request that comes again under its key, one after the other, eight at once or after a
restart, is answered the same and recorded once; a key used for anything else is refused."""

from collections import Counter
from collections.abc import Callable
from http.client import HTTPConnection
from typing import Any
from uuid import UUID

import pytest
from builders import KIEN_GIANG, STAMP, id
from builders_commands import plan
from builders_load import PATH, at_once, figure, kind_of, posted, rounds
from builders_serving import SAFE, doors_of, server

from conference import vault_roles
from conference.config import Settings
from conference.store import Store
from events.agenda import ItemAdded
from events.attendance import GuestCheckedIn
from events.base import Fact

REPEATING, FORGETFUL = "reliability.unsafe_repeating:app", "reliability.unsafe_forgetful:app"
DOORS = 8
AGENDA = PATH.replace("check-ins", "agenda/items")
ELSEWHERE = AGENDA.replace(str(KIEN_GIANG), str(id("theirs")))

Answer = tuple[int, Any]


def asked(port: int, token: str, body: Any, **said: str) -> Answer:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        return posted(connection, token, body, **said)
    finally:
        connection.close()


def item(number: int) -> dict[str, Any]:
    return {"kind": "report", "title": f"Báo cáo {number}", "minutes": "10"}


def ready(settings: Settings) -> tuple[str, list[str]]:
    """A hall, another conference beside it; an organizer's token and the guests' codes."""
    _, codes = doors_of(settings, rounds(12, each=250))
    store = Store(settings)
    plan(store, conference_id=id("theirs"))
    token = vault_roles.token_of_role(store, "organizer", "Ban tổ chức", STAMP.at)
    store.close()
    return token, codes


def recorded(settings: Settings, kind: type[Fact]) -> int:
    store = Store(settings)
    found = sum(isinstance(fact, kind) for _, fact in store.facts(0, 10**6))
    store.close()
    return found


def ids(answers: list[Answer]) -> set[tuple[int, UUID | None]]:
    return {(status, answer.get("id")) for status, answer in answers}


def keyed(settings: Settings, app: str = SAFE) -> Counter[str]:
    """What was wrong about writes under a key, by what was tried."""
    token, codes = ready(settings)
    wrong: Counter[str] = Counter()
    first: dict[int, set[tuple[int, UUID | None]]] = {}
    with server(settings, app) as port:
        for n in range(len(codes)):
            said = {"Idempotency_Key": f"clerk-{n:06d}", "If_Match": "*", "path": AGENDA}
            first[n] = ids(at_once(port, token, [item(n)] * DOORS, **said))
            wrong["at once"] += len(first[n]) != 1 or next(iter(first[n]))[0] != 200
            wrong["again"] += ids([asked(port, token, item(n), **said)]) != first[n]
            other = asked(port, token, item(n + 1), **said)
            wrong["other body"] += refused(other) != "idempotency.other-request"
            away = asked(port, token, item(n), **said | {"path": ELSEWHERE})
            wrong["other route"] += refused(away) != "idempotency.other-request"
    with server(settings, app) as port:
        for n, known in first.items():
            said = {"Idempotency_Key": f"clerk-{n:06d}", "If_Match": "*", "path": AGENDA}
            wrong["after a restart"] += ids([asked(port, token, item(n), **said)]) != known
    wrong["recorded"] = abs(recorded(settings, ItemAdded) - len(codes))
    return +wrong


def refused(answer: Answer) -> str:
    return str(answer[1]["code"]) if answer[0] == 422 else f"{answer[0]}"


def scanned(settings: Settings, app: str = SAFE) -> Counter[str]:
    """What was wrong about scans under an id of their own, by what was tried."""
    token, codes = ready(settings)
    wrong: Counter[str] = Counter()
    bodies = [{"token": code, "scan_id": f"scan {n}"} for n, code in enumerate(codes)]
    with server(settings, app) as port:
        for n, body in enumerate(bodies):
            answers = at_once(port, token, [body] * DOORS)
            wrong["at once"] += verdicts(answers) != {"admitted"}
            wrong["again"] += verdicts([asked(port, token, body)]) != {"admitted"}
            other = body | {"token": codes[n - 1]}
            wrong["other code"] += refused(asked(port, token, other)) != "scan.other-content"
            listed = asked(port, token, {"scans": [other, body]})[1]["answers"]
            told = [(one["verdict"], one["code"]) for one in listed]
            wrong["in a list"] += told != [(None, "scan.other-content"), ("admitted", "")]
    with server(settings, app) as port:
        answers = [asked(port, token, body) for body in bodies]
        wrong["after a restart"] += verdicts(answers) != {"admitted"}
    wrong["recorded"] = abs(recorded(settings, GuestCheckedIn) - len(codes))
    return +wrong


def verdicts(answers: list[Answer]) -> set[str]:
    return {answer["verdict"] if status == 200 else str(status) for status, answer in answers}


@pytest.mark.slow
@pytest.mark.parametrize("playing", [keyed, scanned])
def test_what_comes_again_is_done_once(
    any_settings: Settings, playing: Callable[[Settings], Counter[str]]
) -> None:
    wrong = playing(any_settings)
    told = {"of": playing.__name__, "rounds": rounds(12, each=250), "wrong": wrong}
    figure("T23", store=kind_of(any_settings), **told)
    assert wrong == Counter()


@pytest.mark.slow
def test_the_broken_twins_are_seen_to_do_it_again(any_settings: Settings) -> None:
    assert {"at once", "again", "other body", "recorded"} <= set(keyed(any_settings, REPEATING))


@pytest.mark.slow
def test_the_broken_twin_that_forgets_scans_is_seen(any_settings: Settings) -> None:
    assert {"at once", "again", "after a restart"} <= set(scanned(any_settings, FORGETFUL))
