"""The guests' sheet becomes invitations: persons and posts, groups with places, named places."""

from collections import Counter
from typing import Any
from uuid import UUID

from conference.commands.conference_day import AddSite
from conference.commands.invitation import DescribeGuest, InviteGroup, IssueInvitation
from conference.commands.workbook_part import Part
from conference.commands.workbook_parts import id_of_place
from conference.importers.workbook_desk import Desk
from conference.importers.workbook_notes import note_marks
from conference.importers.workbook_rows import Row
from conference.rules.honorifics import split_honorific
from conference.rules.names import fold

LONGEST_SITE = 40
"""Characters of a site's short name; the whole of it is its name."""


def draft_guests(desk: Desk, rows: tuple[Row, ...]) -> None:
    """Groups first, so that a place may stand above its group."""
    orders = {fold(row.values["group"]): 0 for row in rows if row.values.get("group")}
    orders = {group: number for number, group in enumerate(orders, start=1)}
    groups: dict[str, tuple[UUID, int | None]] = {}
    numbers: Counter[UUID] = Counter()
    by_kind = sorted(rows, key=lambda row: kind_of(row.values) == "place")
    for row in by_kind:
        values = values_of(row)
        kind = kind_of(values)
        group = fold(values.get("group") or "")
        values |= {"order": orders.get(group, 0), "kind": kind}
        if kind == "place":
            draft_place(desk, row, values, groups.get(group), numbers)
        elif kind == "group":
            id = desk.identify(row, values.get("group"), None, values.get("body"))
            groups[group] = (id, values.get("count"))
            add_site(desk, row, values)
            desk.add("group", row, id, desk.load(row, InviteGroup, values), label(values))
            note_marks(desk, row, id, label(values))
        else:
            draft_guest(desk, row, values)


def draft_guest(desk: Desk, row: Row, values: dict[str, Any]) -> None:
    names = (values.get("name"), values.get("post"), values.get("body"))
    id = desk.identify(row, *names)
    add_site(desk, row, values)
    desk.call("guests", id, values.get("code"), *names)
    desk.add("guest", row, id, desk.load(row, IssueInvitation, values), label(values))
    note_marks(desk, row, id, label(values))


def draft_place(
    desk: Desk,
    row: Row,
    values: dict[str, Any],
    group: tuple[UUID, int | None] | None,
    numbers: Counter[UUID],
) -> None:
    """The next place of its group; refused where the group is missing or full."""
    if group is None:
        desk.bad.append(row.bad("group", "cell.reference", value=values.get("group")))
        return
    group_id, count = group
    numbers[group_id] += 1
    number = numbers[group_id]
    if number > (count or 0):
        desk.bad.append(row.bad("group", "workbook.no-place-left", count=count or 0))
        return
    desk.identify(row, values.get("name"), values.get("post"), values.get("body"), str(number))
    id = id_of_place(group_id, number)
    names = (values.get("code"), values.get("name"), values.get("body"))
    desk.call("guests", id, *names)
    said = desk.load(row, DescribeGuest, values)
    desk.add("place", row, id, said, label(values))
    note_marks(desk, row, id, label(values))


def kind_of(values: dict[str, Any]) -> str:
    """What the row invites, where it does not say so itself."""
    if values.get("kind"):
        return str(values["kind"])
    if values.get("name"):
        return "person"
    return "group" if values.get("count") is not None or not values.get("post") else "post"


def values_of(row: Row) -> dict[str, Any]:
    """The row's values, an honorific glued to the name taken off it."""
    values = dict(row.values)
    if values.get("name") and not values.get("honorific"):
        values["honorific"], values["name"] = split_honorific(values["name"])
        if values["honorific"]:
            row.values.update(honorific=values["honorific"], name=values["name"])
    site = values.get("site")
    return {**values, "site": site[:LONGEST_SITE].strip()} if site else values


def add_site(desk: Desk, row: Row, values: dict[str, Any]) -> None:
    """A site that guests are at becomes one of the conference's sites."""
    site = values.get("site")
    if site and site not in desk.sites:
        desk.sites.add(site)
        said = desk.load(row, AddSite, {"site": site, "name": row.values["site"]}, name="site")
        if said is not None:
            part = Part("site", desk.conference_id, said, row.sheet.title, row.number, site)
            desk.parts.append(part)


def label(values: dict[str, Any]) -> str:
    """What people call the row."""
    names = (values.get("name"), values.get("post"), values.get("body"), values.get("group"))
    return next(filter(None, names), "")
