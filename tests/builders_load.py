"""Doors under load: threads that scan over HTTP, and what each was told."""

import json
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from threading import Barrier, Event
from time import perf_counter
from typing import Any

from builders import KIEN_GIANG

from conference.config import Settings

ROUNDS = int(os.environ.get("TORTURE", "0"))
"""0 in the usual run: a small round of each test; else how many times a test plays."""

PATH = f"/api/v1/conferences/{KIEN_GIANG}/check-ins"


def rounds(usual: int, each: int = 1) -> int:
    """How often a test plays: `usual` in a small round, else `each` for each round of torture."""
    return ROUNDS * each or usual


def kind_of(settings: Settings) -> str:
    return "postgresql" if settings.database else "sqlite"


FIGURES: list[str] = []
"""What the tests of this process measured, one JSON object each; told at the end of a run."""


def figure(test: str, **figures: object) -> None:
    FIGURES.append(json.dumps({"test": test, **figures}, ensure_ascii=False))


@dataclass
class Doors:
    """Doors that scan codes until they are told to stop or the server is gone."""

    port: int
    token: str
    admitted: list[str] = field(default_factory=list)
    """Codes whose admission a door was told of."""
    unanswered: list[str] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    took_s: list[float] = field(default_factory=list)
    stop: Event = field(default_factory=Event)

    def scan(self, codes: Sequence[str], doors: int = 8) -> None:
        """Every door its own part of the codes, one scan after the other."""
        with ThreadPoolExecutor(doors) as pool:
            list(pool.map(self._door, range(doors), (codes[n::doors] for n in range(doors))))

    def _door(self, number: int, codes: Sequence[str]) -> None:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        for code in codes:
            if self.stop.is_set():
                break
            body = {"token": code, "scan_id": f"door {number} {code}", "door": f"Cửa {number}"}
            self._told(connection, code, body)
        connection.close()

    def _told(self, connection: HTTPConnection, code: str, body: dict[str, Any]) -> None:
        begun = perf_counter()
        try:
            status, answer = posted(connection, self.token, body)
        except (OSError, HTTPException, ValueError):
            self.unanswered.append(code)
            connection.close()
            return
        self.took_s.append(perf_counter() - begun)
        self.statuses.append(status)
        if status == 200 and answer["verdict"] == "admitted":
            self.admitted.append(code)
        elif status != 200:
            self.unanswered.append(code)


def posted(
    connection: HTTPConnection, token: str, body: Any, path: str = PATH, **said: str
) -> tuple[int, Any]:
    """Status and JSON of the answer; of a 503 also when to come again, in seconds."""
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    named = {name.replace("_", "-"): value for name, value in said.items()}
    connection.request("POST", path, json.dumps(body), headers | named)
    answer = connection.getresponse()
    told = json.loads(answer.read())
    if answer.status == 503:
        told["retry_s"] = int(answer.headers["Retry-After"])
    return answer.status, told


def again(port: int, token: str, codes: Sequence[str], name: str) -> Iterator[str]:
    """The verdict of each code when it is scanned once more, under new scan ids."""
    if not codes:
        return
    scans = [{"token": code, "scan_id": f"{name} {n}"} for n, code in enumerate(codes)]
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    status, answer = posted(connection, token, {"scans": scans})
    connection.close()
    assert status == 200, answer
    yield from (one["verdict"] for one in answer["answers"])


def at_once(port: int, token: str, bodies: Sequence[Any], **said: Any) -> list[tuple[int, Any]]:
    """Answers to requests that leave at the same instant, each on an open connection of its own;
    `ports` sends them to several servers in turn."""
    ports, start = said.pop("ports", (port,)), Barrier(len(bodies))

    def send(number: int, body: Any) -> tuple[int, Any]:
        connection = HTTPConnection("127.0.0.1", ports[number % len(ports)], timeout=60)
        connection.connect()
        start.wait(60)
        try:
            return posted(connection, token, body, **said)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(bodies)) as pool:
        return list(pool.map(send, range(len(bodies)), bodies))
