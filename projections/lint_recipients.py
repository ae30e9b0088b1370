"""The linter on who receives: invited, coming, seated near the stairs, nobody twice at once."""

from collections.abc import Iterator

from conference.rules.seats import STAGE
from projections.guest import Guest
from projections.lint_finding import Finding
from projections.lint_look import Look, key
from projections.run_sheet_turn import Recipient, Turn
from projections.seat import Seat
from projections.seating_plan import Hall


def found(look: Look) -> Iterator[Finding]:
    yield from twice(look)
    for turn, _, recipients in look.waiting:
        for one in recipients:
            yield from invited(look, turn, one)
            yield from represented(look, one)


def twice(look: Look) -> Iterator[Finding]:
    """Somebody who receives twice in one turn, or has no time between two."""
    before: dict[object, Recipient] = {}
    for turn, _, recipients in look.waiting:
        here: dict[object, Recipient] = {}
        for one in recipients:
            keys = people(look, one)
            other = next((here[k] for k in keys if k in here), None)
            earlier = next((before[k] for k in keys if k in before), None)
            if other is not None:
                yield again(look, "recipient-twice", turn, one, other)
            elif earlier is not None:
                yield again(look, "recipient-again", turn, one, earlier)
            here |= {k: one for k in keys if k not in here}
        before = here


def again(look: Look, code: str, turn: Turn, one: Recipient, other: Recipient) -> Finding:
    """The finding about the second of two lines."""
    causes = look.causes(other.line, look.lines[other.line][0].id)
    causes += look.guest_cause(look.guests.get(one.guest) if one.guest else None)
    facts = {"other": other.name, "receiver": one.receiver, "beside": {"turn": turn.number}}
    return look.of_line(code, one.line, *causes, **facts)


def people(look: Look, one: Recipient) -> list[object]:
    """Who walks up for a line: the guest, the name, who stands for it. A collective's own name
    stands for whoever comes for it."""
    names = [one.representative or one.name, one.name]
    found: list[object] = list(dict.fromkeys(key(name) for name in names))
    return [one.guest, *found] if one.guest else found


def invited(look: Look, turn: Turn, one: Recipient) -> Iterator[Finding]:
    """Whether who receives is invited, comes, and sits where the way to the stage is short."""
    guest = look.guests.get(one.guest) if one.guest else None
    beside = {"turn": turn.number}
    if guest is None:
        yield look.of_line("recipient-uninvited", one.line, beside=beside)
        return
    causes = look.guest_cause(guest)
    if guest.state in ("declined", "withdrawn", "excused"):
        instead = one.representative if one.representative != guest.coming else None
        facts = {"guest": guest.called, "severity": "warning" if instead else None}
        yield look.of_line(f"recipient-{guest.state}", one.line, *causes, **facts, beside=beside)
        return
    yield from seated(look, turn, one, guest)


def seated(look: Look, turn: Turn, one: Recipient, guest: Guest) -> Iterator[Finding]:
    hall = look.plan.hall
    if hall is None:
        return
    causes = (*look.guest_cause(guest), *look.noun_cause("seating", look.plan.version))
    label = look.plan.seat_by_guest.get(guest.id)
    seat = look.plan.by_label.get(label) if label else None
    beside = {"turn": turn.number}
    if seat is None:
        yield look.of_line("recipient-unseated", one.line, *causes, beside=beside)
    elif not near_stairs(hall, seat):
        facts = {"seat": seat.label, "side": hall.stairs}
        yield look.of_line("recipient-far", one.line, *causes, **facts, beside=beside)


def near_stairs(hall: Hall, seat: Seat) -> bool:
    """Whether a seat is on the stage, or in the half of its row at the stairs' side."""
    if seat.row == STAGE:
        return True
    count = next(row["seats"] for row in hall.rows if row["label"] == seat.row)
    from_left = 2 * seat.number <= count + 1
    from_right = 2 * seat.number >= count + 1
    return from_left if hall.stairs == "left" else from_right


def represented(look: Look, one: Recipient) -> Iterator[Finding]:
    """Posthumous awards are received by the family, all others by who is awarded."""
    if one.kind == "posthumous" and not one.representative:
        yield look.of_line("posthumous-alone", one.line)
    if look.book.settings.proxies or one.kind != "individual" or not one.representative:
        return
    if key(one.representative) != key(one.name):
        facts = {"receiver": one.representative}
        yield look.of_line("proxy-unallowed", one.line, *look.causes("plan-rules-set"), **facts)
