"""The linter on what is handed over: signed, sealed and framed in time, on the tray on the day."""

from collections.abc import Iterator
from datetime import date

from conference.rules.lint_rules import NEAR_DAYS
from projections.lint_finding import Finding
from projections.lint_look import Look

STEPS = (None, "drafted", "signed", "sealed", "framed", "on_tray")
"""How far an object may be, from nothing said to the tray."""

FRAMED, ON_TRAY = STEPS.index("framed"), STEPS.index("on_tray")


def found(look: Look) -> Iterator[Finding]:
    """Turns with objects that are not as far as the day asks for: framed until then (a note while
    there is time, a warning within NEAR_DAYS), on the tray on the day itself."""
    severity, wanted = asked(look.conference.held_on, look.today)
    for turn, _, recipients in look.waiting:
        left = (one for one in recipients if one.line not in look.ticked)
        late = [one for one in left if STEPS.index(one.readiness) < wanted]
        if late:
            lowest = min(late, key=lambda one: STEPS.index(one.readiness))
            facts = {"count": len(late), "readiness": lowest.readiness or "none"}
            facts |= {"wanted": STEPS[wanted], "severity": severity}
            topic = look.causes("objects-readied") if lowest.readiness else ()
            yield look.of_turn("object-not-ready", turn, *topic, **facts)


def asked(held_on: str | None, today: date) -> tuple[str, int]:
    """How heavy it is, and the step that objects should have reached."""
    days = (date.fromisoformat(held_on) - today).days if held_on else NEAR_DAYS + 1
    if days <= 0:
        return "error", ON_TRAY
    return ("warning" if days <= NEAR_DAYS else "note"), FRAMED
