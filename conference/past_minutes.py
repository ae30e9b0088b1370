"""What this organisation's own closed conferences tell of how long items take."""

from conference import gate
from projections.past_durations import Durations, past_durations


def past_minutes() -> dict[str, Durations]:
    """By kind, over the closed conferences of the host of the one in the URL. Figures only: no word
    of another conference is in them."""
    here, library = gate.shelf().conference, gate.house().library
    own = [
        one.id
        for one in library.conferences().conferences
        if one.status == "closed" and one.host == here.host and one.id != here.id
    ]
    found = past_durations(library.shelf(id).agenda for id in own)
    return {one.kind: one for one in found}
