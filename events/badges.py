"""Facts of badges and name tents: for whom they were printed, so that each is printed once."""

from typing import ClassVar, TypedDict
from uuid import UUID

from events.base import Created, Fact


class BadgeMade(TypedDict):
    """`wording`: the version of the guest's invitation that last changed what the badge says."""

    guest: UUID
    wording: int


class BadgesBegun(Created):
    """The story of a conference's badges begins, with none printed."""

    TOPIC: ClassVar[str] = "badges-begun"


class BadgesPrinted(Fact):
    """One printing, drawn from the documents at log `position`; `size` small, medium or large."""

    TOPIC: ClassVar[str] = "badges-printed"
    printing: UUID
    position: int
    size: str
    badges: list[BadgeMade]


class TentsPrinted(Fact):
    """One printing of name tents, drawn from the documents at log `position`; `wording` is the
    version of the invitation that last changed what the tent says."""

    TOPIC: ClassVar[str] = "tents-printed"
    printing: UUID
    position: int
    tents: list[BadgeMade]
