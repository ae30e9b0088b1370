"""The hall as it is drawn: where each seat stands, what it shows, and in which words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from conference.language import sentence
from conference.planner.hall import Hall
from conference.planner.hall import Seat as Place
from conference.rules.names import initials
from conference.rules.seat_reasons import SeatReason, read_reason
from conference.seating_proposal import planner_hall
from projections.guest import Guest
from projections.seat import Seat
from projections.seating_plan import SeatingPlan

UNIT = 18
"""Pixels of half a seat: a seat is 32 wide with 4 between two, above the 24 of WCAG 2.5.8."""

STAGE_DEPTH = 92
"""Pixels from the back of the stage to its edge: a row of chairs, and room to stand."""

ROW = 44
"""Pixels from row to row: a seat of 32 and room to tell the rows apart."""

COLUMN = 720
"""Pixels of the picture's column on a laptop of 1366."""

STAIRS = 72
"""Pixels of the stairs' width."""

MARGIN = 10
"""Pixels beside the side aisles, in which the rows' names stand."""

KINDS = {
    "presidium": "front",
    "precedence": "front",
    "recipient": "recipient",
    "speaker": "speaker",
    "pinned": "chosen",
    "swapped": "chosen",
    "chosen": "chosen",
    "reserve": "chosen",
}
"""How a seat is drawn, by its reason; every other reason is that of a body."""

LEGEND = ("front", "recipient", "speaker", "body", "chosen", "free", "reserve", "freed", "unusable")


@dataclass(frozen=True)
class Drawn:
    """A seat in the picture: its left upper corner in pixels, its kind, and a few letters."""

    seat: Seat
    x: int
    y: int
    kind: str
    tag: str
    title: str


@dataclass(frozen=True)
class Stage:
    """Where the stage, its stairs and the lectern are drawn, in pixels."""

    left: int
    width: int
    height: int
    stairs_x: int
    stairs_width: int
    lectern_x: int


@dataclass(frozen=True)
class HallMap:
    """The picture of a hall. With `guests` and `reasons` by seat it shows a proposal instead."""

    plan: SeatingPlan
    guests: Mapping[str, Guest] | None = None
    reasons: Mapping[str, str] | None = None

    @cached_property
    def hall(self) -> Hall:
        drawn = planner_hall(self.plan)
        return Hall(drawn.rows, drawn.presidium, drawn.stairs, drawn.lectern)

    @property
    def stairs(self) -> str:
        return self.hall.stairs

    @property
    def width(self) -> int:
        return 2 * max(self.hall.half_width, self.hall.presidium + 6, 14) * UNIT + 2 * MARGIN

    @property
    def shown_width(self) -> int:
        """As wide as the page's column, but no seat narrower than 24 pixels: then it scrolls."""
        return min(self.width, max(COLUMN, self.width * 3 // 4))

    @property
    def height(self) -> int:
        return self.row_y(len(self.hall.rows)) + ROW

    @property
    def stage(self) -> Stage:
        """The stage over the whole width, the stairs at its corner, the lectern half way out."""
        far = self.width - MARGIN
        stairs_x = MARGIN if self.stairs == "left" else far - STAIRS
        side = -1 if self.hall.lectern == "left" else 1
        lectern_x = self.width // 2 + side * (self.width // 2 - MARGIN) // 2
        return Stage(MARGIN, far - MARGIN, STAGE_DEPTH, stairs_x, STAIRS, lectern_x)

    @cached_property
    def seats(self) -> list[Drawn]:
        places = (*sorted(self.hall.stage, key=lambda place: place.x), *self.hall.seats)
        return [self._drawn(self.plan.by_label[place.label], place) for place in places]

    @cached_property
    def rows(self) -> list[tuple[str, list[Drawn]]]:
        """The seats by row, for the list beside the picture."""
        rows: dict[str, list[Drawn]] = {}
        for drawn in self.seats:
            rows.setdefault(drawn.seat.row, []).append(drawn)
        return list(rows.items())

    def row_y(self, depth: int) -> int:
        """The upper edge of a row's seats; 0 is the presidium."""
        return STAGE_DEPTH + 38 + (depth - 1) * ROW if depth else 28

    def labels(self) -> Iterator[tuple[str, int]]:
        """Row labels with their height in the picture."""
        for depth, row in enumerate(self.hall.rows, 1):
            yield row["label"], self.row_y(depth) + 21

    def _drawn(self, known: Seat, place: Place) -> Drawn:
        seat = self._shown(known)
        x = self.width // 2 + place.x * UNIT - 16
        title = self.title(seat)
        return Drawn(seat, x, self.row_y(place.depth), kind_of(seat), tag_of(seat), title)

    def _shown(self, seat: Seat) -> Seat:
        if self.guests is None or self.reasons is None:
            return seat
        guest, reason = self.guests.get(seat.label), self.reasons.get(seat.label)
        kept = seat.pinned and guest is not None
        return Seat(
            seat.label, seat.row, seat.number, seat.usable, guest, None, reason, pinned=kept
        )

    def title(self, seat: Seat) -> str:
        """Seat, guest and reason, as read aloud or shown beside the pointer."""
        if seat.guest:
            return f"{seat.label}: {called(seat.guest)}. {why(seat)}"
        if seat.freed:
            freed = sentence(f"seat-freed.{seat.freed.answer}", name=called(seat.freed))
            return f"{seat.label}: {freed}"
        return f"{seat.label}: {sentence(f'seat-kind.{kind_of(seat)}')}"


def kind_of(seat: Seat) -> str:
    """How the seat is drawn: one of LEGEND."""
    if not seat.usable:
        return "unusable"
    if seat.guest is None:
        return "freed" if seat.freed else "reserve" if seat.reserve else "free"
    return KINDS.get(reason_of(seat).code, "body")


def tag_of(seat: Seat) -> str:
    """A few letters in the seat, so that colour never stands alone."""
    if seat.guest is None:
        return "!" if seat.freed else sentence("seat-tag.reserve") if seat.reserve else ""
    reason = reason_of(seat)
    if reason.code in ("presidium", "precedence"):
        return f"#{reason.facts['n']}"
    if reason.code == "recipient":
        return f"{reason.facts['turn']}·{reason.facts['position']}"
    if reason.code == "speaker":
        return f"{sentence('seat-tag.speaker')}{reason.facts['order']}"
    letters = initials(seat.guest.body or seat.guest.group).upper()
    return "".join(filter(str.isalnum, letters))[:4]


def reason_of(seat: Seat) -> SeatReason:
    try:
        return read_reason(seat.reason or "")
    except ValueError:
        return SeatReason("chosen")


def why(seat: Seat) -> str:
    """Why this guest sits here, as a sentence."""
    reason = reason_of(seat)
    body = (seat.guest.body or seat.guest.group) if seat.guest else ""
    return sentence(f"seat-reason.{reason.code}", body=body, **reason.facts)


def called(guest: Guest) -> str:
    """A guest as the plan calls him or her: name, post and body; else the place in the group."""
    who = guest.substitute or guest
    place = f"{guest.group} {guest.number}/{guest.of}" if guest.of else guest.group
    return ", ".join(filter(None, (guest.coming, who.post, guest.body))) or place


def reason_words(code: str) -> str:
    """Why a guest stays without a seat."""
    return sentence(f"unseated.{code}")
