"""Facts of the letters: how a conference words them and until when it awaits an answer; what was
sent to a guest and whether the guest has opened it."""

from datetime import datetime
from typing import ClassVar

from events.base import Fact


class LetterWorded(Fact):
    """What every invitation letter says beside its guest, in the form of Decree 30/2020.

    `parent` is the body above the host, `place` where the letter is dated, `subject` what it is
    about, `asked` what guests are asked to do, `contact` whom to call, `copies` who else gets it
    (a line each), `authority` for whom the signer signs ("TM. ỦY BAN NHÂN DÂN").
    """

    TOPIC: ClassVar[str] = "letter-worded"
    PERSONAL: ClassVar = {"contact": "contact", "signer": "signer", "signer_post": "signer"}
    parent: str | None
    place: str | None
    subject: str | None
    asked: str | None
    contact: str | None
    copies: str | None
    authority: str | None
    signer_post: str | None
    signer: str | None


class AnswerDeadlineSet(Fact):
    """Guests may answer by themselves until `answer_by`; None: until the conference opens."""

    TOPIC: ClassVar[str] = "answer-deadline-set"
    answer_by: datetime | None


class InvitationSent(Fact):
    """The letter went out. `channel` is `paper`, `email` or `messenger`; `number` and `dated_on`
    (ISO day) are the registry's, one for a whole sending; `at` on the conference's clock."""

    TOPIC: ClassVar[str] = "invitation-sent"
    channel: str
    number: str
    dated_on: str
    at: datetime


class InvitationOpened(Fact):
    """The guest opened the personal link for the first time; `at` on the conference's clock."""

    TOPIC: ClassVar[str] = "invitation-opened"
    at: datetime


class InvitationUndeliverable(Fact):
    """A mail did not reach the guest at `email`. `kind` is `letter` or `reminder`; `reason` is
    `refused` (the server will not take it), `expired` (tried for two days) or `bounced` (it came
    back); `number` and `dated_on` are the registry's; `at` on the conference's clock."""

    TOPIC: ClassVar[str] = "invitation-undeliverable"
    PERSONAL: ClassVar = {"email": "guest"}
    kind: str
    email: str
    reason: str
    number: str | None
    dated_on: str | None
    at: datetime


class GuestReminded(Fact):
    """Who had not answered was asked to; `channel` as of a letter, `at` on the conference's
    clock."""

    TOPIC: ClassVar[str] = "guest-reminded"
    channel: str
    at: datetime
