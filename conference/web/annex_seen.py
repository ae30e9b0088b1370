"""What the pages of an annex's import are asked: which file, read how, as which instrument."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from flask import request
from marshmallow import ValidationError

from conference import gate, vault_shapes, vault_uploads
from conference.commands.annex import AnnexFields
from conference.commands.awards import RECIPIENTS
from conference.commands.fields import file_name
from conference.errors import Refused
from conference.importers.annex_check import wrong_day
from conference.importers.annex_guests import Fitting, fitting
from conference.importers.annex_lines import Finding, Usual
from conference.importers.annex_match import Change, Difference, compared, same_instrument
from conference.importers.annex_sheet import ALL, Annex, Asked, open_annex
from conference.language import label, sentence
from conference.rules.award_catalogue import BY_KEY
from conference.web.door import Bound
from conference.web.guest_sheet import number
from projections.award_annex import Count, reconciled
from projections.award_plan import Instrument
from projections.awards import Awards

INSTRUMENT = ("kind", "title", "number", "dated_on", "level", "signatory", "announcer", "note")
"""Fields of the instrument that the page shows beside the counts that its text states."""

COUNT = "stated_count"

LINES = 100
"""Lines of the list that the page draws."""


@dataclass(frozen=True)
class Seen:
    """A waiting file as it was asked for, beside the awards as they stand. `typed` are the fields
    of the instrument as they stand in the form, `said` as the command takes them; `errors` beside
    them."""

    waiting: str
    name: str
    sha256: str
    annex: Annex
    typed: Mapping[str, Any]
    said: Mapping[str, Any]
    errors: Mapping[str, list[str]]
    awards: Awards
    instrument: Instrument | None
    difference: Difference
    fits: Mapping[int, Fitting]
    link: bool
    apart: frozenset[int]
    days: tuple[Finding, ...]

    @property
    def form(self) -> Bound:
        """The form's fields: of the instrument, and what was taken for lines that say nothing."""
        usual, asked = self.annex.usual, self.annex.asked
        names = {"award": usual.award, "placing": usual.placing, "year": usual.year}
        ticks = {"extract": asked.extract, "link": self.link, "recipients": usual.kind}
        told = {name: [sentence(code) for code in codes] for name, codes in self.errors.items()}
        return Bound({**self.typed, **names, **ticks}, told)

    @property
    def place(self) -> int:
        """The place of the table that is read, the first where there are several."""
        return self.annex.file.tables.index(self.annex.part.table)

    @property
    def shown(self) -> tuple[Change, ...]:
        """Lines for the page: those that change first, then the first ones."""
        changes = self.difference.changes
        first = [one for one in changes if one.state == "changed"]
        rest = [one for one in changes if one.state != "changed"]
        return tuple((first + rest)[:LINES])

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(sorted((*self.days, *self.annex.findings), key=lambda one: one.level))

    @property
    def bad(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.level == "bad")

    @property
    def counts(self) -> tuple[Count, ...]:
        """What the text states, what the annex lists, and what will come on stage."""
        names = ("collectives", "individuals", COUNT)
        collectives, individuals, whole = (self.said.get(name) for name in names)
        off = self.awards.prepared.off_stage
        known = {one.line.number: one.known for one in self.difference.changes if one.known}
        listed = [
            (known[line.number].id if line.number in known else None, line.kind)
            for line in self.annex.lines
        ]
        staged = frozenset(one.id for one in known.values()) - off
        return reconciled(
            (collectives, individuals, whole), listed, staged, self.typed["kind"] == "decision"
        )

    @property
    def links(self) -> dict[int, Fitting]:
        """Lines to which exactly one guest fits and that have none yet."""
        return {at: fit for at, fit in self.fits.items() if fit.sure is not None}

    @property
    def unsure(self) -> dict[int, Fitting]:
        return {at: fit for at, fit in self.fits.items() if fit.sure is None}

    @property
    def digest(self) -> str:
        """The same as long as the same lines would be recorded of the same instrument."""
        whose = str(self.instrument.id) if self.instrument else ""
        return sha256(repr((whose, self.awards.version, self.difference)).encode()).hexdigest()

    @property
    def revised(self) -> tuple[tuple[str, Any, Any], ...]:
        """Old and new value of the instrument's own fields, where it stands already."""
        one = self.instrument
        if one is None:
            return ()
        pairs = ((name, getattr(one, name), self.said.get(name)) for name in (*INSTRUMENT, COUNT))
        return tuple(pair for pair in pairs if pair[1] != pair[2])

    @property
    def news(self) -> bool:
        """Whether there is anything to record."""
        if self.instrument is None or self.revised or self.difference.gone:
            return True
        annex = self.awards.annexes.get(self.instrument.id)
        stated = (self.said.get("collectives"), self.said.get("individuals"))
        told = annex is not None and (annex.collectives, annex.individuals) == stated
        lines = len(self.difference.changes) - self.difference.count("unchanged")
        return not told or bool(lines) or (self.link and bool(self.links))


