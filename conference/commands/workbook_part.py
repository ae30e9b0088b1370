"""A part of a workbook: one thing that a row says, and how it is taken over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from conference.store import Store
from events.base import Stamp


@dataclass(frozen=True)
class Part:
    """One thing that a row says. `said` are the arguments of its command, `given` the names of
    those that the file fills in: a blank cell says nothing about what stands already."""

    kind: str
    id: UUID
    said: Mapping[str, Any]
    sheet: str
    row: int
    label: str
    given: frozenset[str] = frozenset()


Take = Callable[[Store, Stamp, UUID, str, Part], bool]
"""Carry out a part of a conference; answers whether it is new."""
