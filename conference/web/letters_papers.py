"""The papers of letters, as files that a browser shows."""

from flask import Response

from conference import gate, vault_door
from conference.documents.letters_pdf import Registered, letters_pdf
from conference.errors import Refused
from conference.rules.door_code import door_code
from projections.guest import Guest


def papers(guests: tuple[Guest, ...], registered: Registered | None = None) -> Response:
    """The guests' letters; under the number and day of `registered`, else of each one's last."""
    if not guests:
        raise Refused("letter.nobody-waits")
    shelf, house = gate.shelf(), gate.house()
    key = vault_door.door_key(house.store, shelf.conference.id)

    def address_of(guest: Guest) -> str:
        return f"{house.settings.address}/D/{door_code(key, guest.id, guest.revision)}"

    made = letters_pdf(shelf, guests, address_of, registered)
    return as_pdf(made, f"giay-moi-{shelf.conference.code}-{shelf.position}.pdf")


def as_pdf(made: bytes, name: str) -> Response:
    disposition = {"Content-Disposition": f'inline; filename="{name}"'}
    return Response(made, mimetype="application/pdf", headers=disposition)
