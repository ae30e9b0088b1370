"""What every fact has: its conference, its author, its time, and a topic that never changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from eventsourcing.domain import AggregateCreated, AggregateEvent
from eventsourcing.utils import register_topic

TOPICS: dict[str, type["Fact"]] = {}
"""Every fact class by its topic: the only names a stored row can be read by."""


@dataclass(frozen=True)
class Stamp:
    """Who acts and when it is recorded (UTC); handed to every aggregate method that records."""

    by: UUID
    at: datetime


class Fact(AggregateEvent):
    """A recorded fact. Its payload is primitive and says all that a reader needs.

    `timestamp` is the recorded time (UTC, passed in). `PERSONAL` names the payload fields that
    identify a person and says whose they are, so that erasing a person stays possible later.
    """

    TOPIC: ClassVar[str] = ""
    PERSONAL: ClassVar[Mapping[str, str]] = {}

    conference_id: UUID
    by: UUID

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if topic := cls.__dict__.get("TOPIC"):
            register_topic(topic, cls)
            TOPICS[topic] = cls

    def apply(self, aggregate: Any) -> None:
        """Hand the fact to the aggregate, whose clauses only assign."""
        aggregate.assign(self)


class Created(AggregateCreated, Fact):
    """A fact that begins the story of one aggregate."""
