"""Facts of a speech (tham luận) before it is spoken: asked for, registered, its texts, a verdict.

A speech that is scheduled is the item of the agenda with the same id; the agenda's facts tell when
it is due and what became of it on the day."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from events.base import Created, Fact

WHOSE = {
    "speaker": "speaker",
    "speaker_post": "speaker",
    "speaker_email": "speaker",
    "contact": "contact",
    "email": "contact",
}
"""Whom the words of a speech tell of."""

WORDS = (
    *("unit", "title", "minutes", "speaker", "speaker_post", "theme", "contact"),
    *("email", "speaker_email"),
)
"""What SpeechRegistered and SpeechDescribed say, in their order."""


class SpeechRequested(Created):
    """A unit is asked to speak, for `minutes` at most where that is said, on this `theme`.

    `guest` is the invitation of who will speak, where one is known.
    """

    TOPIC: ClassVar[str] = "speech-requested"
    unit: str
    minutes: int | None = None
    theme: str | None = None
    guest: UUID | None = None
    note: str | None = None


class SpeechRegistered(Fact):
    """The unit says for the first time what it will speak about, and who speaks. `minutes` is what
    it wishes for; `contact` whom the organisers reach, `email` where the unit's mails go and
    `speaker_email` the speaker's."""

    TOPIC: ClassVar[str] = "speech-registered"
    PERSONAL: ClassVar = WHOSE
    unit: str
    title: str
    minutes: int
    speaker: str | None = None
    speaker_post: str | None = None
    theme: str | None = None
    contact: str | None = None
    email: str | None = None
    speaker_email: str | None = None


class SpeechDescribed(Fact):
    """The same said anew: every field as known from now on."""

    TOPIC: ClassVar[str] = "speech-described"
    PERSONAL: ClassVar = WHOSE
    unit: str
    title: str
    minutes: int
    speaker: str | None = None
    speaker_post: str | None = None
    theme: str | None = None
    contact: str | None = None
    email: str | None = None
    speaker_email: str | None = None


class SpeakerLinked(Fact):
    """Who speaks is this guest of the conference; None: nobody of the guest list."""

    TOPIC: ClassVar[str] = "speaker-linked"
    guest: UUID | None


class SpeechTextReceived(Fact):
    """A text came in: `version` counts from 1, `kind` is pdf, docx, odt or txt as its content
    says, `size` in bytes, `at` on the conference's clock. The file itself is no fact."""

    TOPIC: ClassVar[str] = "speech-text-received"
    version: int
    sha256: str
    file: str
    kind: str
    size: int
    at: datetime


class SpeechSentBack(Fact):
    """The text in this version goes back to the unit, with what is to be changed."""

    TOPIC: ClassVar[str] = "speech-sent-back"
    version: int
    remark: str


class SpeechApproved(Fact):
    """The text in this version is spoken as it is, in so many minutes."""

    TOPIC: ClassVar[str] = "speech-approved"
    version: int
    minutes: int


class SpeechWithdrawn(Fact):
    """The unit or the organisers take the speech back; its past stays."""

    TOPIC: ClassVar[str] = "speech-withdrawn"
    reason: str


class SpeechReinstated(Fact):
    """The withdrawal is taken back: the speech stands as it did before."""

    TOPIC: ClassVar[str] = "speech-reinstated"


class SpeechTermsSet(Fact):
    """What holds for all speeches of a conference: `minutes` of them together, `texts_by` the
    moment until which texts are awaited; None: not said."""

    TOPIC: ClassVar[str] = "speech-terms-set"
    minutes: int | None
    texts_by: datetime | None
