"""One invitation: to a post, a person, a place of a group, or the group itself."""

from typing import Any, ClassVar, Self
from uuid import UUID, uuid5

from conference.domain.invitation_answers import Answered
from conference.errors import Refused
from events.base import Created, Fact, Stamp
from events.invitation import (
    GroupCounted,
    GroupInvited,
    GuestDescribed,
    InvitationIssued,
    PlaceOpened,
    PrecedenceOverridden,
    WalkInAdmitted,
)
from events.invitation_answers import InvitationWithdrawn

MOST_PLACES = 2_000
"""Places of one group: as many as the largest congress found had official delegates (2,025)."""

IMPORT = "import"
"""Why a guest is withdrawn whose import is taken back; the next import invites the guest again."""

DESCRIPTION = tuple(
    [
        "name",
        "honorific",
        "post",
        "body",
        "tier",
        "bloc",
        "post_rank",
        "in_post_since",
        "birth_date",
        "superior",
        "host",
        "former",
        "vip",
        "phone",
        "email",
        "note",
    ]
)
"""What GuestDescribed says, in its order."""


class Invitation(Answered):
    TOPIC: ClassVar[str] = "invitation"

    def __init__(self, conference_id: UUID) -> None:
        super().__init__(conference_id)
        self.description: tuple[Any, ...] = ()
        self.told: dict[int, tuple[Any, ...]] = {}
        """Every description by the version that said it: an import is taken back by it."""
        self.named_own = False
        self.before: UUID | None = None
        self.count: int | None = None
        self.said: dict[str, Any] = {}
        """What the first fact said: a group's later places are like it."""

    @property
    def touched(self) -> tuple[bool, bool, bool]:
        """Whether somebody has answered, was sent the letter, or is named: the weightiest first."""
        answered = self.answer != "invited" or self.excuse is not None
        named = self.description != self.told[1]
        return answered, bool(self.sendings) or self.opened, named

    @classmethod
    def issue(cls, stamp: Stamp, id: UUID, conference_id: UUID, **said: Any) -> Self:
        """Invite a post or a person; `said` are the fields of InvitationIssued."""
        if said["kind"] == "person" and not said.get("name"):
            raise Refused("invitation.person-without-name")
        if said["kind"] == "post" and not said.get("post"):
            raise Refused("invitation.post-without-post")
        return cls.begin(InvitationIssued, stamp, id=id, conference_id=conference_id, **said)

    @classmethod
    def invite_group(cls, stamp: Stamp, id: UUID, conference_id: UUID, **said: Any) -> Self:
        count = said["count"]
        if count is not None and not 0 <= count <= MOST_PLACES:
            raise Refused("invitation.too-many-places", most=MOST_PLACES)
        return cls.begin(GroupInvited, stamp, id=id, conference_id=conference_id, **said)

    @classmethod
    def open_place(cls, stamp: Stamp, group: UUID, conference_id: UUID, /, **said: Any) -> Self:
        """A place of a group; its id follows from the group's and its number."""
        return cls.begin(
            PlaceOpened,
            stamp,
            id=place_id(group, said["number"]),
            conference_id=conference_id,
            group_invitation=group,
            **said,
        )

    @classmethod
    def walk_in(cls, stamp: Stamp, id: UUID, conference_id: UUID, **said: Any) -> Self:
        return cls.begin(WalkInAdmitted, stamp, id=id, conference_id=conference_id, **said)

    def count_group(self, stamp: Stamp, count: int | None) -> None:
        if self.kind != "group":
            raise Refused("invitation.not-a-group")
        if self.answer == "withdrawn":
            raise Refused("invitation.withdrawn")
        if count is not None and not 0 <= count <= MOST_PLACES:
            raise Refused("invitation.too-many-places", most=MOST_PLACES)
        if count != self.count:
            self.record(GroupCounted, stamp, count=count)

    def describe(self, stamp: Stamp, **said: Any) -> None:
        """Say who the guest is; every field of DESCRIPTION, an unsaid one as it stands."""
        self._a_guest()
        now = dict(zip(DESCRIPTION, self.description, strict=True)) | said
        if tuple(now[name] for name in DESCRIPTION) == self.description:
            return
        if not (now["name"] or now["post"] or self.kind == "place"):
            raise Refused("invitation.nobody-named")
        self.record(GuestDescribed, stamp, **now)

    def nominate(self, stamp: Stamp, name: str, **said: Any) -> None:
        """Say who comes for a post or a place that nobody else has named anybody for: it is the one
        invited, with the post's rank, and nobody's substitute. Said again, it is put right."""
        self._standing()
        if self.present:
            raise Refused("invitation.already-in")
        if self.kind not in ("post", "place") or (self.description[0] and not self.named_own):
            raise Refused("invitation.named-already")
        self.describe(stamp, name=name, **{key: given for key, given in said.items() if given})
        self.accept(stamp)

    def take_back(self, stamp: Stamp, version: int, new: bool) -> str:
        """Undo what an import did up to `version`: withdraw a guest who was `new`, or describe
        one as before. Answers withdrawn or restored, or why it must stay as it is."""
        left = self.told[max(known for known in self.told if known <= version)]
        if self.description != left:
            return "described"
        if not new:
            before = self.told[max(known for known in self.told if known < version)]
            self.record(GuestDescribed, stamp, **dict(zip(DESCRIPTION, before, strict=True)))
            return "restored"
        if self.present:
            return "present"
        if self.answer != "invited" or self.excuse:
            return "gone" if self.answer == "withdrawn" else "answered"
        if self.sendings or self.opened:
            return "sent"
        self.record(InvitationWithdrawn, stamp, reason=IMPORT)
        return "withdrawn"

    def override_precedence(self, stamp: Stamp, before: UUID | None, reason: str) -> None:
        self._standing()
        if before == self.id:
            raise Refused("invitation.before-oneself")
        if before != self.before:
            self.record(PrecedenceOverridden, stamp, before=before, reason=reason)

    def assign(self, fact: Fact) -> None:
        match fact:
            case Created():
                self._begun(fact)
            case GuestDescribed():
                if fact.name != self.description[0]:
                    self.named_own = fact.by == self.id
                self.description = tuple(getattr(fact, name) for name in DESCRIPTION)
                self.told[fact.originator_version] = self.description
            case PrecedenceOverridden():
                self.before = fact.before
            case GroupCounted():
                self.count = fact.count
            case _:
                self.reply(fact)

    def _begun(self, fact: Created) -> None:
        said = vars(fact)
        kinds = {GroupInvited: "group", PlaceOpened: "place", WalkInAdmitted: "walk_in"}
        self.kind = kinds.get(type(fact)) or said["kind"]
        self.said, self.site = dict(said), said["site"]
        self.count = said.get("count")
        blank = {
            "tier": "province",
            "superior": False,
            "host": False,
            "former": False,
            "vip": False,
        }
        self.description = tuple(said.get(name, blank.get(name)) for name in DESCRIPTION)
        self.told[1] = self.description


def place_id(group: UUID, number: int) -> UUID:
    """The id of place `number` of a group."""
    return uuid5(group, f"place {number}")
