"""The headings of a kind of list: which column each means, whoever wrote it."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from conference.rules.workbook_sheets import Column
from conference.rules.workbook_words import folded

LONGEST_HEADING = 60
"""Characters of a heading; what is longer is the title of the list."""

Mapping = tuple[str, ...]
"""What each column is taken for, from the left: a name of the list's columns, or ''."""


class Vocabulary:
    """The columns that a kind of list may have, and what offices write over them.

    `number` numbers the rows; headings with words of `unlike` are none of the columns; what is
    `in_several` may stand in several columns; sections are `called` by words of these columns too.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        number: Column,
        unlike: Sequence[str] = (),
        in_several: Sequence[str] = (),
        called: Sequence[str] = (),
    ) -> None:
        self.columns, self.number = tuple(columns), number
        self.unlike, self.in_several, self.called = unlike, in_several, called
        self.by_name = {column.name: column for column in columns}
        self.known = (*self.by_name, number.name)
        self.words = sorted(
            (
                (folded(word), column.name)
                for column in (*columns, number)
                for word in (column.title, *column.synonyms)
            ),
            key=lambda known: -len(known[0]),
        )
        self.said = {word: name for word, name in self.words if word}
        self.meant: Callable[[str], str] = lru_cache(maxsize=2_000)(self._meant)

    def _meant(self, heading: str) -> str:
        """The column that a heading means, `number`, or '' when none: the very words, else the
        known words that stand first in it."""
        said = folded(heading[: LONGEST_HEADING + 1])
        if not said or len(heading) > LONGEST_HEADING or any(word in said for word in self.unlike):
            return ""
        if said in self.said:
            return self.said[said]
        places = [
            (f" {said} ".find(f" {word} "), name) for word, name in self.words if len(word) > 3
        ]
        return min(((at, name) for at, name in places if at >= 0), default=(0, ""))[1]

    def exact(self, heading: str) -> bool:
        """Whether a text is the very words of a heading, and not only begins like one."""
        return len(heading) <= LONGEST_HEADING and folded(heading) in self.said

    def guessed(self, headings: Sequence[str]) -> Mapping:
        """What each column is most likely; the first of two that mean the same, unless a list may
        have it in several. Tên beside Họ đệm is the given name alone."""
        found: list[str] = []
        names = [self.meant(heading) for heading in headings]
        if "family" in names and "name" in names:
            names = ["given" if name == "name" else name for name in names]
        for name in names:
            twice = name in found and name not in self.in_several
            found.append("" if twice or name == "number" else name)
        return tuple(found)

    def chosen(self, mapping: Sequence[str], width: int) -> Mapping:
        """What somebody took the columns for; what is no column, or chosen twice, is left out."""
        taken: list[str] = []
        for name in mapping[:width]:
            again = name in taken and name not in self.in_several
            taken.append(name if name in self.by_name and not again else "")
        return (*taken, *[""] * (width - len(taken)))
