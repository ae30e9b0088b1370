"""What the papers say is so: commands run, terms occur, links lead somewhere, facts are listed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from conference import cli, config
from conference.commands.agenda import KINDS
from conference.rules.award_catalogue import LEVELS
from conference.rules.precedence import BLOCS, TIERS
from conference.rules.roles import ROLES
from conference.rules.workbook_words import INSTRUMENT_KINDS, RECIPIENT_KINDS
from events import describe
from events.catalogue import NOUNS

ROOT = Path(__file__).parent.parent
BENCHMARKS = ROOT / "benchmarks" / "README.md"
PAPERS = [
    path
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), BENCHMARKS)
    if path.exists()
]


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_the_page_of_facts_is_the_generated_one() -> None:
    assert text("docs/events.md") == describe.page()


# --- glossary ---


def terms() -> set[str]:
    """Every term of the glossary's column "in code"."""
    rows = re.findall(r"^\| [^|]+ \| ([^|]+) \|", text("docs/glossary.md"), re.MULTILINE)
    return {term for row in rows for term in re.findall(r"`(\w+)`", row)}


def source() -> str:
    rooms = ("events", "conference", "projections")
    found = (path.read_text("utf-8") for room in rooms for path in (ROOT / room).rglob("*.py"))
    return "\n".join(found).lower()


def test_every_term_of_the_glossary_occurs_in_the_code() -> None:
    words = source()
    missing = {term for term in terms() if term not in words and term.replace("_", "") not in words}
    assert missing == set()


def test_every_noun_kind_and_role_of_the_code_is_in_the_glossary() -> None:
    nouns = {noun.__name__.split(".")[1] for noun in NOUNS} - {"invitation_answers"}
    kinds = {*KINDS, *BLOCS, *TIERS, *LEVELS, *ROLES}
    words = {*INSTRUMENT_KINDS, *RECIPIENT_KINDS}
    assert gone == set()


def test_decisions_are_numbered_without_a_gap_and_tell_context_decision_consequences() -> None:
    papers = sorted((ROOT / "docs" / "adr").glob("*.md"))
    assert [int(paper.name[:4]) for paper in papers] == list(range(1, len(papers) + 1))
    for paper in papers:
        said = paper.read_text("utf-8")
        assert all(f"**{part}.**" in said for part in ("Context", "Decision", "Consequences")), (
            paper
        )