def seen(waiting: str) -> Seen:
    """The waiting file, read as the form says, or as its shape was read last, or as its headings
    say. Refused when it is gone; BadSheet when it cannot be read."""
    store, stamp = gate.house().store, gate.stamp()
    data = vault_uploads.kept(store, stamp.by, waiting, stamp.at)
    if data is None:
        raise Refused("workbook.gone")
    posted = "kind" in request.form and "again" not in request.form
    annex = opened(data, posted)
    awards = gate.newest().awards
    typed = first_fields(annex, awards)
    if posted:
        typed = {name: said or told_now(typed, name) for name, said in typed_fields()}
    said, errors = taken_fields(typed)
    one = same_instrument(awards.instruments, typed["kind"], said.get("number"), typed["title"])
    difference = compared(annex.lines, one)
    fits = fitted(annex, difference)
    link = "link" in request.form if posted else bool(difference.count("added"))
    apart = frozenset(n for text in request.form.getlist("apart") if (n := number(text)))
    conference = gate.newest().conference
    today = gate.now().astimezone(conference.zone).date()
    days = tuple(wrong_day(said.get("dated_on"), today, conference.held_on))
    name, digest = file_name(request.values.get("file", "")), sha256(data).hexdigest()
    rest = (awards, one, difference, fits, link, apart, days)
    return Seen(waiting, name, digest, annex, typed, said, errors, *rest)


def opened(data: bytes, posted: bool) -> Annex:
    """The annex as the form asks for it; else with the columns that its shape had last."""
    asked = asked_of_form() if posted else Asked(table=number(request.args.get("table")))
    annex = open_annex(data, asked)
    if posted or len(annex.parts) > 1:
        return annex
    known = vault_shapes.kept(gate.house().store, shape_of(annex))
    return open_annex(data, Asked(asked.table, columns=known)) if known else annex


def shape_of(annex: Annex) -> str:
    """A list of guests with the same headings is another shape."""
    return sha256(f"annex {annex.part.head.shape}".encode()).hexdigest()


def asked_of_form() -> Asked:
    """How the form says that the file is read. Columns belong to one table and one row of headings:
    those of another are not taken over."""
    form = request.form
    table, said = form.get("table", ""), form.get("columns_of", "")
    place = ALL if table == "all" else number(table)
    row = number(form.get("row")) if said.partition("/")[0] == table else None
    columns = tuple(form.getlist("column")) if said == f"{table}/{form.get('row', '')}" else ()
    award, recipients = form.get("award", ""), form.get("recipients", "")
    usual = Usual(
        award if award in BY_KEY else "",
        number(form.get("placing")) or None,
        recipients if recipients in RECIPIENTS else "",
        number(form.get("year")) or None,
    )
    return Asked(place, row, columns, usual, "extract" in form)


def first_fields(annex: Annex, awards: Awards) -> dict[str, Any]:
    """The instrument as the text tells it; what it does not tell is asked for."""
    told = annex.told
    award = next((line.award for line in annex.lines if line.award), annex.usual.award)
    announcers = [one.announcer for one in awards.instruments]
    return {
        "kind": told.kind,
        "title": told.title or (label("award", award) if award else ""),
        "number": told.number,
        "dated_on": told.dated_on,
        "level": BY_KEY[award].level if award else "province",
        "signatory": told.signatory,
        "announcer": announcers[-1] if announcers else label("annex", "announcer"),
        "collectives": told.collectives,
        "individuals": told.individuals,
        "note": None,
    }


def told_now(first: Mapping[str, Any], name: str) -> Any:
    """What was left blank is told by the text where this is another table, or has its headings
    elsewhere than the form was drawn with: only now it is clear what the text is."""
    drawn = f"{request.form.get('table', '')}/{request.form.get('row', '')}"
    return "" if request.form.get("columns_of") == drawn else first.get(name)


def typed_fields() -> Iterator[tuple[str, Any]]:
    for name in (*INSTRUMENT, "collectives", "individuals", "amends"):
        yield name, request.form.get(name, "")


def taken_fields(typed: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """The fields as the command takes them, and the codes of those that it refuses."""
    given = {name: "" if value is None else str(value) for name, value in typed.items()}
    try:
        said = AnnexFields().load(given)
        errors: dict[str, list[str]] = {}
    except ValidationError as error:
        said = dict(error.valid_data) if isinstance(error.valid_data, dict) else {}
        errors = {str(name): list(codes) for name, codes in error.normalized_messages().items()}
    counts = [said[one] for one in ("collectives", "individuals") if said.get(one) is not None]
    return {**said, COUNT: sum(counts) if counts else None}, errors


def fitted(annex: Annex, difference: Difference) -> dict[int, Fitting]:
    """Guests who fit lines that have none yet."""
    changes = difference.changes
    fits = fitting(annex.lines, gate.newest().guest_list.guests)
    linked = {at for at, one in enumerate(changes) if one.known and one.known.guest}
    return {at: fit for at, fit in fits.items() if at not in linked}
