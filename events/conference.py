"""Facts of the conference itself: planned, described, opened, closed."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from events.base import Created, Fact


class ConferencePlanned(Created):
    """A conference is planned. `held_on` is an ISO day, `time_zone` an IANA name."""

    TOPIC: ClassVar[str] = "conference-planned"
    code: str
    title: str
    kind: str
    host: str
    held_on: str | None
    time_zone: str
    reporting_year: int | None = None
    plan_year: int | None = None


class ConferenceRetitled(Fact):
    """The conference goes by another title or host."""

    TOPIC: ClassVar[str] = "conference-retitled"
    title: str
    host: str


class ConferenceDated(Fact):
    """The conference is held on this day (ISO), in its own time zone."""

    TOPIC: ClassVar[str] = "conference-dated"
    held_on: str


class VenueChosen(Fact):
    """The conference is held in this hall or house."""

    TOPIC: ClassVar[str] = "venue-chosen"
    name: str
    address: str | None = None


class HallBooked(Fact):
    """The hall is the conference's from one instant to the other; both None where nobody knows."""

    TOPIC: ClassVar[str] = "hall-booked"
    begins_at: datetime | None
    ends_at: datetime | None


class ChairNamed(Fact):
    """Who presides; not always the guest of highest rank. `guest` where invited too."""

    TOPIC: ClassVar[str] = "chair-named"
    PERSONAL: ClassVar = {"name": "chair", "honorific": "chair", "post": "chair"}
    name: str
    post: str
    honorific: str | None = None
    guest: UUID | None = None


class ThemeChosen(Fact):
    """The theme on the banner, in the organiser's words."""

    TOPIC: ClassVar[str] = "theme-chosen"
    theme: str


class DocumentTabled(Fact):
    """A document is laid before the conference for adoption."""

    TOPIC: ClassVar[str] = "document-tabled"
    document: UUID
    title: str
    kind: str


class DocumentWithdrawn(Fact):
    """The document is no longer before the conference."""

    TOPIC: ClassVar[str] = "document-withdrawn"
    document: UUID


class DocumentAdopted(Fact):
    """The conference adopted the document; `at` on the conference's clock."""

    TOPIC: ClassVar[str] = "document-adopted"
    document: UUID
    at: datetime


class MovementLaunched(Fact):
    """The emulation movement was launched; `at` on the conference's clock."""

    TOPIC: ClassVar[str] = "movement-launched"
    title: str
    at: datetime


class ConferenceOpened(Fact):
    """The ceremonial act; people may check in before it."""

    TOPIC: ClassVar[str] = "conference-opened"
    at: datetime


class ConferenceClosed(Fact):
    """The conference is over; nobody is checked in any more."""

    TOPIC: ClassVar[str] = "conference-closed"
    at: datetime


class PlayingClockSet(Fact):
    """The conference lives `offset_s` seconds away from the real clock; 0 is the real one."""

    TOPIC: ClassVar[str] = "playing-clock-set"
    offset_s: int


class IntroductionDepthChosen(Fact):
    """How many persons are introduced by name before the rest follow as groups."""

    TOPIC: ClassVar[str] = "introduction-depth-chosen"
    depth: int


class SourceNoted(Fact):
    """A figure that the source itself contradicts, or a value that is only illustrative.

    `kind`: `anomaly`, `illustrative`; the noted value is kept as reported, never corrected."""

    TOPIC: ClassVar[str] = "source-noted"
    note: UUID
    kind: str
    about: str
    text: str


class SiteAdded(Fact):
    """One more place that takes part (điểm cầu); the main hall is the site named ''."""

    TOPIC: ClassVar[str] = "site-added"
    site: str
    name: str
