"""Facts of the notices that a release of the agenda calls for: to whoever has another time or
another place in the order now. They are the story of one release."""

from datetime import datetime
from typing import ClassVar

from events.base import Created, Fact


class NoticesLaid(Created):
    """Notices of release `release` lie ready: `count` can go out by mail, `without` are to units
    without an address. Nothing has been sent yet."""

    TOPIC: ClassVar[str] = "notices-laid"
    release: int
    count: int
    without: int


class NoticeSent(Fact):
    """The mail server has taken the notice to `who` at `email`; `at` on the conference's clock."""

    TOPIC: ClassVar[str] = "notice-sent"
    PERSONAL: ClassVar = {"who": "addressee", "email": "addressee"}
    release: int
    who: str
    email: str
    at: datetime


class NoticeUndeliverable(Fact):
    """The notice did not reach `who` at `email`; `reason` as of a letter: `refused`, `expired` or
    `bounced`; `at` on the conference's clock."""

    TOPIC: ClassVar[str] = "notice-undeliverable"
    PERSONAL: ClassVar = {"who": "addressee", "email": "addressee"}
    release: int
    who: str
    email: str
    reason: str
    at: datetime
