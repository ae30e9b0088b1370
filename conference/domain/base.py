"""What the aggregates share: an id per conference, and recording with a stamp."""

from typing import Any, ClassVar, Self
from uuid import UUID, uuid5

from eventsourcing.domain import BaseAggregate
from eventsourcing.utils import register_topic

from events.base import Created, Fact, Stamp


class Noun(BaseAggregate[UUID]):
    """An aggregate. Methods check and then `record`; `assign` only assigns and never refuses."""

    TOPIC: ClassVar[str] = ""
    conference_id: UUID

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if topic := cls.__dict__.get("TOPIC"):
            register_topic(topic, cls)

    @classmethod
    def id_of(cls, conference_id: UUID) -> UUID:
        """The id of the one aggregate of this kind that a conference has."""
        return uuid5(conference_id, cls.TOPIC)

    @classmethod
    def begin(
        cls, fact: type[Created], stamp: Stamp, *, id: UUID, conference_id: UUID, **payload: Any
    ) -> Self:
        """A new aggregate whose first fact is `fact`."""
        return cls._create(
            fact, id=id, timestamp=stamp.at, by=stamp.by, conference_id=conference_id, **payload
        )

    def record(self, fact: type[Fact], stamp: Stamp, **payload: Any) -> None:
        """Record one more fact in this aggregate's story."""
        self.trigger_event(
            fact, timestamp=stamp.at, by=stamp.by, conference_id=self.conference_id, **payload
        )

    def assign(self, fact: Fact) -> None:
        """Take the fact into the state. Subclasses match on the fact's class and only assign."""
        raise NotImplementedError(type(fact).__name__)
