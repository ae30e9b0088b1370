"""The conference: planned, described, opened, closed."""

from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from conference.domain.base import Noun
from conference.errors import NotFound, Refused
from conference.rules.roll_call import misplaced
from events.attendance import RollCallWorded
from events.base import Fact, Stamp
from events.conference import (
    ChairNamed,
    ConferenceClosed,
    ConferenceDated,
    ConferenceOpened,
    ConferencePlanned,
    ConferenceRetitled,
    DocumentAdopted,
    DocumentTabled,
    DocumentWithdrawn,
    HallBooked,
    IntroductionDepthChosen,
    MovementLaunched,
    PlayingClockSet,
    SiteAdded,
    SourceNoted,
    ThemeChosen,
    VenueChosen,
)
from events.invitation_letters import AnswerDeadlineSet, LetterWorded
from events.publication import ConferencePublished, ConferenceUnpublished
from events.speech import SpeechTermsSet


class Conference(Noun):
    TOPIC: ClassVar[str] = "conference"

    def __init__(self, conference_id: UUID) -> None:
        self.conference_id = conference_id
        self.status = "planned"
        self.time_zone = "UTC"
        self.closed_at: datetime | None = None
        self.said: dict[str, dict[str, object]] = {}
        """What was last said under each topic that a later fact replaces."""
        self.documents: dict[UUID, tuple[str, str]] = {}
        self.adopted: set[UUID] = set()
        self.notes: dict[UUID, tuple[str, str, str]] = {}
        self.sites: dict[str, str] = {}
        self.movement: str | None = None
        self.published = False

    @classmethod
    def plan(
        cls,
        stamp: Stamp,
        *,
        id: UUID,
        code: str,
        title: str,
        kind: str,
        host: str,
        held_on: str | None,
        time_zone: str,
        reporting_year: int | None = None,
        plan_year: int | None = None,
    ) -> Self:
        return cls.begin(
            ConferencePlanned,
            stamp,
            id=id,
            conference_id=id,
            code=code,
            title=title,
            kind=kind,
            host=host,
            held_on=held_on,
            time_zone=time_zone,
            reporting_year=reporting_year,
            plan_year=plan_year,
        )

    def retitle(self, stamp: Stamp, title: str, host: str) -> None:
        self._say(ConferenceRetitled, stamp, title=title, host=host)

    def date(self, stamp: Stamp, held_on: str) -> None:
        self._say(ConferenceDated, stamp, held_on=held_on)

    def choose_venue(self, stamp: Stamp, name: str, address: str | None) -> None:
        self._say(VenueChosen, stamp, name=name, address=address)

    def book_hall(self, stamp: Stamp, begins_at: datetime | None, ends_at: datetime | None) -> None:
        """From when to when the hall is there to be used; None and None: nobody knows."""
        if (begins_at is None) != (ends_at is None):
            raise Refused("conference.booking-half")
        if begins_at and ends_at and ends_at <= begins_at:
            raise Refused("conference.booking-backwards")
        if begins_at is not None or HallBooked.TOPIC in self.said:
            self._say(HallBooked, stamp, begins_at=begins_at, ends_at=ends_at)

    def name_chair(
        self, stamp: Stamp, name: str, post: str, honorific: str | None, guest: UUID | None
    ) -> None:
        """Who presides; it need not be the guest of the highest rank."""
        self._say(ChairNamed, stamp, name=name, post=post, honorific=honorific, guest=guest)

    def choose_theme(self, stamp: Stamp, theme: str) -> None:
        self._say(ThemeChosen, stamp, theme=theme)

    def choose_introduction_depth(self, stamp: Stamp, depth: int) -> None:
        self._say(IntroductionDepthChosen, stamp, depth=depth)

    def word_letter(self, stamp: Stamp, **said: str | None) -> None:
        """What every letter says; `said` are the fields of LetterWorded."""
        self._say(LetterWorded, stamp, **said)

    def set_answer_deadline(self, stamp: Stamp, answer_by: datetime | None) -> None:
        """Until when guests may answer by themselves; None: until its programme begins."""
        if answer_by is not None or AnswerDeadlineSet.TOPIC in self.said:
            self._say(AnswerDeadlineSet, stamp, answer_by=answer_by)

    def word_roll_call(self, stamp: Stamp, sentence: str | None) -> None:
        """What the MC reads of the roll call; None: the house's own sentence."""
        if sentence is not None and (found := misplaced(sentence)) is not None:
            raise Refused("roll-call.misplaced", found=found)
        if sentence is not None or RollCallWorded.TOPIC in self.said:
            self._say(RollCallWorded, stamp, sentence=sentence)

    def set_speech_terms(
        self, stamp: Stamp, minutes: int | None, texts_by: datetime | None
    ) -> None:
        """What holds for all speeches together; nothing said is what stands at first."""
        if (minutes, texts_by) != (None, None) or SpeechTermsSet.TOPIC in self.said:
            self._say(SpeechTermsSet, stamp, minutes=minutes, texts_by=texts_by)

    def set_playing_clock(self, stamp: Stamp, offset_s: int) -> None:
        self._say(PlayingClockSet, stamp, offset_s=offset_s)

    def table_document(self, stamp: Stamp, document: UUID, title: str, kind: str) -> None:
        if self.documents.get(document) == (title, kind):
            return
        if document in self.adopted:
            raise Refused("conference.document-adopted", title=self.documents[document][0])
        self._open_or_planned()
        self.record(DocumentTabled, stamp, document=document, title=title, kind=kind)

    def withdraw_document(self, stamp: Stamp, document: UUID) -> None:
        title = self._tabled(document)
        if document in self.adopted:
            raise Refused("conference.document-adopted", title=title)
        self._open_or_planned()
        self.record(DocumentWithdrawn, stamp, document=document)

    def adopt_document(self, stamp: Stamp, document: UUID, at: datetime) -> None:
        self._tabled(document)
        if document in self.adopted:
            return
        self._open()
        self.record(DocumentAdopted, stamp, document=document, at=at)

    def launch_movement(self, stamp: Stamp, title: str, at: datetime) -> None:
        if self.movement == title:
            return
        self._open()
        self.record(MovementLaunched, stamp, title=title, at=at)

    def open(self, stamp: Stamp, at: datetime) -> None:
        if self.status == "open":
            return
        self._open_or_planned()
        self.record(ConferenceOpened, stamp, at=at)

    def close(self, stamp: Stamp, at: datetime) -> None:
        if self.status == "closed":
            return
        self._open()
        self.record(ConferenceClosed, stamp, at=at)

    def publish(self, stamp: Stamp, at: datetime) -> None:
        """Put up the public page; a conference that is over may show what it was."""
        if not self.published:
            self.record(ConferencePublished, stamp, at=at)

    def unpublish(self, stamp: Stamp, at: datetime) -> None:
        if self.published:
            self.record(ConferenceUnpublished, stamp, at=at)

    def note_source(self, stamp: Stamp, note: UUID, kind: str, about: str, text: str) -> None:
        if self.notes.get(note) != (kind, about, text):
            self.record(SourceNoted, stamp, note=note, kind=kind, about=about, text=text)

    def add_site(self, stamp: Stamp, site: str, name: str) -> None:
        if self.sites.get(site) != name:
            self._open_or_planned()
            self.record(SiteAdded, stamp, site=site, name=name)

    def _say(self, fact: type[Fact], stamp: Stamp, **payload: object) -> None:
        """Record what replaces an earlier word; the same word again records nothing."""
        if self.said.get(fact.TOPIC) == payload:
            return
        self._open_or_planned()
        self.record(fact, stamp, **payload)

    def _open_or_planned(self) -> None:
        if self.status == "closed":
            raise Refused("conference.closed")

    def _open(self) -> None:
        if self.status != "open":
            raise Refused(f"conference.not-{'opened' if self.status == 'planned' else 'open'}")

    def _tabled(self, document: UUID) -> str:
        if document not in self.documents:
            raise NotFound("document", document)
        return self.documents[document][0]

    def assign(self, fact: Fact) -> None:
        match fact:
            case ConferencePlanned():
                self.time_zone = fact.time_zone
                self.said[ConferenceRetitled.TOPIC] = {"title": fact.title, "host": fact.host}
                self.said[ConferenceDated.TOPIC] = {"held_on": fact.held_on}
            case DocumentTabled():
                self.documents[fact.document] = (fact.title, fact.kind)
            case DocumentWithdrawn():
                del self.documents[fact.document]
            case DocumentAdopted():
                self.adopted.add(fact.document)
            case MovementLaunched():
                self.movement = fact.title
            case ConferenceOpened():
                self.status = "open"
            case ConferenceClosed():
                self.status, self.closed_at = "closed", fact.at
            case ConferencePublished() | ConferenceUnpublished():
                self.published = isinstance(fact, ConferencePublished)
            case SourceNoted():
                self.notes[fact.note] = (fact.kind, fact.about, fact.text)
            case SiteAdded():
                self.sites[fact.site] = fact.name
            case _:
                self.said[fact.TOPIC] = said_by(fact)


COMMON = frozenset({"originator_id", "originator_version", "timestamp", "conference_id", "by"})


def said_by(fact: Fact) -> dict[str, object]:
    """The fact's own payload; a fact that was read back may hold it in another order."""
    return {name: value for name, value in vars(fact).items() if name not in COMMON}
