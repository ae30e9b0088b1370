"""Reads a whole log again: what cannot be read, and how fast the rest was."""

from collections.abc import Iterator

import msgspec

from conference.store import Store
from conference.store_mapper import UnknownTopic
from events.base import Fact

BLOCK = 2_000
"""Facts read at once."""

Read = tuple[int, Fact | None, str]
"""Position, the fact or None, and the code of what is wrong with it."""


def read_again(store: Store) -> Iterator[Read]:
    """Every fact of the log; where one cannot be read, its position and why."""
    position, head = 0, store.head()
    while position < head:
        try:
            block = store.facts(position, BLOCK)
        except (UnknownTopic, msgspec.MsgspecError, ValueError):
            yield from one_by_one(store, position, min(position + BLOCK, head))
            position = min(position + BLOCK, head)
            continue
        if not block:
            return
        yield from ((at, fact, "") for at, fact in block)
        position = block[-1][0]


def one_by_one(store: Store, after: int, until: int) -> Iterator[Read]:
    """The facts between two positions, each read alone. Positions without a row are passed over."""
    for position in range(after + 1, until + 1):
        try:
            found = store.facts(position - 1, 1)
        except UnknownTopic as unknown:
            if unknown.position == position:
                yield position, None, "log.unknown-topic"
        except (msgspec.MsgspecError, ValueError):
            yield position, None, "log.bad-payload"
        else:
            if found and found[0][0] == position:
                yield position, found[0][1], ""
