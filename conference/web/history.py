"""The history page: every fact as a sentence, newest first, page by page."""

from collections.abc import Iterator
from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from conference import gate
from conference.gate import may
from conference.language import fact_sentence
from conference.web.door import noun, page, shown_page
from events.base import Fact
from projections.history import Line, found, lines

pages = noun("history", "/history")

LINES = 50
"""Lines of one page: two screens of a laptop."""


@pages.get("")
@may("read_history")
def history_page(conference_id: UUID) -> ResponseReturnValue:
    wanted = request.args.get("q", "").strip()
    all_lines = list(wanted_lines(wanted))
    number = shown_page(len(all_lines), LINES)
    shown = all_lines[(number - 1) * LINES : number * LINES]
    return page("history", lines=shown, number=number, total=len(all_lines), wanted=wanted)


def asked_for(found: tuple[int, Fact]) -> bool:
    """Whether a fact is the one that `?of=` and `?version=` name; any, where they name none."""
    fact, of = found[1], request.args.get("of")
    version = request.args.get("version")
    return of is None or (of, version) == (str(fact.originator_id), str(fact.originator_version))


def wanted_lines(wanted: str) -> Iterator[tuple[Line, str]]:
    """The lines that say what is looked for, newest first, each with its sentence."""
    shelf = gate.shelf()
    house = gate.house()
    facts = house.library.facts_of(shelf.conference.id, shelf.position)
    for line in lines(shelf, filter(asked_for, facts)):
        words = fact_sentence(line.topic, line.subject, line.words)
        if not wanted or found(line, words, wanted):
            yield line, words
