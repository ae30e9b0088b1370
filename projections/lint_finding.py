"""A finding of the linter, and all findings of a plan."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import UUID

from immutables import Map

from conference.rules.lint_rules import ORDER, SEVERITIES
from projections.award_prepared import Waiver

SAID = 24
"""Hexadecimal digits of what a finding said: nobody finds two findings that share so many."""


class Cause(NamedTuple):
    """A fact: the noun whose story it is in, that story's id, and its version there."""

    noun: str
    aggregate: UUID
    version: int


class Fix(NamedTuple):
    """Where it is put right: a kind of page, what it is a page of, and a line on it."""

    page: str
    id: UUID | None = None
    line: UUID | None = None


@dataclass(frozen=True)
class Finding:
    """One finding. `where` is what it is about: plan, or line, turn, instrument, artefact with an
    id; no two findings share code and where. `facts` fill its sentence and make what it said;
    `beside` fills the sentence as well, and moves without it (a turn's number). `lapsed` is a
    waiver of what it said before."""

    code: str
    severity: str
    where: str
    facts: Map[str, Any]
    beside: Map[str, Any]
    source: str
    causes: tuple[Cause, ...]
    fix: Fix
    waiver: Waiver | None = None
    lapsed: Waiver | None = None

    @property
    def waived(self) -> bool:
        return self.waiver is not None

    @property
    def told(self) -> dict[str, Any]:
        """All that fills the sentence."""
        return {**self.beside, **self.facts}

    @cached_property
    def said(self) -> str:
        """What was found, as a waiver holds it: the severity and a digest of the facts. In words it
        would keep names in a field that is nobody's."""
        known = [self.code, self.severity, sorted(self.facts.items())]
        text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
        return f"{self.severity} {sha256(text.encode()).hexdigest()[:SAID]}"


@dataclass(frozen=True)
class Lint:
    """All findings: errors first, then in the order of the rules and of the plan."""

    findings: tuple[Finding, ...] = ()

    @cached_property
    def open(self) -> tuple[Finding, ...]:
        """What nobody answers for."""
        return tuple(one for one in self.findings if not one.waived)

    @cached_property
    def waived(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.waived)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many open ones there are of each severity."""
        counted = dict.fromkeys(SEVERITIES, 0)
        for one in self.open:
            counted[one.severity] += 1
        return counted

    @property
    def errors(self) -> int:
        return self.counts["error"]

    @property
    def ready(self) -> bool:
        """Whether the plan can go on stage: no error that nobody answers for."""
        return self.errors == 0

    @property
    def mismatch(self) -> tuple[str, ...]:
        """Kinds of papers made elsewhere that show something else than the plan."""
        wrong = (one for one in self.open if one.code == "artefact-mismatch")
        return tuple(one.facts["paper"] for one in wrong)

    @cached_property
    def totals(self) -> dict[str, int]:
        """How many open ones there are of each rule."""
        counted: dict[str, int] = {}
        for one in self.open:
            counted[one.code] = counted.get(one.code, 0) + 1
        return counted

    @cached_property
    def by_turn(self) -> dict[int, tuple[Finding, ...]]:
        """Open errors and warnings by the number of the turn that they tell of."""
        found: dict[int, tuple[Finding, ...]] = {}
        for one in self.open:
            turn = one.beside.get("turn")
            if turn and one.severity != "note":
                found[turn] = (*found.get(turn, ()), one)
        return found

    @property
    def heads(self) -> tuple[Finding, ...]:
        """The first open error or warning of each rule."""
        first = {one.code: one for one in reversed(self.open) if one.severity != "note"}
        return tuple(first[code] for code in self.totals if code in first)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(
        sorted(findings, key=lambda one: (SEVERITIES.index(one.severity), ORDER[one.code]))
    )
