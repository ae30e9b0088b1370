"""Why somebody sits there: a code with whole-number facts, as one short line of text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

REASONS = (
    "presidium",
    "precedence",
    "recipient",
    "speaker",
    "body",
    "substitute",
    "place",
    "pinned",
    "swapped",
)
"""All codes of seats that are taken."""

UNSEATED = ("absent", "no-seat", "elsewhere")
"""All codes of guests without a seat: will not come, no seat left, at another site."""

WRITTEN = re.compile(r"[a-z]+(-[a-z]+)*( [a-z]+=\d{1,6}){0,6}")
"""A reason as recorded: "recipient turn=2 position=5"."""


@dataclass(frozen=True, slots=True)
class SeatReason:
    """The code and its facts."""

    code: str
    facts: Mapping[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        return " ".join([self.code, *(f"{name}={value}" for name, value in self.facts.items())])


def read_reason(written: str) -> SeatReason:
    """The reason that was recorded as this text; a text of no known form is its own code."""
    if not WRITTEN.fullmatch(written):
        return SeatReason(written)
    code, *facts = written.split(" ")
    return SeatReason(code, {f.split("=")[0]: int(f.split("=")[1]) for f in facts})
