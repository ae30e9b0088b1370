"""The linter over a year's recipients: a plan of 6,164 lines, all of them on the stage."""

from datetime import date
from typing import Any

from _figures import cpu_seconds, in_turn, sized, tell
from _log import reader
from builders import KIEN_GIANG, STAMP, id
from builders_awards import CERTIFICATE, FLAG, an_instrument
from builders_conference import a_conference
from builders_invitation import issued
from builders_seating import hall_said

from conference.domain.awards import Awards
from conference.domain.seating import Seating
from conference.rules.names import fold
from events.base import Fact
from projections.library import Library, Shelf
from projections.lint import lint
from projections.lint_finding import Lint
from projections.replaced import replaced

LINES = sized(6_164, 60)
"""Collectives and persons awarded within one year (case 01)."""

DECISIONS = 5

TODAY = date(2019, 3, 20)
"""Five days before the conference: nothing is ready yet, which is told of every turn."""


def main() -> None:
    shelf = Library(reader(planned())).shelf(KIEN_GIANG)
    ours, floor = in_turn(
        lambda: cpu_seconds(lambda: checked(anew(shelf))),
        lambda: cpu_seconds(lambda: anew(shelf).run_sheet.turns),
    )
    found = checked(shelf)
    said: dict[str, Any] = {"lines": LINES, "turns": len(shelf.run_sheet.turns)}
    said |= {"findings": len(found.findings)}
    tell("lint of a year's lines beside making their turns", "s", ours, floor, "< 2 s", **said)


def checked(shelf: Shelf) -> Lint:
    return lint(shelf, TODAY, {})


def anew(shelf: Shelf) -> Shelf:
    """The same documents with nothing computed yet, as after a fact about a guest."""
    fold.cache_clear()
    rows = replaced(shelf.run_sheet.rows, book=replaced(shelf.run_sheet.rows.book))
    sheet = replaced(shelf.run_sheet, rows=rows)
    plan = replaced(shelf.seating_plan)
    return replaced(shelf, run_sheet=sheet, seating_plan=plan)


def planned() -> list[Fact]:
    """Decisions of collectives and persons; every third recipient is a guest with a seat."""
    awards = Awards.begin_for(STAMP, KIEN_GIANG)
    seating = Seating.begin_for(STAMP, KIEN_GIANG)
    seating.adopt_hall(STAMP, **hall_said(*[80] * 26))
    size, guests, seats = -(-LINES // DECISIONS), [], []
    labels = sorted(seating.usable)
    for part in range(DECISIONS):
        names = [f"Tập thể {n}" for n in range(part * size, min(LINES, (part + 1) * size))]
        award = FLAG if part % 2 else CERTIFICATE
        whole = an_instrument(*names, title=f"Quyết định {part}", number=str(part), award=award)
        for line in whole["lines"][::3]:
            line["guest"] = id(f"guest of {line['name']}")
            guests.append(issued(f"guest of {line['name']}", body=line["name"]))
            seats.append({"seat": labels[len(seats)], "guest": line["guest"], "reason": "place"})
        awards.register_instrument(STAMP, id(f"decision {part}"), **whole)
    seating.accept_seating(STAMP, seats=seats, seed=1)
    stories = (a_conference(), awards, seating, *guests)
    return [fact for noun in stories for fact in noun.collect_events()]  # type: ignore[misc]


if __name__ == "__main__":
    main()
