"""The warnings of the agenda for who may see its draft: they tell what guests have answered."""

from conference import gate
from projections.agenda_warnings import Warning, warnings_of
from projections.library import Shelf


def agenda_warnings(shelf: Shelf) -> tuple[Warning, ...]:
    """What is to be looked at in the draft; nothing for who may not read it."""
    if not gate.allowed("read_draft"):
        return ()
    texts = {id for id, one in shelf.speeches.by_id.items() if one.text}
    return warnings_of(shelf.agenda, shelf.conference, shelf.run_sheet, texts)
