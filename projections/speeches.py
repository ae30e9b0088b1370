"""The speeches: what each unit was asked, said and sent, and what became of its texts."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import singledispatch
from uuid import UUID

from immutables import Map

from events.base import Fact
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
from projections.replaced import replaced


@dataclass(frozen=True)
class Verdict:
    """What was said of a text: `remark` where it went back, `minutes` where it was approved."""

    at: datetime
    by: UUID
    remark: str | None = None
    minutes: int | None = None

    @property
    def state(self) -> str:
        """approved or sent-back."""
        return "sent-back" if self.minutes is None else "approved"


@dataclass(frozen=True)
class TextVersion:
    """One text: `size` in bytes, `at` on the conference's clock; its verdicts in their order."""

    number: int
    sha256: str
    file: str
    kind: str
    size: int
    at: datetime
    by: UUID
    verdicts: tuple[Verdict, ...] = ()

    @property
    def verdict(self) -> Verdict | None:
        return self.verdicts[-1] if self.verdicts else None

    @property
    def state(self) -> str:
        """received, approved or sent-back."""
        return self.verdict.state if self.verdict else "received"


@dataclass(frozen=True)
class Speech:
    """One speech. `asked` and `minutes`: those offered, and those that the unit wishes for."""

    id: UUID
    unit: str
    requested_at: datetime
    asked: int | None = None
    note: str | None = None
    title: str | None = None
    minutes: int | None = None
    speaker: str | None = None
    speaker_post: str | None = None
    theme: str | None = None
    contact: str | None = None
    email: str | None = None
    speaker_email: str | None = None
    guest: UUID | None = None
    texts: tuple[TextVersion, ...] = ()
    withdrawn: str | None = None
    version: int = 1

    @property
    def text(self) -> TextVersion | None:
        """The newest text."""
        return self.texts[-1] if self.texts else None

    @property
    def progress(self) -> str:
        """How far it has come apart from the agenda: asked, registered, received, sent-back,
        approved or withdrawn."""
        if self.withdrawn is not None:
            return "withdrawn"
        if self.text:
            return self.text.state
        return "registered" if self.title else "asked"

    @property
    def granted(self) -> int | None:
        """Minutes: those granted with the last text that was approved, else those wished for,
        else those asked for."""
        said = (one.verdict.minutes for one in reversed(self.texts) if one.verdict)
        return next(filter(None, said), None) or self.minutes or self.asked


@dataclass(frozen=True)
class Speeches:
    by_id: Map[UUID, Speech] = field(default_factory=Map)


def blank(conference_id: UUID) -> Speeches:
    return Speeches()


@singledispatch
def evolve(fact: Fact, speeches: Speeches) -> Speeches:
    return speeches


@evolve.register
def _(fact: SpeechRequested, speeches: Speeches) -> Speeches:
    said = {"asked": fact.minutes, "theme": fact.theme, "guest": fact.guest, "note": fact.note}
    new = Speech(fact.originator_id, fact.unit, fact.timestamp, **said)  # type: ignore[arg-type]
    return Speeches(speeches.by_id.set(new.id, new))


def said(fact: Fact, speeches: Speeches, **changes: object) -> Speeches:
    """The speeches with one as it is after the fact."""
    old = speeches.by_id[fact.originator_id]
    new = replaced(old, **changes, version=fact.originator_version)
    return Speeches(speeches.by_id.set(new.id, new))


@evolve.register(SpeechRegistered)
@evolve.register(SpeechDescribed)
def _(fact: SpeechRegistered | SpeechDescribed, speeches: Speeches) -> Speeches:
    return said(fact, speeches, **{name: getattr(fact, name) for name in WORDS})


@evolve.register
def _(fact: SpeakerLinked, speeches: Speeches) -> Speeches:
    return said(fact, speeches, guest=fact.guest)


@evolve.register
def _(fact: SpeechTextReceived, speeches: Speeches) -> Speeches:
    what = (fact.version, fact.sha256, fact.file, fact.kind, fact.size, fact.at, fact.by)
    texts = speeches.by_id[fact.originator_id].texts
    return said(fact, speeches, texts=(*texts, TextVersion(*what)))


@evolve.register
def _(fact: SpeechSentBack, speeches: Speeches) -> Speeches:
    return judged(fact, speeches, fact.version, Verdict(fact.timestamp, fact.by, fact.remark))


@evolve.register
def _(fact: SpeechApproved, speeches: Speeches) -> Speeches:
    verdict = Verdict(fact.timestamp, fact.by, minutes=fact.minutes)
    return judged(fact, speeches, fact.version, verdict)


def judged(fact: Fact, speeches: Speeches, number: int, verdict: Verdict) -> Speeches:
    texts = list(speeches.by_id[fact.originator_id].texts)
    text = texts[number - 1]
    texts[number - 1] = replaced(text, verdicts=(*text.verdicts, verdict))
    return said(fact, speeches, texts=tuple(texts))


@evolve.register
def _(fact: SpeechWithdrawn, speeches: Speeches) -> Speeches:
    return said(fact, speeches, withdrawn=fact.reason)


@evolve.register
def _(fact: SpeechReinstated, speeches: Speeches) -> Speeches:
    return said(fact, speeches, withdrawn=None)
