"""Facts of the conference's public page: put up for everybody, taken down again."""

from datetime import datetime
from typing import ClassVar

from events.base import Fact


class ConferencePublished(Fact):
    """From now on everybody can read what the conference is, and its released programme."""

    TOPIC: ClassVar[str] = "conference-published"
    at: datetime


class ConferenceUnpublished(Fact):
    """The public page is there no more."""

    TOPIC: ClassVar[str] = "conference-unpublished"
    at: datetime
