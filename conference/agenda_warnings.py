"""The warnings of the agenda for who may see its draft: they tell what guests have answered."""

from conference import gate
from projections.agenda_warnings import Warning, warnings_of
from projections.library import Shelf


def agenda_warnings(shelf: Shelf) -> tuple[Warning, ...]:
    """What is to be looked at in the draft; nothing for who may not read it."""
    if not gate.allowed("read_draft"):
        return ()
    speeches = shelf.speeches.by_id
    texts = {id for id, one in speeches.items() if one.text} if speeches else None
    return warnings_of(shelf.agenda, shelf.conference, shelf.run_sheet, texts)
