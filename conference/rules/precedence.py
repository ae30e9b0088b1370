"""Order of precedence (ngôi thứ): who is introduced and seated before whom, and why.

Source: Guideline 112-HD/BTGTU (Đắk Lắk, 2020) as cited in domain knowledge S23: superior-level
guests, then by bloc, guests before hosts, earlier in post first, then the older first; the tier of
government stands before the bloc, else a deputy of a Party office would precede a chairman.
"""

from dataclasses import dataclass
from functools import cached_property

TIERS = ("central", "province", "district", "commune")

BLOCS = (
    "superior",
    "party",
    "assembly",
    "government",
    "front",
    "armed_forces",
    "agency",
    "emulation_council",
    "organiser",
    "enterprise",
    "district",
    "recipient",
    "press",
    "other",
)
"""Party, elected bodies, government, Front as the guideline has them; the rest as offices list."""

LAST = 99
"""The post rank of somebody whose rank nobody knows: behind all known ones."""

STEPS = (
    "superior",
    "tier",
    "bloc",
    "host",
    "post_rank",
    "former",
    "in_post_since",
    "birth",
    "order",
)
"""The steps of the rule, in order; the step at which two guests differ is the reason."""


@dataclass(frozen=True)
class Standing:
    """What the precedence of one guest is made of. Days are ISO days or years, compared as text;
    unknown ones come last. `order` is the place in the organiser's own list."""

    bloc: str
    order: int
    tier: str = "province"
    superior: bool = False
    host: bool = False
    post_rank: int | None = None
    former: bool = False
    in_post_since: str | None = None
    birth_date: str | None = None
    substitute: bool = False
    number: int = 0

    @cached_property
    def key(self) -> tuple[int, int, int, int, int, int, str, str, int, int]:
        """Sorts guests into precedence. A substitute has only the rank of the own post."""
        return (
            0 if self.superior else 1,
            TIERS.index(self.tier) if self.tier in TIERS else len(TIERS),
            BLOCS.index(self.bloc) if self.bloc in BLOCS else len(BLOCS),
            1 if self.host else 0,
            LAST if self.post_rank is None else self.post_rank,
            1 if self.former else 0,
            self.in_post_since or "9999",
            self.birth_date or "9999",
            self.order,
            self.number,
        )


def reason(before: Standing, after: Standing) -> str:
    """The step of the rule at which the first guest comes before the second."""
    for step, one, other in zip(STEPS, before.key, after.key, strict=False):
        if one != other:
            return step
    return "order"
