"""A guest's story: how one invitation's facts make the row that all lists of guests share."""

from collections.abc import Callable
from dataclasses import replace
from functools import singledispatch
from typing import Any

from conference.rules.precedence import Standing
from events.attendance import AbsenceExcused, CheckInReversed, ExcuseRevoked, GuestCheckedIn
from events.base import Fact
from events.invitation import (
    GroupCounted,
    GuestDescribed,
    InvitationIssued,
    PlaceOpened,
    PrecedenceOverridden,
    WalkInAdmitted,
)
from events.invitation_answers import (
    InvitationAccepted,
    InvitationDeclined,
    InvitationReissued,
    InvitationWithdrawn,
    SubstituteNamed,
)
from projections.guest import Guest, Guests, Substitute


@singledispatch
def began(fact: Fact) -> Guest | None:
    """The row that a first fact begins; None for a group and for anything else."""
    return None


@began.register
def _(fact: InvitationIssued) -> Guest:
    return replace(
        row(fact, fact.kind),
        standing=replace(standing(fact), former=fact.former),
        name=fact.name,
        honorific=fact.honorific,
        post=fact.post,
        vip=fact.vip,
        phone=fact.phone,
        email=fact.email,
        code=fact.code,
        note=fact.note,
        invited_by=fact.invited_by,
    )


@began.register
def _(fact: PlaceOpened) -> Guest:
    return replace(
        row(fact, "place"),
        number=fact.number,
        of=fact.of,
        group_invitation=fact.group_invitation,
        invited_by=fact.invited_by,
        standing=replace(standing(fact), number=fact.number),
    )


@began.register
def _(fact: WalkInAdmitted) -> Guest:
    who = {"name": fact.name, "honorific": fact.honorific, "post": fact.post}
    return replace(row(fact, "walk_in"), note=fact.voucher, **who)  # type: ignore[arg-type]


def row(fact: Any, kind: str) -> Guest:
    place = {"body": fact.body, "site": fact.site, "version": fact.originator_version}
    return Guest(fact.originator_id, kind, fact.group, standing(fact), **place)


def standing(fact: Any) -> Standing:
    """The precedence of a first fact, or of a description, from the fields it has."""
    return Standing(
        bloc=fact.bloc,
        order=getattr(fact, "order", 0),
        tier=getattr(fact, "tier", "province"),
        superior=getattr(fact, "superior", False),
        host=getattr(fact, "host", False),
        post_rank=getattr(fact, "post_rank", None),
        in_post_since=getattr(fact, "in_post_since", None),
        birth_date=getattr(fact, "birth_date", None),
    )


Clause = Callable[[Any, Guest], dict[str, Any]]


def described(fact: GuestDescribed, guest: Guest) -> dict[str, Any]:
    own = ("name", "honorific", "post", "body", "vip", "phone", "email", "note")
    known = guest.standing
    rank = replace(standing(fact), former=fact.former, order=known.order, number=known.number)
    return {"standing": rank, **{name: getattr(fact, name) for name in own}}


def answered(answer: str, reason: str | None = None) -> dict[str, Any]:
    """The last answer is what stands: an earlier reason or substitute goes with it."""
    return {"answer": answer, "reason": reason, "substitute": None}


CLAUSES: dict[type[Fact], Clause] = {
    GuestDescribed: described,
    InvitationAccepted: lambda fact, guest: answered("accepted"),
    InvitationDeclined: lambda fact, guest: answered("declined", fact.reason),
    SubstituteNamed: lambda fact, guest: {
        **answered("substituted"),
        "substitute": Substitute(fact.name, fact.honorific, fact.post, fact.post_rank, fact.phone),
    },
    InvitationWithdrawn: lambda fact, guest: answered("withdrawn", fact.reason),
    InvitationReissued: lambda fact, guest: {
        "revision": fact.revision,
        **(answered("invited") if guest.answer == "withdrawn" else {}),
    },
    PrecedenceOverridden: lambda fact, guest: {
        "before": fact.before,
        "before_reason": fact.reason,
    },
    GuestCheckedIn: lambda fact, guest: {
        "entered_at": fact.at,
        "door": fact.door,
        "device": fact.device,
        "excuse": None,
    },
    CheckInReversed: lambda fact, guest: {"entered_at": None, "door": "", "device": ""},
    AbsenceExcused: lambda fact, guest: {"excuse": fact.reason},
    ExcuseRevoked: lambda fact, guest: {"excuse": None},
}
"""What each later fact changes in a guest's row."""

BEGINNINGS = (InvitationIssued, PlaceOpened, WalkInAdmitted)


def evolved(fact: Fact, guest: Guest) -> Guest:
    """The row after one of the facts in CLAUSES.

    Every list folds the same fact over the same row: the last answer is kept, so that they share
    one row and the work is done once.
    """
    last = LAST[0]
    if last[0] is fact and last[1] is guest:
        kept: Guest = last[2]
        return kept
    changes = CLAUSES[type(fact)](fact, guest)
    row = replace(guest, version=fact.originator_version, **changes)
    LAST[0] = (fact, guest, row)
    return row


LAST: list[tuple[Any, Any, Any]] = [(None, None, None)]
"""The last fact, the row before it, and the row after it; one slot, exchanged whole."""


def rows(fact: Fact, guests: Guests) -> Guests:
    """The rows after one of ROW_FACTS; the same ones where it is about no guest."""
    guest = began(fact)
    if guest is None:
        before = guests.get(fact.originator_id)
        guest = evolved(fact, before) if before else None
    return guests.set(guest.id, guest) if guest else guests


def recounted(fact: GroupCounted, guests: Guests) -> Guests:
    """The rows with a group's places counted out of its new count ("đại biểu 3/8")."""
    of = fact.count or 0
    places = (guest for guest in guests.values() if guest.group_invitation == fact.originator_id)
    return guests.update({one.id: replace(one, of=of) for one in places if one.number <= of})


ROW_FACTS: tuple[type[Fact], ...] = (*BEGINNINGS, *CLAUSES)
"""Every fact that a guest's row is made of."""
