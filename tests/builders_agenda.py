"""Builders of the agenda: an agenda of items by short names."""

from typing import Any
from uuid import UUID

from builders import KIEN_GIANG, STAMP, given, id

from conference.domain.agenda import Agenda


def an_agenda(*names: str, minutes: int = 10) -> Agenda:
    """An agenda with one report of each name, nothing pending."""
    acts = [lambda a, n=name: add(a, n, minutes=minutes) for name in names]
    return given(lambda: Agenda.draft(STAMP, KIEN_GIANG), *acts)


def add(agenda: Agenda, name: str, **said: Any) -> UUID:
    """Add an item called by its name, a report of ten minutes unless said otherwise."""
    item = {"kind": "report", "title": name, "minutes": 10, **said}
    agenda.add_item(STAMP, id(name), **item)
    return id(name)
