"""What the library holds of one conference while it folds."""

import gc
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from projections.clauses import KEPT


class Kept:
    """What the library holds of one conference: documents, positions, checkpoints."""

    def __init__(self, conference_id: UUID) -> None:
        self.documents = {name: module.blank(conference_id) for name, module in KEPT.items()}
        self.positions = array("Q")
        self.moved: dict[str, int] = {}
        """The documents that changed since the listeners heard last, each with its position."""
        self.checkpoints: list[tuple[int, dict[str, Any]]] = [(0, dict(self.documents))]


@contextmanager
def undisturbed(long: bool) -> Iterator[None]:
    """Let the garbage collector rest while a long log is read and folded, and leave what was made
    to itself: it looked at every row again and again and found no cycle (48 µs a fact with it)."""
    resting = long and gc.isenabled()
    if resting:
        gc.disable()
    try:
        yield
    finally:
        if resting:
            gc.freeze()
            gc.enable()
