"""The ceremony for its crews: each turn with the reading that belongs to it, in timed steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from uuid import UUID

from projections.award_plan import Instrument
from projections.ceremony import Ceremony
from projections.ceremony_row import LiveTurn

HEAD_S = {"reading": 20, "call": 10, "in-place": 10, "presenters": 5, "servers": 5}
TAIL_S = {"presenters-back": 5, "recipients-back": 5}
"""How the seconds of a turn besides the handing over and the photograph are shared out among its
steps: proportions, plain estimates until a hall has measured its own. The other steps take none."""

STEPS = (
    *("presenters", "servers", "music-on", "handover", "photo", "music-off"),
    *("presenters-back", "recipients-back", "next"),
)
"""What follows when the row stands and the decision is read (domain knowledge 3.3)."""


@dataclass(frozen=True)
class Stretch:
    """A turn, and whether its instrument is read with it; `live` None: an instrument that is read
    and has no turn."""

    live: LiveTurn | None
    instrument: Instrument
    reads: bool


@dataclass(frozen=True)
class Step:
    """One step of a turn; `starts_at` is unknown where the ceremony's start is."""

    kind: str
    starts_at: datetime | None
    seconds: int


def stretches(ceremony: Ceremony) -> tuple[Stretch, ...]:
    """The ceremony in the order of its cues; a turn for which nobody is called keeps its place."""
    read = {cue.instrument for cue in ceremony.cues if cue.kind == "reading"}
    homes: dict[UUID, UUID] = {}
    for live in ceremony.turns:
        homes.setdefault(live.turn.instrument, live.id)
    order = with_all_turns(ceremony, list(dict.fromkeys(keys(ceremony, homes))))
    found = []
    for key in order:
        live_turn = ceremony.by_id.get(key)
        one = live_turn.turn.of_instrument if live_turn else ceremony.instruments[key]
        reads = one.id in read and homes.get(one.id, key) == key
        found.append(Stretch(live_turn, one, reads))
    return tuple(found)


def keys(ceremony: Ceremony, homes: dict[UUID, UUID]) -> Iterator[UUID]:
    """The turn of each cue; of a reading the first turn of its instrument, or the instrument."""
    for cue in ceremony.cues:
        key = cue.turn or homes.get(cue.instrument, cue.instrument)
        if key in ceremony.by_id or key in ceremony.instruments:
            yield key


def with_all_turns(ceremony: Ceremony, order: list[UUID]) -> list[UUID]:
    """Turns without a cue come behind the one before them."""
    before: UUID | None = None
    for live in ceremony.turns:
        if live.id not in order:
            order.insert(order.index(before) + 1 if before else 0, live.id)
        before = live.id
    return order


def steps(stretch: Stretch, starts_at: datetime | None, recipient_s: int) -> tuple[Step, ...]:
    """The steps of a turn one after the other; their seconds are together the turn's."""
    live = stretch.live
    if live is None:
        return (Step("reading", starts_at, 0),)
    kinds = [*opening(stretch), *STEPS]
    if not live.turn.photo_s:
        kinds.remove("photo")
    lasting = seconds(live, kinds, recipient_s)
    begun = [0, *accumulate(lasting)]
    return tuple(
        Step(kind, starts_at and starts_at + timedelta(seconds=begun[n]), lasting[n])
        for n, kind in enumerate(kinds)
    )


def opening(stretch: Stretch) -> list[str]:
    """Reading and row, in the order of the signatory's level."""
    row, reading = ["call", "in-place"], ["reading"] if stretch.reads else []
    early = stretch.live is not None and stretch.live.turn.recipients_enter == "before"
    return row + reading if early else reading + row


def seconds(live: LiveTurn, kinds: list[str], recipient_s: int) -> list[int]:
    """Whole seconds of each step: the photograph's and the handing over's own, the rest shared."""
    turn = live.turn
    photo = min(turn.photo_s, turn.seconds) if "photo" in kinds else 0
    handing = min(recipient_s * len(turn.recipients), turn.seconds - photo)
    rest, shares = turn.seconds - photo - handing, HEAD_S | TAIL_S
    own = {"photo": photo, "handover": handing}
    parts = [shares.get(kind, 0) for kind in kinds]
    whole = sum(parts)
    ends = [rest * part // whole for part in accumulate(parts)]
    taken = [end - begin for begin, end in zip([0, *ends], ends, strict=False)]
    return [own.get(kind, one) for kind, one in zip(kinds, taken, strict=True)]
