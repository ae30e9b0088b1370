"""How long the items of each kind really took, over the facts of conferences that are closed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from projections.agenda import Agenda
from projections.agenda_item import AgendaItem

ENOUGH = 5
"""Items of a kind from which its past says anything: of fewer, a quarter is less than one and a
half."""


@dataclass(frozen=True)
class Durations:
    """Of one kind: how many items were played, the minutes that the shortest quarter of them kept
    to, and the minutes of the one in the middle; begun minutes counted whole."""

    kind: str
    count: int
    quarter: int
    middle: int


def past_durations(agendas: Iterable[Agenda]) -> tuple[Durations, ...]:
    """By kind, those of which enough were played."""
    took: dict[str, list[int]] = defaultdict(list)
    for agenda in agendas:
        for item in agenda.by_id.values():
            if spent := played_s(item):
                took[item.kind].append(spent)
    enough = ((kind, sorted(all_)) for kind, all_ in sorted(took.items()) if len(all_) >= ENOUGH)
    return tuple(
        Durations(kind, len(all_), minutes(all_[(len(all_) - 1) // 4]), minutes(median(all_)))
        for kind, all_ in enough
    )


def played_s(item: AgendaItem) -> int:
    """Seconds of all takes of an item; 0 where one of them never ended."""
    spans = [(take.started_at, take.finished_at) for take in item.takes]
    lengths = [(end - start).total_seconds() for start, end in spans if end is not None]
    return int(sum(lengths)) if len(lengths) == len(spans) else 0


def minutes(seconds: float) -> int:
    return -(-int(seconds) // 60)
