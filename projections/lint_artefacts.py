"""The linter on papers made elsewhere: what they show, line by line, against the plan."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from conference.rules.look_alikes import likeness
from projections.award_prepared import Artefact
from projections.lint_finding import Finding, Fix
from projections.lint_look import Look
from projections.run_sheet import RunSheet
from projections.run_sheet_turn import Turn

Names = tuple[str, ...]

MOST_TOLD = 12
"""Lines of a paper that a finding tells one by one: a turn has some ten."""


def found(look: Look) -> Iterator[Finding]:
    for paper in look.book.prepared.artefacts.values():
        turns = about(look.sheet, paper)
        if paper.turn is not None and not turns:
            yield of_paper(look, "artefact-turn-gone", paper)
            continue
        yield from mismatch(look, paper, turns)
        yield from outdated(look, paper, turns)


def about(sheet: RunSheet, paper: Artefact) -> tuple[Turn, ...]:
    """The turns that a paper is about."""
    return tuple(turn for turn in sheet.turns if paper.turn in (None, turn.id))


def of_paper(look: Look, code: str, paper: Artefact, *turns: Turn, **facts: Any) -> Finding:
    said = {"title": paper.title, "paper": paper.kind, **facts}
    place = turns[0].number if paper.turn and turns else 0
    keys = [paper.id, *([paper.turn] if paper.turn else [])]
    keys += [turn.instrument for turn in turns]
    causes, fix = look.causes(*keys), Fix("papers", paper.id)
    return look.finding(code, f"artefact:{paper.id}", causes, said, fix, turn=place)


def mismatch(look: Look, paper: Artefact, turns: tuple[Turn, ...]) -> Iterator[Finding]:
    """Other names than the plan's, or another order."""
    allowed = wanted(paper, turns)
    if paper.shows in allowed:
        return
    should = max(allowed, key=lambda names: same(names, paper.shows))
    wrong = [
        (place, shows, wants, ", ".join(likeness(shows or "", wants or "") or ()))
        for place, (shows, wants) in enumerate(zip_longest(paper.shows, should), 1)
        if shows != wants
    ]
    place, shows, wants, ways = wrong[0]
    facts = {"place": place, "shows": shows or "–", "should": wants or "–", "ways": ways}
    facts |= {"count": len(wrong), "lines": tuple(wrong[:MOST_TOLD])}
    yield of_paper(look, "artefact-mismatch", paper, *turns, **facts)


def same(one: Names, other: Names) -> int:
    """How many places agree."""
    return sum(a == b for a, b in zip(one, other, strict=False))


def wanted(paper: Artefact, turns: tuple[Turn, ...]) -> tuple[Names, ...]:
    """What the paper may show: a tray's objects lie as the row stands, seen from the hall; a
    presenter's card may have that presenter's part of the row alone."""
    if paper.kind == "tray_sheet":
        return (tuple(one.name for turn in turns for one in turn.standing),)
    whole = tuple(one.name for turn in turns for one in turn.recipients)
    if paper.kind != "presenter_card":
        return (whole,)
    parts = [
        tuple(one.name for one in turn.recipients[part.first - 1 : part.last])
        for turn in turns
        for part in turn.handings
    ]
    return (whole, *parts)


def outdated(look: Look, paper: Artefact, turns: tuple[Turn, ...]) -> Iterator[Finding]:
    """Printed before the plan changed in something that it shows, or at no position at all."""
    if paper.shown_at is None:
        return
    then = look.past.get(paper.shown_at)
    if then is None:
        yield of_paper(look, "artefact-position", paper, *turns, position=paper.shown_at)
    elif picture(paper, about(then, paper)) != picture(paper, turns):
        yield of_paper(look, "artefact-stale", paper, *turns, position=paper.shown_at)


def picture(paper: Artefact, turns: tuple[Turn, ...]) -> tuple[Any, ...]:
    """All that a paper of this kind shows of its turns."""
    return tuple(shown(paper.kind, turn) for turn in turns)


def shown(kind: str, turn: Turn) -> tuple[Any, ...]:
    names = tuple(one.name for one in turn.recipients)
    head = (turn.award, turn.placing, turn.decision, names)
    if kind == "presenter_card":
        return (*head, turn.presenters)
    if kind == "mc_script":
        said = tuple((one.phonetic, one.receiver) for one in turn.recipients)
        return (*head, turn.title, said, turn.recipients_enter)
    return (*head, turn.objects, turn.mirrored) if kind == "tray_sheet" else head
