"""One speech before it is spoken: asked for, registered, its texts and what became of each."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Self
from uuid import UUID

from conference.domain.base import Noun
from conference.errors import Refused
from events.base import Fact, Stamp
from events.speech import (
    WORDS,
    SpeakerLinked,
    SpeechApproved,
    SpeechDescribed,
    SpeechRegistered,
    SpeechReinstated,
    SpeechRequested,
    SpeechSentBack,
    SpeechTextReceived,
    SpeechWithdrawn,
)

MOST_VERSIONS = 30
"""Texts kept of one speech: ten rounds of corrections by three people, and 300 MB at the most."""


@dataclass(frozen=True)
class TextFile:
    """A text as a file: `kind` as its content says, `size` in bytes."""

    sha256: str
    file: str
    kind: str
    size: int


class Speech(Noun):
    TOPIC: ClassVar[str] = "speech"

    def __init__(self, conference_id: UUID) -> None:
        self.conference_id = conference_id
        self.words: dict[str, Any] = {}
        self.guest: UUID | None = None
        self.texts: list[str] = []
        """The texts' SHA-256, the first version first."""
        self.verdict: tuple[Any, ...] = ()
        """approved or sent-back, of which version, with which minutes or remark."""
        self.withdrawn: str | None = None

    @classmethod
    def request(cls, stamp: Stamp, id: UUID, conference_id: UUID, **said: Any) -> Self:
        """Ask a unit to speak; `said` are the fields of SpeechRequested."""
        return cls.begin(SpeechRequested, stamp, id=id, conference_id=conference_id, **said)

    @property
    def registered(self) -> bool:
        return bool(self.words.get("title"))

    @property
    def granted(self) -> int | None:
        """Minutes that the organisers granted, else those that were asked for."""
        given = self.verdict[2] if self.verdict[:1] == ("approved",) else None
        return given or self.words.get("minutes")

    def describe(self, stamp: Stamp, **said: Any) -> None:
        """Say what is spoken about and by whom; an unsaid field stays as it is."""
        self._standing()
        words = self.words | {name: said[name] for name in WORDS if name in said}
        if self.registered and words == self.words:
            return
        fact = SpeechDescribed if self.registered else SpeechRegistered
        self.record(fact, stamp, **{name: words.get(name) for name in WORDS})

    def link(self, stamp: Stamp, guest: UUID | None) -> None:
        self._standing()
        if guest != self.guest:
            self.record(SpeakerLinked, stamp, guest=guest)

    def receive_text(self, stamp: Stamp, text: TextFile, at: datetime) -> None:
        """Keep a text as the next version; the same file again is the version that it was."""
        self._standing()
        if not self.registered:
            raise Refused("speech.not-registered")
        if self.texts and self.texts[-1] == text.sha256:
            return
        if len(self.texts) >= MOST_VERSIONS:
            raise Refused("speech.too-many-versions", most=MOST_VERSIONS)
        self.record(SpeechTextReceived, stamp, version=len(self.texts) + 1, at=at, **vars(text))

    def send_back(self, stamp: Stamp, version: int, remark: str) -> None:
        """Give the newest text back to the unit; one that was approved can go back, too."""
        self._newest(version)
        if self.verdict != ("sent-back", version, remark):
            self.record(SpeechSentBack, stamp, version=version, remark=remark)

    def approve(self, stamp: Stamp, version: int, minutes: int) -> None:
        """Approve the newest text: whoever read an older one has not read what will be spoken."""
        self._newest(version)
        if self.verdict != ("approved", version, minutes):
            self.record(SpeechApproved, stamp, version=version, minutes=minutes)

    def withdraw(self, stamp: Stamp, reason: str) -> None:
        if self.withdrawn is None:
            self.record(SpeechWithdrawn, stamp, reason=reason)

    def reinstate(self, stamp: Stamp) -> None:
        """Take the withdrawal back."""
        if self.withdrawn is not None:
            self.record(SpeechReinstated, stamp)

    def _standing(self) -> None:
        if self.withdrawn is not None:
            raise Refused("speech.withdrawn")

    def _newest(self, version: int) -> None:
        self._standing()
        if not self.texts:
            raise Refused("speech.no-text")
        if version != len(self.texts):
            raise Refused("speech.newer-text", version=len(self.texts))

    def assign(self, fact: Fact) -> None:
        match fact:
            case SpeechRequested():
                self.words = {name: getattr(fact, name, None) for name in WORDS}
                self.guest = fact.guest
            case SpeechRegistered() | SpeechDescribed():
                self.words = {name: getattr(fact, name) for name in WORDS}
            case SpeakerLinked():
                self.guest = fact.guest
            case SpeechTextReceived():
                self.texts.append(fact.sha256)
            case SpeechSentBack():
                self.verdict = ("sent-back", fact.version, fact.remark)
            case SpeechApproved():
                self.verdict = ("approved", fact.version, fact.minutes)
            case SpeechWithdrawn():
                self.withdrawn = fact.reason
            case SpeechReinstated():
                self.withdrawn = None
