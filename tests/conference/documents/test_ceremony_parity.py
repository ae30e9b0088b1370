"""Parity of the papers: for generated plans all of them name the same recipients in one order."""

from builders_ceremony import docx_text, in_order, made, pdf_text
from builders_parity import EDITS, INSTRUMENTS, SIDES, a_store, edited, planned
from hypothesis import given, settings
from hypothesis import strategies as st

FOLLOWING = ("mc-script", "run-sheet", "presenter-cards", "posting-list", "presentation-record")
"""Papers in the order of calling; the tray sheet has each turn as its row stands."""


@settings(max_examples=6, deadline=None)
@given(INSTRUMENTS, st.integers(1, 4), EDITS, SIDES)
def test_all_papers_name_the_recipients_of_the_run_sheet_in_its_order(
    instruments: list[tuple[str, int]],
    capacity: int,
    edits: list[tuple[int, int]],
    sides: list[str],
) -> None:
    with a_store() as store:
        planned(store, instruments, capacity)
        shelf = edited(store, edits, sides)
    turns = shelf.run_sheet.turns
    called = [one.name for turn in turns for one in turn.recipients]
    standing = [one.name for turn in turns for one in turn.standing]
    wanted = {**dict.fromkeys(FOLLOWING, called), "tray-sheet": standing}
    assert len(called) == len(set(called)) == sum(lines for _, lines in instruments)
    for name, names in wanted.items():
        assert list(made(shelf, name).names) == names, name
        assert in_order(pdf_text(shelf, name), set(called)) == names, name
        assert in_order(docx_text(shelf, name), set(called)) == names, name
