"""Reads a whole log again: what cannot be read, and how fast the rest was."""

from collections.abc import Iterator

import msgspec

from conference.store import Store
from conference.store_mapper import UnknownTopic, fact_of
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
    # A row that cannot be read does not say its position, and before it there may be a gap.
    rows = store._database.rows_after(after, until - after)  # noqa: SLF001 (a damaged log's own)
    for position, id, version, topic, state in rows:
        if position > until:
            return
        try:
            yield position, fact_of(id, version, topic, state, position), ""
        except UnknownTopic:
            yield position, None, "log.unknown-topic"
        except (msgspec.MsgspecError, ValueError):
            yield position, None, "log.bad-payload"
