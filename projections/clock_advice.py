"""How a late day can end on time: which waiting items to cut, and what each cut gains."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from conference.rules.cutting import LEAST, Waiting, advised, span
from projections.agenda_item import AgendaItem
from projections.past_durations import Durations


@dataclass(frozen=True)
class Cut:
    """An item that could be shorter: `left` minutes, by which the day ends `gains_s` earlier."""

    item: AgendaItem
    left: int
    gains_s: int


@dataclass(frozen=True)
class Advice:
    """How to end on time: `needed` minutes in all, of which `missing` cannot be had by cuts; with
    none missing the day ends on time once all are made."""

    needed: int
    cuts: tuple[Cut, ...]
    missing: int


@dataclass(frozen=True)
class Least:
    """The fewest minutes of a kind, by `origin`: set, past, practice; and the past where known."""

    kind: str
    minutes: int
    origin: str
    past: Durations | None


def leasts(chosen: Mapping[str, int], past: Mapping[str, Durations]) -> tuple[Least, ...]:
    """For each kind that can be cut: what was set, else what three quarters of the items of past
    conferences took at least, else practice. A break gives minutes by itself on every screen, so
    the past says nothing of it."""
    found = []
    for kind, practice in LEAST.items():
        known = past.get(kind) if kind != "break" else None
        if kind in chosen:
            found.append(Least(kind, chosen[kind], "set", known))
        elif known is not None:
            found.append(Least(kind, known.quarter, "past", known))
        else:
            found.append(Least(kind, practice, "practice", None))
    return tuple(found)


def waiting(item: AgendaItem, plan: AgendaItem, least: Mapping[str, int]) -> Waiting:
    """An item that waits, as the rules need it: a break that begins late ends as planned, as long
    as its least is left of it."""
    gives = item.kind == "break" and item.allotted is None
    until = plan.ends_at if gives else None
    floor = least.get(item.kind)
    return Waiting(item.id, item.kind, item.given, item.fixed_start, until, floor)


def advice(
    pairs: Sequence[tuple[AgendaItem, AgendaItem]],
    at: datetime,
    ends_at: datetime,
    least: Mapping[str, int],
) -> Advice:
    """For waiting items, each with its plan, of which the first can begin `at`; `least` minutes by
    kind, where they are not those of practice."""
    line = [waiting(item, plan, least) for item, plan in pairs]
    left = {one.id: one for one in advised(line, at, ends_at)}
    cuts = [Cut(i, left[i.id].minutes, left[i.id].gains_s) for i, _ in pairs if i.id in left]
    kept: dict[Hashable, int] = {cut.item.id: cut.left for cut in cuts}
    short = [
        one._replace(minutes=kept[one.id], until=None) if one.id in kept else one for one in line
    ]
    needed, missing = (late(times, ends_at) for times in (span(line, at), span(short, at)))
    return Advice(needed, tuple(cuts), missing)


def late(times: Sequence[datetime], ends_at: datetime) -> int:
    """Minutes after the planned end, begun ones counted whole."""
    return max(0, -int((ends_at - times[-1]).total_seconds() // 60))
