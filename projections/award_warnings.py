"""What should be looked at before the awards are printed; nothing is corrected by itself."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from immutables import Map

from conference.rules.award_catalogue import BY_KEY
from projections.award_plan import Instrument, Settings


@dataclass(frozen=True)
class Warning:
    """One finding. `code` has a label and a sentence in both languages, `facts` fill it."""

    code: str
    instrument: UUID
    facts: Map[str, Any]


def warnings_of(instruments: tuple[Instrument, ...], settings: Settings) -> tuple[Warning, ...]:
    """All findings, by instrument in the order they were registered."""
    return (*year_mismatch(instruments), *counts(instruments), *kinds(instruments))


def year_mismatch(instruments: tuple[Instrument, ...]) -> Iterable[Warning]:
    """Lines that carry another year than most lines of the conference's decisions."""
    decided = [one for one in instruments if one.presentable]
    years = Counter(line.year for one in decided for line in one.lines if line.year)
    if len(years) < 2:
        return
    usual = years.most_common(1)[0][0]
    for one in decided:
        others = Counter(line.year for line in one.lines if line.year and line.year != usual)
        for year, count in sorted(others.items()):
            facts = {"title": one.title, "year": year, "count": count, "usual": usual}
            yield Warning("year-mismatch", one.id, Map(facts))


def counts(instruments: tuple[Instrument, ...]) -> Iterable[Warning]:
    """Instruments whose text states another number than their list has."""
    for one in instruments:
        if one.stated_count is not None and one.stated_count != len(one.lines):
            facts = {"title": one.title, "stated": one.stated_count, "listed": len(one.lines)}
            yield Warning("count-mismatch", one.id, Map(facts))


def kinds(instruments: tuple[Instrument, ...]) -> Iterable[Warning]:
    """Lines whose kind of recipient the award is not given to; levels that do not fit."""
    for one in instruments:
        for line in one.lines:
            award = BY_KEY.get(line.award)
            if award and line.kind not in award.kinds:
                facts = {"title": one.title, "name": line.name, "number": line.number}
                yield Warning("kind-mismatch", one.id, Map(facts))
        levels = {BY_KEY[line.award].level for line in one.lines if line.award in BY_KEY}
        if one.presentable and levels and one.level not in levels:
            yield Warning("level-mismatch", one.id, Map({"title": one.title}))
