"""The run-sheet of a ceremony of sixty turns, and the other papers, as PDF and as Word file."""

from collections.abc import Callable, Iterator
from itertools import count

import typst
from _figures import ROUNDS, cpu_seconds, in_turn, sized, tell
from _stores import emptied
from builders import STAMP
from builders_awards import an_instrument
from builders_ceremony import ADDRESS, PRESENTERS, present_by
from builders_commands import HERE, plan, shelf_of
from builders_programme import a_reader

from conference.commands.agenda import add_item, set_agenda_start
from conference.commands.awards import register_instrument
from conference.documents.ceremony_papers import FORMATS, PAPERS, drawn
from conference.documents.ceremony_source import Source
from conference.documents.typst_pdf import FONTS
from conference.store import Store
from projections.library import Shelf

TURNS = sized(60, 3)
OF_A_TURN = 10
"""Recipients on the stage at once, the plan's usual capacity."""


def main() -> None:
    shelves = [a_ceremony(n) for n in range(ROUNDS)]
    for name in PAPERS:
        for form in FORMATS:
            aim = "< 1 s" if (name, form) == ("run-sheet", "pdf") else "–"
            each = iter(shelves)

            def ours(name: str = name, form: str = form, each: Iterator[Shelf] = each) -> float:
                shelf = next(each)
                return cpu_seconds(lambda: paper(shelf, name, form))

            figures = in_turn(ours, plain(name, form))
            tell(f"{name} of {TURNS} turns, {form}", "CPU-s", *figures, aim)


def paper(shelf: Shelf, name: str, form: str) -> bytes:
    """From the documents to the file. No round draws what another one has: typst keeps parts."""
    return drawn(Source(shelf, a_reader("vi", ADDRESS)), name, form)


def plain(name: str, form: str) -> Callable[[], float]:
    """Pages of plain words, other ones in every round."""
    numbers = count()
    return lambda: cpu_seconds(lambda: plain_pages(TURNS, f"{name} {form} {next(numbers)}"))


def a_ceremony(number: int) -> Shelf:
    """Sixty turns of ten, in each round with other names."""
    with emptied("SQLite") as settings:
        store = Store(settings)
        shelf = planned(store, f"Vĩnh Hòa Hiệp {number}")
        store.close()
    return shelf


def planned(store: Store, place: str) -> Shelf:
    plan(store)
    add_item(store, STAMP, **HERE, kind="award", title="Trao thưởng", minutes=300)
    set_agenda_start(store, STAMP, **HERE, starts_at=STAMP.at)
    for n in range(TURNS // 3):
        names = [f"Ủy ban nhân dân xã {place} {n}.{m}" for m in range(3 * OF_A_TURN)]
        register_instrument(store, STAMP, **HERE, **an_instrument(*names, number=f"{n}/QĐ-UBND"))
    for number in range(1, TURNS + 1):
        present_by(store, number, *PRESENTERS)
    return shelf_of(store)


def plain_pages(pages: int, word: str) -> bytes:
    """As many tagged pages of plain words as the ceremony has turns."""
    words = " ".join(["Ủy ban nhân dân tỉnh trân trọng kính mời đại biểu tới dự"] * 10)
    page = f"#for n in range({pages}) {{ if n > 0 {{ pagebreak() }}; [#n {word} {words}] }}"
    said = {"font_paths": [FONTS], "ignore_system_fonts": True, "pdf_standards": ["ua-1"]}
    head = '#set document(title: "x")\n#set text(font: "Be Vietnam Pro", lang: "vi")\n'
    made: bytes = typst.compile((head + page).encode(), format="pdf", timestamp=0, **said)
    return made


if __name__ == "__main__":
    main()
