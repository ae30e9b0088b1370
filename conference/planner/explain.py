"""Why somebody sits there: the reason of every seat, as a code with its facts."""

from conference.planner.guest import Guest
from conference.rules.seat_reasons import SeatReason

BY_RANK = ("precedence", "substitute")
"""Reasons of the seats in front that are given by rank, before any body is seated."""


def pinned() -> SeatReason:
    return SeatReason("pinned")


def on_stage(guest: Guest) -> SeatReason:
    return SeatReason("presidium", {"n": (guest.presidium or 0) + 1})


def by_rank(guest: Guest) -> SeatReason:
    """By rank: somebody's own, never that of the person represented."""
    if guest.substitute:
        return in_body(guest, 1, 1)
    return SeatReason("precedence", {"n": guest.precedence})


def receiving(guest: Guest) -> SeatReason:
    return SeatReason("recipient", {"turn": guest.turn or 0, "position": guest.position})


def speaking(guest: Guest) -> SeatReason:
    return SeatReason("speaker", {"order": guest.speaker or 0})


def in_body(guest: Guest, together: int, parts: int) -> SeatReason:
    """With those of the same body: how many sit together, in how many parts; alone: by order.

    Somebody who stands in for another does not inherit the rank, and is told so.
    """
    if guest.substitute:
        return SeatReason("substitute", {"n": guest.precedence, "together": together})
    if together == 1:
        return SeatReason("place", {"n": guest.precedence})
    return SeatReason("body", {"together": together, "parts": parts})
