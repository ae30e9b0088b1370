"""A paper of the ceremony before it is drawn: what stands on it, for PDF and Word alike.

One paper is made once of the ceremony and drawn twice, so that the two files cannot differ; and
what it says can be compared with what it would say now.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

LOOKS = (
    *("plain", "strong", "small", "large", "read", "announced", "place", "number", "label"),
    *("gap", "box", "ticked"),
)
"""How a text looks. large: read from a step away; read, announced: aloud, by the MC and by the
announcer; place: the number before a name; label: how it is said; gap: of who is not called; box,
ticked: a square to tick with the hand, or ticked already."""


class Text(NamedTuple):
    """One line of a cell."""

    text: str
    look: str = "plain"


Cell = tuple[Text, ...]
"""Lines below each other; none: empty."""


@dataclass(frozen=True)
class Column:
    """`width_mm` 0 shares what the others leave. A column that `runs` follows from what stands
    before (numbers, hours): where it alone is different nothing was changed here."""

    title: str
    width_mm: int = 0
    align: str = "left"
    runs: bool = False


@dataclass(frozen=True)
class Row:
    """One row, never torn. `key` is the same on every edition of the paper; `name` is the
    recipient's, where it is one's. `kind`: plain, gap, announced. `spans`: columns that each cell
    takes, none: one each."""

    key: str
    cells: tuple[Cell, ...]
    name: str = ""
    kind: str = "plain"
    spans: tuple[int, ...] = ()


@dataclass(frozen=True)
class Table:
    """Its head is on every page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Facts:
    """Short lines, each with its name."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Strip:
    """The row seen from the hall, `places` from left to right; an arrow shows where it enters and
    walks `to`: left or right."""

    places: tuple[tuple[str, bool], ...]
    to: str
    words: str


@dataclass(frozen=True)
class Card:
    """A card for one hand: who, what for, then the names."""

    key: str
    who: str
    post: str
    title: str
    lines: tuple[str, ...]
    rows: tuple[Row, ...]
    foot: str


@dataclass(frozen=True)
class Cards:
    """`of_page` cards are cut out of a page: 4 (A6), 2 (A5) or 1 (A4)."""

    of_page: int
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Signatures:
    """Places to sign below what is signed; who signs, and a name that is known already."""

    places: tuple[tuple[str, str], ...]
    note: str = ""


Block = Table | Facts | Strip | Cards | Signatures


@dataclass(frozen=True)
class Section:
    """What belongs together: mostly one turn. `key` is the same on every edition. A `whole` one
    stays on one page; it has to fit there."""

    key: str
    number: str
    title: str
    note: str
    blocks: tuple[Block, ...]
    new_page: bool = False
    whole: bool = False


@dataclass(frozen=True)
class Paper:
    """The whole paper; `name` is that of its kind, `lead` stands below its title."""

    name: str
    title: str
    lead: str
    sections: tuple[Section, ...]
    landscape: bool = False
    official: bool = False

    @property
    def rows(self) -> Iterator[Row]:
        for section in self.sections:
            for block in section.blocks:
                yield from rows_of(block)

    @property
    def planned(self) -> tuple[str, ...]:
        """The same, each line once: who is held to the end has a place in the own turn, too."""
        return tuple({row.key: row.name for row in self.rows if row.name}.values())

    @property
    def names(self) -> tuple[str, ...]:
        """The recipients whom the paper names, in its order; a gap is a place, and so is named."""
        return tuple(row.name for row in self.rows if row.name)


def rows_of(block: Block) -> Iterator[Row]:
    if isinstance(block, Table):
        yield from block.rows
    elif isinstance(block, Cards):
        for card in block.cards:
            yield from card.rows


def plain(text: str, look: str = "plain") -> Cell:
    """A cell of one line; of nothing an empty one."""
    return (Text(text, look),) if text else ()


def spoken(cell: Cell) -> str:
    """A cell as one line of text; a square to tick says whether it is."""
    said = ("×" if one.look == "ticked" else one.text for one in cell)
    return " · ".join(filter(None, said))
