"""Making guests' personal links, to be sent by any messenger: each with a message ready to copy."""

from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from conference import gate, vault_links
from conference.errors import Refused
from conference.gate import may
from conference.vault_links import Link
from conference.web.door import noun, page, shown_page
from projections.guest import Guest

pages = noun("personal_links", "/letters/links")

LINKS = 25
"""Links made at once: as many messages as somebody sends in one sitting."""


@pages.get("")
@may("make_personal_links")
def links_page(conference_id: UUID) -> ResponseReturnValue:
    """Whom links can be made for; looking makes none."""
    return shown(made=())


@pages.post("")
@may("make_personal_links")
def links(conference_id: UUID) -> ResponseReturnValue:
    """Fresh links for the guests of this page, or for `guest` alone; they are shown this once."""
    one = request.form.get("guest", "")
    guests = tuple(g for g in wanted() if str(g.id) == one) if one else on_page()
    if not guests:
        raise Refused("letter.nobody-waits")
    links = [Link(conference_id, guest.id, guest.revision) for guest in guests]
    secrets = vault_links.make_links(gate.house().store, links, gate.now())
    address = gate.house().settings.address
    return shown(
        [(guest, f"{address}/m/{made}") for guest, made in zip(guests, secrets, strict=True)]
    )


def shown(made: list[tuple[Guest, str]] | tuple[()]) -> ResponseReturnValue:
    found = wanted()
    group_names = tuple(dict.fromkeys(guest.group for guest in invited()))
    return page(
        "personal_links",
        made=made,
        found=found,
        listed=on_page(),
        number=shown_page(len(found), LINKS),
        size=LINKS,
        groups=[(name, name) for name in group_names],
        group=request.args.get("group"),
        q=request.args.get("q", "").strip(),
    )


def invited() -> tuple[Guest, ...]:
    """Whom a letter of ours concerns, in order of precedence."""
    listed = gate.shelf().guest_list.guests
    return tuple(guest for guest in listed if guest.lettered and guest.answer != "withdrawn")


def wanted() -> tuple[Guest, ...]:
    """The guests searched for (`q`), of one `group` or of all."""
    q, group = request.args.get("q", "").strip(), request.args.get("group")
    found = set(gate.shelf().guest_list.search(q)) if q else None
    return tuple(
        guest
        for guest in invited()
        if (not group or guest.group == group) and (found is None or guest in found)
    )


def on_page() -> tuple[Guest, ...]:
    found = wanted()
    number = shown_page(len(found), LINKS)
    return found[(number - 1) * LINKS : number * LINKS]
