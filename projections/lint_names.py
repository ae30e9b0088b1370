"""The linter on names: the decision's spelling against the guest's, code point by code point."""

from collections.abc import Iterator

from conference.rules.honorifics import split_honorific
from conference.rules.look_alikes import likeness
from projections.guest import Guest
from projections.lint_finding import Finding
from projections.lint_look import Look, key
from projections.run_sheet_turn import Recipient


def found(look: Look) -> Iterator[Finding]:
    for _, _, recipients in look.waiting:
        for one in recipients:
            guest = look.guests.get(one.guest) if one.guest else None
            if guest is not None:
                yield from compared(look, one, guest)


def compared(look: Look, one: Recipient, guest: Guest) -> Iterator[Finding]:
    """The name of who receives, and how the guest is written. A collective is compared with its
    body, of which offices write short forms: only look-alikes are told."""
    person = one.kind in ("individual", "household") or one.representative is not None
    written = guest.coming if person else guest.body
    decided = (one.representative or one.name) if person else one.name
    if not written:
        return
    alike = likeness(bare(decided), bare(written))
    facts = {"decided": decided, "written": written}
    if alike:
        facts["ways"] = ", ".join(alike)
        yield look.of_line("name-alike", one.line, *look.guest_cause(guest), **facts)
    elif alike is None and person and not aliased(look, one, written):
        yield look.of_line("name-differs", one.line, *look.guest_cause(guest), **facts)


def bare(name: str) -> str:
    """Without what offices write in front of it."""
    return split_honorific(name)[1]


def aliased(look: Look, one: Recipient, written: str) -> bool:
    """Whether the other name is one by which the recipient is known to be looked for."""
    return key(written) in {key(alias) for alias in look.lines[one.line][1].aliases}
