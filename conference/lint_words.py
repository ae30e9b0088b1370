"""Findings in words: the sentence of a code, its facts as people call them, in any language."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from conference.rules.days import written_day
from projections.lint_finding import Finding

Say = Callable[..., str]
"""A sentence by its code, its placeholders filled: say("lint-text.turn-loose", turn=3, …)."""

CODES = {
    "award": "award",
    "other_award": "award",
    "before": "award",
    "level": "level",
    "fitting": "level",
    "kind": "recipient",
    "instrument": "instrument",
    "readiness": "readiness",
    "wanted": "readiness",
    "side": "side",
    "tier": "tier",
    "state": "state",
    "paper": "artefact",
    "ways": "alike",
    "direction": "direction",
    "within": "within",
}
"""Facts that are codes, one or several, and the kind of their labels."""

PAPER = "artefact-mismatch"
"""The finding whose sentence says, where a name on a paper only looks like the plan's, how."""

DAYS = frozenset({"dated_on", "held_on"})

PLACINGS = {"award": "placing", "before": "before_placing"}
"""Awards that are told with their class or placing, and which fact has it."""


def label_of(finding: Finding, say: Say) -> str:
    return say(f"lint.{finding.code}")


def message(finding: Finding, say: Say) -> str:
    """The finding as one sentence."""
    alike = "-alike" if finding.code == PAPER and finding.facts["ways"] else ""
    return say(f"lint-text.{finding.code}{alike}", **dict(words(finding.told, say)))


def words(facts: dict[str, Any], say: Say) -> Iterator[tuple[str, Any]]:
    for name, value in facts.items():
        yield name, word(name, value, facts, say)


def word(name: str, value: Any, facts: dict[str, Any], say: Say) -> Any:
    """A fact as people call it."""
    if name in DAYS and value:
        return written_day(date.fromisoformat(value))
    if name not in CODES or not isinstance(value, str):
        return value
    found = ", ".join(say(f"{CODES[name]}.{one}") for one in value.split(", ") if one)
    placing = facts.get(PLACINGS.get(name, ""))
    return f"{found}, {say(f'placing.{placing}')}" if placing else found


def source_of(finding: Finding, say: Say) -> str:
    """The source as the language writes it: an article is "Điều" in Vietnamese."""
    found = finding.source.replace("Art.", say("lint.article"))
    return found.replace("practice", say("lint.practice"))


def readiness(errors: int, say: Say) -> str:
    """Whether the plan can go on stage."""
    return say("lint.ready") if not errors else say("lint.unready", count=errors)
