"""Facts of preparing the turns: who hands over, what is needed, how names are said, objects."""

from typing import ClassVar, TypedDict
from uuid import UUID

from events.base import Fact


class PresenterSaid(TypedDict):
    """Who hands over: an invited guest, or somebody known by name and post alone."""

    guest: UUID | None
    name: str
    post: str | None


class PresentersAssigned(Fact):
    """Who hands over in a turn, from the highest rank; none: nobody yet."""

    TOPIC: ClassVar[str] = "presenters-assigned"
    PERSONAL: ClassVar = {"presenters": "presenters"}
    turn: UUID
    presenters: list[PresenterSaid]


class TurnPrepared(Fact):
    """What a turn needs beside its recipients; None: as the rules have it. `side` of entry: left
    or right; `servers` carry; `music` is a cue in words; `photo_s` seconds of standing still;
    `seconds` of the whole turn."""

    TOPIC: ClassVar[str] = "turn-prepared"
    turn: UUID
    side: str | None
    servers: int | None
    bouquets: int | None
    music: str | None
    photo_s: int | None
    seconds: int | None
    note: str | None


class PhoneticNoted(Fact):
    """How a name is said, where its spelling does not tell (None: no longer)."""

    TOPIC: ClassVar[str] = "phonetic-noted"
    PERSONAL: ClassVar = {"phonetic": "recipient"}
    line: UUID
    phonetic: str | None


class AliasesNoted(Fact):
    """Other names by which a recipient is looked for; shown is the decision's spelling alone."""

    TOPIC: ClassVar[str] = "aliases-noted"
    PERSONAL: ClassVar = {"aliases": "recipient"}
    line: UUID
    aliases: list[str]


class ObjectsReadied(Fact):
    """How far what these lines get is: drafted, signed, sealed, framed, on_tray."""

    TOPIC: ClassVar[str] = "objects-readied"
    lines: list[UUID]
    readiness: str
