"""What pages with lines of instruments show: a page of those that a search finds, counts beside."""

from collections.abc import Iterable
from typing import Any

from flask import request

from conference import gate
from conference.commands.awards_typed import MOST_TYPED
from conference.web.door import shown_page
from projections.award_annex import reconciled
from projections.award_plan import Instrument
from projections.award_search import alike, searched

LINES = 100
"""Lines of one page; a year's decisions may have 6,164 (case Kiên Giang)."""


def found_in(instruments: Iterable[Instrument]) -> dict[str, Any]:
    """The page of lines that `?q=` and `?page=` ask for."""
    wanted = request.args.get("q", "").strip()
    found = searched(instruments, wanted)
    number = shown_page(len(found), LINES)
    shown = found[(number - 1) * LINES : number * LINES]
    return {"wanted": wanted, "found": found, "number": number, "shown": shown, "size": LINES}


def beside(one: Instrument) -> dict[str, Any]:
    """What stands beside an instrument's lines: the file they came in, the three counts, and
    whether a form for one award can revise it."""
    awards = gate.shelf().awards
    annex = awards.annexes.get(one.id)
    apart = (annex.collectives, annex.individuals) if annex else (None, None)
    staged = frozenset(line.id for turn in awards.turns for line in turn.lines)
    listed = ((line.id, line.kind) for line in one.lines)
    counts = reconciled((*apart, one.stated_count), listed, staged, one.presentable)
    typed = alike(one) and len(one.lines) <= MOST_TYPED
    return {"annex": annex, "counts": counts, "typed": typed}
