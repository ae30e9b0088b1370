"""What a paper of the ceremony would say otherwise now: turn by turn, line by line."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from conference.documents.ceremony_paper import (
    Block,
    Cards,
    Cell,
    Facts,
    Paper,
    Row,
    Section,
    Table,
    spoken,
)

Say = Callable[..., str]
"""A sentence of these papers by its code (Source.say)."""

UNTOLD = ("place", "number")
"""Looks of numbers that only say where a line stands, which is told by itself."""


@dataclass(frozen=True)
class Part:
    """One line of a paper to compare: `values` by what they are called; those that `run` follow
    from what stands before."""

    key: str
    name: str
    values: tuple[tuple[str, str], ...]
    running: tuple[tuple[str, str], ...] = ()
    recipient: bool = False


@dataclass(frozen=True)
class Change:
    """What is different about one part of a paper, mostly a turn."""

    title: str
    lines: tuple[str, ...]


def changes(then: Paper, now: Paper, say: Say) -> tuple[Change, ...]:
    """In the order of the newer paper; what is gone last. Nothing: the paper still holds."""
    was = {one.key: one for one in then.sections}
    left = [key for key in was if key in {one.key for one in now.sections}]
    found = []
    for one in now.sections:
        known = was.get(one.key)
        place = left.index(one.key) if known else 0
        lines = tuple(differences(known, one, say)) if known else (added(one, say),)
        stands = sum(other.key in was for other in now.sections[: now.sections.index(one)])
        moved = (say("print-turn-moved"),) if known and stands != place else ()
        if moved or lines:
            found.append(Change(titled(one), (*moved, *lines)))
    kept = {one.key for one in now.sections}
    gone = (one for key, one in was.items() if key not in kept)
    return (*found, *(Change(titled(one), (dropped(one, say),)) for one in gone))


def titled(one: Section) -> str:
    return " · ".join(filter(None, (one.number, one.title)))


def added(one: Section, say: Say) -> str:
    return listed(one, say("print-section-added"))


def dropped(one: Section, say: Say) -> str:
    return listed(one, say("print-section-gone"))


def listed(one: Section, words: str) -> str:
    names = ", ".join(part.name for part in parts(one) if part.recipient)
    return f"{words}: {names}" if names else words


def differences(was: Section, now: Section, say: Say) -> Iterator[str]:
    """First what stands above the lines, then line by line; a change that only follows from an
    earlier one is told once, and only where there is no other."""
    told = list(heads(was, now))
    before, after = {one.key: one for one in parts(was)}, {one.key: one for one in parts(now)}
    told += [say("print-gone", name=one.name) for key, one in before.items() if key not in after]
    for key, one in after.items():
        if key not in before:
            told.append(say("print-added", name=one.name))
        else:
            told += line(before[key], one, say)
    told += moved(before, after, say)
    running = any(before[key].running != one.running for key, one in after.items() if key in before)
    yield from told or ([say("print-running")] if running else [])


def heads(was: Section, now: Section) -> Iterator[str]:
    if was.number != now.number:
        yield f"{was.number} → {now.number}"
    if was.title != now.title:
        yield f"{was.title} → {now.title}"
    if was.note != now.note:
        one, other = was.note.split(" · "), now.note.split(" · ")
        pairs = zip(one, other, strict=True) if len(one) == len(other) else [(was.note, now.note)]
        yield from (f"{a} → {b}" for a, b in pairs if a != b)


def line(was: Part, now: Part, say: Say) -> Iterator[str]:
    if was.recipient and was.name != now.name:
        yield say("print-renamed", was=was.name, now=now.name)
    before = dict(was.values)
    for label, value in now.values:
        if before.get(label, "") != value:
            named = f"{label}: " if label and label != now.name else ""
            gone, new = apart(before.get(label, ""), value)
            yield f"{now.name}: {named}{gone} → {new}"


def apart(was: str, now: str) -> tuple[str, str]:
    """What only the one and only the other of two texts says, of their lines."""
    one, other = was.split(" · "), now.split(" · ")
    gone = " · ".join(text for text in one if text not in other)
    new = " · ".join(text for text in other if text not in one)
    return gone or "–", new or "–"


def moved(before: dict[str, Part], after: dict[str, Part], say: Say) -> Iterator[str]:
    """Recipients who stand elsewhere in the row: by their places, then and now."""
    was, now = row(before.values()), row(after.values())
    if len(now) > 2 and was == now[::-1]:
        yield say("print-reversed")
        return
    for key in now:
        if key in was and was.index(key) != now.index(key):
            places = {"was": was.index(key) + 1, "now": now.index(key) + 1}
            yield say("print-moved", name=after[key].name, **places)


def row(some: Iterable[Part]) -> list[str]:
    return [one.key for one in some if one.recipient]


def parts(one: Section) -> Iterator[Part]:
    for block in one.blocks:
        yield from of_block(block)


def of_block(one: Block) -> Iterator[Part]:
    """A strip shows what the lines beside it say, and who signs is nothing that changes."""
    if isinstance(one, Table):
        for each in one.rows:
            yield of_row(one, each)
    elif isinstance(one, Facts):
        yield from (
            Part(f"fact/{name}", name or value, ((name, value),)) for name, value in one.lines
        )
    elif isinstance(one, Cards):
        for card in one.cards:
            head = (("", ", ".join(filter(None, (card.who, card.post, card.title, *card.lines)))),)
            yield Part(card.key, f"{card.title}, {card.who}", head)
            yield from (named(f"{card.key}/", each, values(each)) for each in card.rows)


def of_row(table: Table, one: Row) -> Part:
    """A row by its columns; one that spans has no columns of its own."""
    if one.spans or one.name:
        return named("", one, values(one))
    told: list[tuple[str, str]] = []
    running: list[tuple[str, str]] = []
    for column, cell in zip(table.columns, one.cells, strict=True):
        (running if column.runs else told).append((column.title, words(cell)))
    title = next((text.text for cell in one.cells for text in cell if text.look == "strong"), "")
    return Part(one.key, title or job(one), tuple(told), tuple(running))


def job(one: Row) -> str:
    """What a row of a script is called by: its second cell."""
    return spoken(one.cells[1]) if len(one.cells) > 1 else one.key


def named(prefix: str, one: Row, told: tuple[tuple[str, str], ...]) -> Part:
    return Part(f"{prefix}{one.key}", one.name, told, recipient=bool(one.name))


def values(one: Row) -> tuple[tuple[str, str], ...]:
    """What is said of a recipient beside the name and the place."""
    lines = [
        text.text if text.look not in ("box", "ticked") else ("×" if text.look == "ticked" else "")
        for cell in one.cells
        for text in cell
        if text.look not in UNTOLD and text.text != one.name and not text.text.isdigit()
    ]
    return (("", " · ".join(filter(None, lines))),)


def words(cell: Cell) -> str:
    return spoken(tuple(text for text in cell if text.look not in UNTOLD))
