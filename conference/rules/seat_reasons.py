"""Why somebody sits there: a code with whole-number facts, as one short line of text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

REASONS: dict[str, tuple[str, ...]] = {
    "presidium": ("n",),
    "precedence": ("n",),
    "recipient": ("turn", "position"),
    "speaker": ("order",),
    "body": ("together", "parts"),
    "substitute": ("n", "together"),
    "place": ("n",),
    "pinned": (),
    "swapped": (),
    "chosen": (),
    "reserve": (),
}
"""All codes of seats that are taken, with the facts that each says."""

UNSEATED = ("absent", "no-seat", "elsewhere", "not-yet")
"""All codes of guests without a seat: will not come, no seat left, at another site, not planned."""

WRITTEN = re.compile(r"[a-z]+(-[a-z]+)*( [a-z]+=[0-9]{1,6}){0,6}")
"""A reason as recorded: "recipient turn=2 position=5"."""


@dataclass(frozen=True, slots=True)
class SeatReason:
    """The code and its facts."""

    code: str
    facts: Mapping[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        return " ".join([self.code, *(f"{name}={value}" for name, value in self.facts.items())])


def read_reason(written: str) -> SeatReason:
    """The reason that was recorded as this text. ValueError where it is none of ours."""
    if not WRITTEN.fullmatch(written):
        raise ValueError(written)
    code, *said = written.split(" ")
    facts = {name: int(value) for name, value in (fact.split("=") for fact in said)}
    if tuple(facts) != REASONS.get(code):
        raise ValueError(written)
    return SeatReason(code, facts)
