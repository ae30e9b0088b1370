"""Facts of annexes: the file that an instrument's lines came in, and what it says beside them."""

from typing import ClassVar, TypedDict
from uuid import UUID

from events.base import Fact


class AnnexDetail(TypedDict):
    """What an annex says of a line beside what is awarded: `unit` is post and unit as written,
    `aliases` other names by which the recipient is looked for."""

    line: UUID
    unit: str | None
    note: str | None
    aliases: list[str]


class AnnexImported(Fact):
    """An instrument's lines were taken from a file. `collectives` and `individuals` are how many
    the decision's own text states; `added`, `changed` and `gone` count lines; `details` holds the
    lines of which there is anything to say."""

    TOPIC: ClassVar[str] = "annex-imported"
    PERSONAL: ClassVar = {"details": "recipients"}
    instrument: UUID
    file: str
    sha256: str
    collectives: int | None
    individuals: int | None
    added: int
    changed: int
    gone: int
    details: list[AnnexDetail]
