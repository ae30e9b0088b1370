"""The notices of one release of the agenda: laid once, and what became of each."""

from datetime import datetime
from typing import Any, ClassVar, Self
from uuid import UUID, uuid5

from conference.domain.base import Noun
from events.agenda_notices import NoticeSent, NoticesLaid, NoticeUndeliverable
from events.base import Fact, Stamp


class Notices(Noun):
    TOPIC: ClassVar[str] = "agenda_notices"

    def __init__(self, conference_id: UUID) -> None:
        self.conference_id = conference_id
        self.release = 0
        self.told: set[str] = set()
        """The addresses, without regard to case, at which somebody has got the notice."""

    @classmethod
    def of(cls, conference_id: UUID, release: int) -> UUID:
        """The id of the one story that the notices of a release have."""
        return uuid5(cls.id_of(conference_id), str(release))

    @classmethod
    def lay(cls, stamp: Stamp, conference_id: UUID, release: int, count: int, without: int) -> Self:
        said: dict[str, Any] = {"release": release, "count": count, "without": without}
        id = cls.of(conference_id, release)
        return cls.begin(NoticesLaid, stamp, id=id, conference_id=conference_id, **said)

    def send(self, stamp: Stamp, who: str, email: str, at: datetime) -> None:
        """The server has it; of a second copy nothing is recorded."""
        if email.casefold() not in self.told:
            said = {"release": self.release, "who": who, "email": email, "at": at}
            self.record(NoticeSent, stamp, **said)

    def come_back(self, stamp: Stamp, who: str, email: str, reason: str, at: datetime) -> None:
        said = {"release": self.release, "who": who, "email": email, "reason": reason, "at": at}
        self.record(NoticeUndeliverable, stamp, **said)

    def assign(self, fact: Fact) -> None:
        match fact:
            case NoticesLaid():
                self.release = fact.release
            case NoticeSent():
                self.told.add(fact.email.casefold())
            case NoticeUndeliverable():
                self.told.discard(fact.email.casefold())
