"""The linter on speakers who come from the stage, or have to go there, with nothing between."""

from collections.abc import Iterator
from itertools import pairwise

from conference.rules.names import fold
from projections.agenda_item import AgendaItem
from projections.lint_finding import Cause, Finding, Fix
from projections.lint_look import Look, key
from projections.lint_recipients import people
from projections.replaced import replaced
from projections.run_sheet_turn import Recipient, Turn


def found(look: Look) -> Iterator[Finding]:
    """Of one award item the first turn follows the speech before it, and the last one is followed
    by the speech behind; several items share the turns, and nobody has said which has which."""
    items = [item for item in look.agenda.items if not item.left_out]
    ceremonies = [item for item in items if item.kind == "award"]
    turns = [turn for turn, _, _ in look.waiting]
    one = len(ceremonies) == 1
    first, last = (turns[:1], turns[-1:]) if one else (turns, turns)
    for before, item in pairwise(items):
        if before.kind == "speech" and item.kind == "award":
            yield from meeting(look, "speaker-before", before, first)
        if before.kind == "award" and item.kind == "speech":
            yield from meeting(look, "speaker-after", item, last)


def meeting(look: Look, code: str, speech: AgendaItem, turns: list[Turn]) -> Iterator[Finding]:
    """The lines of these turns that the speaker, or the speaker's unit, receives."""
    guest = look.known(speech.guest, speech.speaker or "")
    keys = {key(speech.speaker)} if speech.speaker else set()
    who = keys | ({guest.id} if guest else set())
    agenda = look.noun_cause("agenda", look.agenda.version)
    for turn in turns:
        for one in turn.recipients:
            if who & set(people(look, one)) or of_unit(speech.unit, one):
                facts = {"speech": speech.title, "unit": speech.unit or speech.speaker}
                causes: tuple[Cause, ...] = (*agenda, *look.guest_cause(guest))
                finding = look.of_line(
                    code, one.line, *causes, **facts, beside={"turn": turn.number}
                )
                yield at_item(finding, speech)


def of_unit(unit: str | None, one: Recipient) -> bool:
    """Whether the unit that speaks is the one that receives: its name ends the recipient's, as
    "Huyện An Biên" ends "UBND huyện An Biên"."""
    if not unit or one.kind != "collective":
        return False
    spoken, name = fold(unit), fold(one.name)
    return name == spoken or name.endswith(f" {spoken}")


def at_item(finding: Finding, item: AgendaItem) -> Finding:
    return replaced(finding, fix=Fix("item", item.id))
