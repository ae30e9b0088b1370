"""A guest's row: who is invited, what was answered, and whether the guest is in the hall."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from immutables import Map

from conference.rules.names import called
from conference.rules.precedence import Standing
from projections.replaced import replaced


@dataclass(frozen=True)
class Substitute:
    name: str
    honorific: str | None
    post: str
    post_rank: int | None
    phone: str | None


@dataclass(frozen=True)
class Sending:
    """A letter that went out: `channel` (paper, email, messenger), the registry's number and day,
    when, the revision of the code that it carried, whom it named, and whether it came back."""

    channel: str
    number: str
    dated_on: str
    at: datetime
    revision: int
    name: str | None = None
    returned: bool = False


@dataclass(frozen=True)
class Undeliverable:
    """An address that a mail did not reach: `reason` is refused, expired or bounced."""

    email: str
    reason: str
    at: datetime


AWAY = ("declined", "withdrawn")
"""Answers after which a guest is not awaited."""


@dataclass(frozen=True)
class Guest:
    """One guest. `kind`: post, person, place, walk_in; `answer`: invited, accepted, declined,
    substituted, withdrawn; `number` of `of` where the guest holds a place of a group."""

    id: UUID
    kind: str
    group: str
    standing: Standing
    name: str | None = None
    honorific: str | None = None
    post: str | None = None
    body: str | None = None
    named_own: bool = False
    """That the name was said by the guest's own link."""
    number: int = 0
    of: int = 0
    group_invitation: UUID | None = None
    vip: bool = False
    phone: str | None = None
    email: str | None = None
    invited_by: str | None = None
    site: str = ""
    code: str | None = None
    note: str | None = None
    answer: str = "invited"
    reason: str | None = None
    substitute: Substitute | None = None
    stood: tuple[str, str | None, Substitute | None] = ("invited", None, None)
    """Answer, reason and substitute before the invitation was withdrawn."""
    entered_at: datetime | None = None
    door: str = ""
    device: str = ""
    time_doubted: bool = False
    """That the door's clock cannot have been right when the guest came in."""
    excuse: str | None = None
    revision: int = 0
    before: UUID | None = None
    before_reason: str | None = None
    sendings: tuple[Sending, ...] = ()
    opened_at: datetime | None = None
    reminded_at: datetime | None = None
    undeliverable: Undeliverable | None = None
    version: int = 1
    wording: int = 1
    """The version at which the guest's badge came to say what it says now."""
    naming: int = 1
    """The same of the name tent, which has no code."""

    @property
    def invited(self) -> bool:
        """Whether the guest counts as invited: those who declined or were withdrawn do not, nor
        who came without an invitation and is not in the hall."""
        return self.answer not in AWAY and (self.kind != "walk_in" or self.present)

    @property
    def present(self) -> bool:
        return self.entered_at is not None

    @property
    def state(self) -> str:
        """present, excused, declined, withdrawn, or expected."""
        if self.present:
            return "present"
        if self.answer in AWAY:
            return self.answer
        return "excused" if self.excuse is not None else "expected"

    @property
    def sent(self) -> tuple[Sending, ...]:
        """What carried the code that counts now, and did not come back."""
        now = (one for one in self.sendings if one.revision == self.revision)
        return tuple(one for one in now if not one.returned)

    @property
    def other_named(self) -> str | None:
        """Whom a letter with the code that counts now names, where that is another name."""
        now = called(self.name or "")
        return next((one.name for one in self.sent if one.name and called(one.name) != now), None)

    @property
    def unreached(self) -> Undeliverable | None:
        """That the address which stands here did not work; another one has not been tried yet."""
        failed = self.undeliverable
        return failed if failed and failed.email == self.email else None

    @property
    def progress(self) -> str:
        """How far the invitation has come: drafted, sent, opened, or the answer given; elsewhere
        while others are to send it."""
        if self.answer != "invited":
            return self.answer
        waiting = "drafted" if self.lettered else "elsewhere"
        return "opened" if self.opened_at else "sent" if self.sent else waiting

    @property
    def lettered(self) -> bool:
        """Whether a letter of ours is due: not to who walked in, nor to whom others invite."""
        return self.kind != "walk_in" and not self.invited_by

    @property
    def coming(self) -> str | None:
        """The name of who really comes: the substitute's, where there is one."""
        return self.substitute.name if self.substitute else self.name

    @property
    def called(self) -> str:
        """Whom the invitation names: a person, else the post, else the group."""
        return self.name or self.post or self.group

    @cached_property
    def rank(self) -> Standing:
        """The standing that counts: a substitute does not inherit it (domain.md 1.7, S44)."""
        if self.substitute is None:
            return self.standing
        own = self.substitute.post_rank
        unknown = {"post_rank": own, "in_post_since": None, "birth_date": None}
        return replaced(self.standing, substitute=True, **unknown)


Guests = Map[UUID, Guest]
"""The rows of a conference, by the invitation's id."""

NOBODY: Guests = Map()
"""The rows of a conference to which nobody is invited: one map, so that all lists share it."""
