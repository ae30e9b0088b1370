"""Sentences at the command line: in the language of the terminal, or in one that is asked for."""

import os
from typing import Any

from conference.language import catalogue


def said(code: str, /, **facts: Any) -> str:
    """The sentence of a code, in English where the terminal is, else in Vietnamese."""
    return said_in("en" if os.environ.get("LANG", "").startswith("en") else "vi", code, **facts)


def said_in(language: str, code: str, /, **facts: Any) -> str:
    template = catalogue(language).get(code, code)
    return template % facts if facts and template != code else template


def cell_said(cell: Any) -> str:
    """One bad cell: where, and why."""
    place = " ".join(filter(None, (cell.sheet, str(cell.row or ""), cell.column)))
    value = f" ({cell.facts['value']})" if cell.facts.get("value") else ""
    words = said(cell.code, **cell.facts)
    return f"{place}: {words}{value}" if place else words
