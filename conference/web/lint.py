"""The award check: what has to be put right, who answers for what, and papers made elsewhere."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from conference import gate
from conference.commands.awards_checks import (
    PAPERS,
    RevokeWaiver,
    TypedArtefact,
    WaiveFinding,
    WithdrawArtefact,
    enter_artefact,
    revoke_waiver,
    withdraw_artefact,
)
from conference.copies import copied
from conference.errors import NotFound
from conference.gate import may
from conference.language import sentence
from conference.lint_desk import fact_path, lint_here, place_of, waive_shown
from conference.lint_words import message, source_of
from conference.rules.lint_rules import SEVERITIES
from conference.web.door import act, noun, page, partial_asked, shown_page
from projections.lint_finding import Finding, Lint

pages = noun("lint", "/lint")

FEW = 6
"""Findings of one rule that the page shows among the others: some two hands high on a laptop."""

PAGE = 40
"""Findings of one rule on a page of its own."""

CHOICES = (*SEVERITIES, "waived")


class Group(NamedTuple):
    """Findings of one rule and severity; `total` counts those that are not shown as well."""

    code: str
    severity: str
    findings: list[Finding]
    total: int


@pages.get("")
@may("read_awards")
@copied
def lint_page(conference_id: UUID) -> ResponseReturnValue:
    found = lint_here()
    severity, code = chosen("severity"), request.args.get("code")
    listed = [one for one in wanted(found, severity) if code in (None, one.code)]
    number = shown_page(len(listed), PAGE) if code else 1
    shown = listed[(number - 1) * PAGE : number * PAGE] if code else listed
    groups = list(grouped(shown, None if code else FEW))
    said = {"found": found, "groups": groups, "severity": severity, "code": code}
    said |= {"number": number, "total": len(listed), "size": PAGE, "choices": CHOICES}
    return page("lint", **said, **words(), wrong=wrong_papers(found), kinds=PAPERS)


@pages.get("/summary")
@may("read_awards")
def summary_page(conference_id: UUID) -> ResponseReturnValue:
    """How it stands, for pages whose own documents say nothing of it; else the whole page."""
    if not partial_asked():
        return lint_page(conference_id=conference_id)
    return render_template("lint/_summary.html")


@pages.post("/waivers")
@may("waive_finding")
def waivers(conference_id: UUID) -> ResponseReturnValue:
    return act(WaiveFinding, waive_shown, lint_page, key=key_of_form())


@pages.post("/waivers/revocation")
@may("revoke_waiver")
def revocation(conference_id: UUID) -> ResponseReturnValue:
    return act(RevokeWaiver, revoke_waiver, lint_page, key=key_of_form())


@pages.post("/artefacts")
@may("enter_artefact")
def artefacts(conference_id: UUID) -> ResponseReturnValue:
    return act(TypedArtefact, enter_artefact, lint_page)


@pages.post("/artefacts/<uuid:artefact>")
@may("enter_artefact")
def content(conference_id: UUID, artefact: UUID) -> ResponseReturnValue:
    if artefact not in gate.shelf().awards.prepared.artefacts:
        raise NotFound("artefact", artefact)
    return act(TypedArtefact, enter_artefact, lint_page, key=artefact, artefact=artefact)


@pages.post("/artefacts/<uuid:artefact>/withdrawal")
@may("withdraw_artefact")
def withdrawal(conference_id: UUID, artefact: UUID) -> ResponseReturnValue:
    return act(WithdrawArtefact, withdraw_artefact, lint_page, key=artefact, artefact=artefact)


def chosen(name: str) -> str | None:
    value = request.args.get(name)
    return value if value in CHOICES else None


def wanted(found: Lint, severity: str | None) -> tuple[Finding, ...]:
    """Open findings, of one severity or of all; or those that somebody answers for."""
    if severity == "waived":
        return found.waived
    return tuple(one for one in found.open if severity in (None, one.severity))


def grouped(findings: list[Finding] | tuple[Finding, ...], few: int | None) -> Iterator[Group]:
    """Neighbours of one rule and severity, at most so many of each."""
    for (severity, code), same in groupby(findings, lambda one: (one.severity, one.code)):
        listed = list(same)
        yield Group(code, severity, listed[:few], len(listed))


def wrong_papers(found: Lint) -> dict[UUID | None, Finding]:
    """What is wrong with each paper made elsewhere: the first that is."""
    about = [one for one in found.findings if one.fix.page == "papers"]
    return {one.fix.id: one for one in reversed(about)}


def words() -> dict[str, object]:
    """How templates put a finding into words, and lead to its place and its facts."""
    return {
        "message": lambda one: message(one, sentence),
        "source_of": lambda one: source_of(one, sentence),
        "place_of": place_of,
        "fact_path": fact_path,
    }


def key_of_form() -> str:
    return f"{request.form.get('code')} {request.form.get('where')}"
