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
    assert sorted((nouns | kinds | words) - terms() - {"other"}) == []


# --- commands and settings ---


def commands() -> set[tuple[str, str]]:
    """Every `./run WORD …` that a paper shows."""
    found = set()
    for paper in PAPERS:
        for line in re.findall(r"\./run(?: [^`\n#|]*)?", paper.read_text("utf-8")):
            words = line.split()
            found.add((words[1] if len(words) > 1 else "", line.strip()))
    return found


def test_every_command_that_a_paper_shows_exists() -> None:
    own = {"", "serve", "test", "torture", "bench", "lock", "--help"}
    known = own | set(cli.main.commands)
    assert {line for word, line in commands() if word not in known} == set()


def test_every_option_that_a_paper_shows_is_one_of_helps() -> None:
    shown = {option for _, line in commands() for option in re.findall(r"--[a-z]+", line)}
    assert shown - set(re.findall(r"--[a-z]+", helped())) == set()


def test_help_lists_every_command() -> None:
    told = set(re.findall(r"^\./run (\w+)", helped(), re.MULTILINE))
    assert set(cli.main.commands) - {"prepare", "lan"} <= told


def helped() -> str:
    """What `./run --help` says."""
    asked = [sys.executable, ROOT / "run", "--help"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout


def test_every_setting_is_described_where_it_is_explained() -> None:
    known = {f"CONFERENCE_{name.upper()}" for name in config.Settings.__dataclass_fields__}
    assert set(re.findall(r"CONFERENCE_[A-Z_]+", text("docs/running.md"))) == known


# --- links and names ---


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.relative_to(ROOT)))
def test_every_link_of_a_paper_leads_to_a_file(paper: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", paper.read_text("utf-8"))
    assert [link for link in links if not (paper.parent / link).exists()] == []


def test_every_file_that_a_paper_names_exists() -> None:
    rooms = "conference|events|projections|templates|tests|docs|static|demo"
    named = re.compile(rf"`((?:{rooms})/[^`* ]+)`")
    gone = {
        f"{paper.name}: {name}"
        for paper in PAPERS
        for name in named.findall(paper.read_text("utf-8"))
        if "<" not in name and not (ROOT / name).exists()
    }
    assert gone == set()


def test_decisions_are_numbered_without_a_gap_and_tell_context_decision_consequences() -> None:
    papers = sorted((ROOT / "docs" / "adr").glob("*.md"))
    assert [int(paper.name[:4]) for paper in papers] == list(range(1, len(papers) + 1))
    for paper in papers:
        said = paper.read_text("utf-8")
        assert all(f"**{part}.**" in said for part in ("Context", "Decision", "Consequences")), (
            paper
        )


def test_every_picture_of_a_paper_is_one() -> None:
    pictures = {
        paper.parent / name
        for paper in PAPERS
        for name in re.findall(r"!\[[^]]*\]\(([^)]+\.png)\)", paper.read_text("utf-8"))
    }
    assert pictures
    assert [one for one in pictures if not one.read_bytes().startswith(b"\x89PNG")] == []
