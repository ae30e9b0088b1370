"""A conference's facts as JSON Lines: written for keeping, read into a store that lacks them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec

from conference.errors import BadCell, BadSheet, NotFound
from conference.store import Store
from conference.store_mapper import UnknownTopic, fact_of, state_of
from events.base import Created, Fact

FORMAT, VERSION = "le-dai-log", 1
"""What the first line says. A newer version than ours is refused."""

BLOCK = 2_000
"""Facts read from the store at once."""

LONGEST_LINE = 16 * 1024 * 1024
"""Bytes of one line: an instrument with 6,164 lines (case 01's year) takes some 2 MB."""


@dataclass
class Reading:
    """What has been read of a file so far."""

    conference_id: UUID
    stated: int | None
    facts: list[Fact] = field(default_factory=list)
    versions: dict[UUID, int] = field(default_factory=dict)


class BadLine(Exception):
    """The line is refused; the message is the code."""


def exported(store: Store, conference_id: UUID) -> Iterator[bytes]:
    """The lines of a conference: a header, then its facts in the order of the log."""
    facts = list(facts_of(store, conference_id))
    if not facts:
        raise NotFound("conference", conference_id)
    names = {str(f.member): f.name for f in facts if f.TOPIC == "member-appointed"}  # type: ignore[attr-defined]
    header = {
        "format": FORMAT,
        "version": VERSION,
        "conference": str(conference_id),
        "facts": len(facts),
        "actors": names,
    }
    yield json.dumps(header, ensure_ascii=False).encode() + b"\n"
    for fact in facts:
        yield line_of(fact) + b"\n"


def facts_of(store: Store, conference_id: UUID) -> Iterator[Fact]:
    """The conference's facts in the order of the log."""
    position = 0
    while block := store.facts(position, BLOCK):
        yield from (fact for _, fact in block if fact.conference_id == conference_id)
        position = block[-1][0]


def line_of(fact: Fact) -> bytes:
    """One fact: topic, id and version of its aggregate, recorded time, and the rest of it."""
    payload = json.loads(state_of(fact))
    at = payload.pop("timestamp")
    envelope = {
        "topic": fact.TOPIC,
        "id": str(fact.originator_id),
        "version": fact.originator_version,
        "at": at,
    }
    return json.dumps({**envelope, "payload": payload}, ensure_ascii=False).encode()


def import_log(store: Store, lines: Iterable[bytes]) -> UUID:
    """Take a file over into a store that has nothing of this conference, all facts or none.

    Raises BadSheet naming the first bad line, Refused("store.exists") where the conference is
    there already.
    """
    reading = read_log(lines)
    store.append(reading.facts)
    return reading.conference_id


def read_log(lines: Iterable[bytes]) -> Reading:
    """The facts of a file, checked: topics known, versions without a gap, of one conference."""
    number = 0
    reading: Reading | None = None
    try:
        for line in lines:
            number += 1
            if reading is None:
                reading = begun(json_of(line))
            else:
                take(reading, json_of(line))
        if reading is None or not reading.facts:
            raise BadLine("log.empty")
        if reading.stated is not None and reading.stated != len(reading.facts):
            raise BadLine("log.cut-off")
    except BadLine as bad:
        raise BadSheet([BadCell("", number, "", str(bad))]) from bad
    return reading


def json_of(line: bytes) -> dict[str, Any]:
    """The object on a line."""
    try:
        said = json.loads(line) if len(line) <= LONGEST_LINE else None
    except (ValueError, RecursionError) as error:
        raise BadLine("log.bad-line") from error
    if not isinstance(said, dict):
        raise BadLine("log.bad-line")
    return said


def begun(header: dict[str, Any]) -> Reading:
    """What the first line says: that this is our format, and which conference."""
    if header.get("format") != FORMAT:
        raise BadLine("log.not-a-log")
    if header.get("version") != VERSION:
        raise BadLine("log.newer-format")
    stated = header.get("facts")
    return Reading(id_of(header, "conference"), stated if isinstance(stated, int) else None)


def take(reading: Reading, said: dict[str, Any]) -> None:
    """Add the fact of a line, once it continues what was read before."""
    fact = read_fact(said)
    last = reading.versions.get(fact.originator_id, 0)
    if fact.originator_version != last + 1 or isinstance(fact, Created) != (last == 0):
        raise BadLine("log.version-gap")
    if fact.conference_id != reading.conference_id:
        raise BadLine("log.other-conference")
    reading.versions[fact.originator_id] = fact.originator_version
    reading.facts.append(fact)


def read_fact(said: dict[str, Any]) -> Fact:
    """The fact that a line holds."""
    topic, version, payload = said.get("topic"), said.get("version"), said.get("payload")
    if not (isinstance(topic, str) and isinstance(payload, dict) and type(version) is int):
        raise BadLine("log.bad-line")
    try:
        state = json.dumps({**payload, "timestamp": said.get("at")}).encode()
        return fact_of(id_of(said, "id"), version, topic, state)
    except UnknownTopic as unknown:
        raise BadLine("log.unknown-topic") from unknown
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise BadLine("log.bad-payload") from error


def id_of(said: dict[str, Any], key: str) -> UUID:
    try:
        return UUID(str(said.get(key)))
    except ValueError as error:
        raise BadLine("log.bad-line") from error
