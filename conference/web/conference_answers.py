"""What the settings say after an act that has done more than was typed."""

from datetime import date

from conference import gate
from conference.language import sentence
from conference.rules.days import written_day


def dated(moved: bool) -> str:
    """What the page says after another day: that the programme went along, and who does not see it
    yet."""
    if not moved:
        return sentence("done.date_conference")
    shelf = gate.fresh()
    code = "released" if shelf.agenda.unreleased else "moved"
    day = written_day(date.fromisoformat(shelf.conference.held_on or ""))
    return sentence(f"done.date_conference.{code}", day=day)
