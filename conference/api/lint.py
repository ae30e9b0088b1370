"""The linter as JSON: findings, answering for them, and papers made elsewhere."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields

from conference.api.door import Document, noun, read, write
from conference.commands.awards_checks import (
    EnterArtefact,
    RevokeWaiver,
    WaiveFinding,
    WithdrawArtefact,
    enter_artefact,
    revoke_waiver,
    withdraw_artefact,
)
from conference.language import sentence
from conference.lint_desk import fact_path, lint_here, place_of, waive_shown
from conference.lint_words import label_of, message
from projections.library import Shelf
from projections.lint_finding import Cause, Finding

pages = noun("lint", "What has to be put right before the awards are presented")

LINT = "/conferences/<uuid:conference_id>/lint"


class CauseSchema(Schema):
    """A fact: the noun, its story's id, and its version there; `url` shows it in the history."""

    noun = fields.String()
    aggregate = fields.UUID()
    version = fields.Integer()
    url = fields.String(allow_none=True)


class WaiverSchema(Schema):
    name = fields.String()
    reason = fields.String()


class FindingSchema(Schema):
    code = fields.String()
    severity = fields.String(metadata={"enum": ["error", "warning", "note"]})
    where = fields.String(metadata={"description": "line, turn, instrument or artefact with id"})
    facts = fields.Dict()
    label = fields.String()
    message = fields.String()
    said = fields.String(metadata={"description": "to be sent with a waiver of this finding"})
    source = fields.String()
    causes = fields.List(fields.Nested(CauseSchema))
    fix = fields.String(allow_none=True, metadata={"description": "page on which to put it right"})
    waived = fields.Boolean()
    waiver = fields.Nested(WaiverSchema, allow_none=True)
    lapsed = fields.Nested(WaiverSchema, allow_none=True)


class ArtefactSchema(Schema):
    id = fields.UUID()
    kind = fields.String()
    title = fields.String()
    turn = fields.UUID(allow_none=True)
    shows = fields.List(fields.String())
    shown_at = fields.Integer(allow_none=True)


class LintSchema(Document):
    """Everything found; `ready` where no error is left that nobody answers for."""

    ready = fields.Boolean()
    errors = fields.Integer()
    warnings = fields.Integer()
    notes = fields.Integer()
    mismatch = fields.List(fields.String())
    findings = fields.List(fields.Nested(FindingSchema))
    artefacts = fields.List(fields.Nested(ArtefactSchema))


def document(shelf: Shelf) -> dict[str, Any]:
    found = lint_here()
    counts = found.counts
    figures = {"errors": counts["error"], "warnings": counts["warning"], "notes": counts["note"]}
    return {
        **figures,
        "ready": found.ready,
        "mismatch": found.mismatch,
        "findings": [in_words(one) for one in found.findings],
        "artefacts": list(shelf.awards.prepared.artefacts.values()),
    }


def in_words(one: Finding) -> dict[str, Any]:
    """A finding in the language of who asks, with the addresses of its places."""
    names = ("code", "severity", "where", "said", "source", "waived", "waiver", "lapsed")
    known = {name: getattr(one, name) for name in names}
    causes = [of_fact(cause) for cause in one.causes]
    told = {"label": label_of(one, sentence), "message": message(one, sentence)}
    return {**known, **told, "facts": one.told, "causes": causes, "fix": place_of(one)}


def of_fact(cause: Cause) -> dict[str, Any]:
    return {**cause._asdict(), "url": fact_path(cause)}


def version(shelf: Shelf, ids: Mapping[str, Any]) -> int:
    return shelf.awards.version


read(pages, LINT, LintSchema, document, act="read_awards", name="read_lint", version=version)
write(pages, f"{LINT}/waivers", WaiveFinding, waive_shown, version=version)
write(pages, f"{LINT}/waivers/revocation", RevokeWaiver, revoke_waiver, version=version)
write(
    pages,
    f"{LINT}/artefacts",
    EnterArtefact,
    enter_artefact,
    version=version,
    makes="artefact",
)
write(
    pages,
    f"{LINT}/artefacts/<uuid:artefact>/withdrawal",
    WithdrawArtefact,
    withdraw_artefact,
    version=version,
)
