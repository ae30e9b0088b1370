"""A conference's documents as the rows of its workbook: written out, it can be taken over again."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from conference.rules.seats import seat_label
from projections import hours
from projections.agenda_item import AgendaItem
from projections.guest import Guest
from projections.guest_list import Group
from projections.library import Shelf

Row = dict[str, Any]

PERSONAL = ("phone", "email", "birth_date", "in_post_since")
"""What only an organizer's copy holds."""


def workbook_rows(shelf: Shelf, *, personal: bool) -> Mapping[str, list[Row]]:
    """The rows by sheet. Every Mã is the thing's own id, so that the file names the same things."""
    guests = list(guest_rows(shelf))
    if not personal:
        guests = [{k: v for k, v in row.items() if k not in PERSONAL} for row in guests]
    return {
        "conference": [conference_row(shelf)],
        "documents": [
            {"code": str(one.id), "title": one.title, "kind": one.kind}
            for one in shelf.conference.documents
        ],
        "guests": guests,
        "agenda": list(agenda_rows(shelf)),
        "speeches": list(speech_rows(shelf)),
        "instruments": list(instrument_rows(shelf)),
        "awards": list(award_rows(shelf)),
        "hall": list(hall_rows(shelf)),
    }


def conference_row(shelf: Shelf) -> Row:
    c, settings, hall = shelf.conference, shelf.awards.settings, shelf.seating_plan.hall
    names = [
        "title",
        "kind",
        "host",
        "held_on",
        "time_zone",
        "reporting_year",
        "plan_year",
        "venue",
        "address",
        "theme",
    ]
    row: Row = {name: getattr(c, name) for name in names}
    row |= {"code": str(c.id), "introduction_depth": c.introduction_depth}
    row |= {"precedence": settings.preset, "stage_capacity": settings.capacity}
    row["starts_at"] = clock(shelf, shelf.agenda.starts_at)
    if c.chair:
        row |= {"chair": c.chair.name, "chair_post": c.chair.post}
        row["chair_honorific"] = c.chair.honorific
    if hall:
        row |= {"hall": hall.name, "presidium": hall.presidium}
        row |= {"stairs": hall.stairs, "lectern": hall.lectern}
    return row


def clock(shelf: Shelf, at: datetime | None) -> str | None:
    """The hour as a form has it, with its day where that is another than the conference's."""
    return hours.typed(shelf.conference, at) or None


def guest_rows(shelf: Shelf) -> Iterator[Row]:
    """In the organiser's order: persons and posts, groups, each group followed by its places."""
    listed = shelf.guest_list
    places: dict[UUID | None, list[Guest]] = {}
    for guest in listed.by_id.values():
        if guest.kind == "place":
            places.setdefault(guest.group_invitation, []).append(guest)
    alone = [guest for guest in listed.by_id.values() if guest.kind in ("person", "post")]
    ordered = sorted((*alone, *listed.groups.values()), key=lambda one: one.standing.order)
    for one in ordered:
        if isinstance(one, Guest):
            yield guest_row(one)
        else:
            yield group_row(one)
            yield from place_rows(places.get(one.id, []))


OF_A_GUEST = (
    "kind",
    "group",
    "name",
    "honorific",
    "post",
    "body",
    "vip",
    "phone",
    "email",
    "invited_by",
    "note",
)
OF_A_RANK = (
    "bloc",
    "tier",
    "post_rank",
    "superior",
    "host",
    "former",
    "in_post_since",
    "birth_date",
)


def guest_row(guest: Guest) -> Row:
    row = {name: getattr(guest, name) for name in OF_A_GUEST}
    row |= {name: getattr(guest.standing, name) for name in OF_A_RANK}
    return {**row, "code": str(guest.id), "site": guest.site or None}


def group_row(group: Group) -> Row:
    names = ["group", "body", "count", "invited_by", "note"]
    row = {name: getattr(group, name) for name in names}
    ranked = ["bloc", "tier", "post_rank", "superior", "host"]
    row |= {name: getattr(group.standing, name) for name in ranked}
    return {**row, "code": str(group.id), "kind": "group", "site": group.site or None}


def place_rows(places: Iterable[Guest]) -> Iterator[Row]:
    """The places up to the last that is named: the file counts them from the first."""
    ordered = sorted(places, key=lambda guest: guest.number)
    named = [guest.number for guest in ordered if guest.name or guest.post or guest.body]
    for guest in ordered:
        if guest.number <= max(named, default=0):
            yield {**guest_row(guest), "kind": "place"}


def runs(items: Iterable[AgendaItem]) -> Iterator[tuple[UUID | None, AgendaItem]]:
    """Every item, a speech with the id of the first speech of its run."""
    first: UUID | None = None
    for item in items:
        first = (first or item.id) if item.kind == "speech" else None
        yield first, item


def agenda_rows(shelf: Shelf) -> Iterator[Row]:
    """The items; a run of speeches is one row that marks its place."""
    for run, item in runs(shelf.agenda.items):
        row = {"kind": item.kind, "title": item.title, "minutes": item.lasting}
        if run is None:
            start = clock(shelf, item.fixed_start)
            own = {"owner": item.owner, "note": item.note, "fixed_start": start}
            yield {**row, **own, "code": str(item.id)}
        elif run == item.id:
            yield {**row, "code": f"TL {run}"}


def speech_rows(shelf: Shelf) -> Iterator[Row]:
    for run, item in runs(shelf.agenda.items):
        if run is not None:
            names = ["unit", "title", "speaker", "speaker_post", "minutes", "note"]
            row = {name: getattr(item, name) for name in names}
            row |= {"code": str(item.id), "block": f"TL {run}"}
            row["guest"] = str(item.guest) if item.guest else None
            yield {**row, "fixed_start": clock(shelf, item.fixed_start)}


def instrument_rows(shelf: Shelf) -> Iterator[Row]:
    names = [
        "kind",
        "number",
        "dated_on",
        "title",
        "level",
        "signatory",
        "announcer",
        "stated_count",
        "note",
    ]
    for one in shelf.awards.instruments:
        yield {**{name: getattr(one, name) for name in names}, "code": str(one.id)}


def award_rows(shelf: Shelf) -> Iterator[Row]:
    names = ["number", "name", "kind", "award", "year", "reason", "representative"]
    for one in shelf.awards.instruments:
        for line in one.lines:
            row = {name: getattr(line, name) for name in names}
            row |= {"code": str(line.id), "instrument": str(one.id)}
            row["guest"] = str(line.guest) if line.guest else None
            yield {**row, "placing": str(line.placing) if line.placing else None}


def hall_rows(shelf: Shelf) -> Iterator[Row]:
    hall = shelf.seating_plan.hall
    for row in hall.rows if hall else ():
        numbers = range(1, row["seats"] + 1)
        unusable = [n for n in numbers if seat_label(row["label"], n) in hall.unusable]  # type: ignore[union-attr]
        yield {**row, "unusable": unusable}
