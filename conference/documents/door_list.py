"""The list that a door keeps for when there is no network: each guest's card, sealed.

A card is encrypted under a key that is made of the guest's own door code, so that the list on a
lost phone tells nobody's name: only the code itself opens a card, one by one, as it is scanned.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from secrets import token_bytes
from typing import Any, NamedTuple
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from conference.rules.door_code import door_code
from projections.edition import as_invited
from projections.guest import Guest
from projections.library import Shelf

DOMAIN = b"le-dai door card 1\n"
"""In front of a code it makes the card's key; the code's bare hash is the card's name."""

NONCE = 12
"""Bytes of AES-GCM's nonce (NIST SP 800-38D, 8.2): random, some thousand seals under one key."""

PADDED = 256
"""Bytes to whose multiple a card is filled up: its length must not tell whose it is."""

EARLIER = 8
"""Earlier codes of a guest that are listed beside the present one, so that they say "replaced"."""


class Known(NamedTuple):
    """All that a guest's card is made of."""

    guest: Guest
    seat: str | None
    place: tuple[int, int] | None
    speech: int | None


def known(shelf: Shelf, guests: Iterable[Guest]) -> dict[UUID, Known]:
    """Guests with seat, place on stage and number of speech, by id."""
    seats, places = shelf.seating_plan.seat_by_guest, shelf.awards.stage_places
    speeches = as_invited(shelf).agenda.speeches
    spoken = {item.guest: n for n, item in enumerate(speeches, 1) if item.guest}
    return {
        one.id: Known(one, seats.get(one.id), places.get(one.id), spoken.get(one.id))
        for one in guests
    }


def card(one: Known, zone: Any) -> dict[str, Any]:
    """What reception is shown of a guest; times in the conference's zone, nothing personal."""
    guest, who = one.guest, one.guest.substitute or one.guest
    turn, position = one.place or (None, None)
    return {
        "id": str(guest.id),
        "honorific": who.honorific,
        "name": guest.coming,
        "post": who.post,
        "instead_of": (guest.name or guest.post or guest.group) if guest.substitute else None,
        "body": guest.body,
        "group": guest.group,
        "number": guest.number,
        "of": guest.of,
        "code": guest.code,
        "vip": guest.vip,
        "seat": one.seat,
        "turn": turn,
        "position": position,
        "speech": one.speech,
        "revision": guest.revision,
        "withdrawn": guest.answer == "withdrawn",
        "entered_at": local(guest.entered_at, zone),
        "door": guest.door,
        "device": guest.device,
    }


def local(at: datetime | None, zone: Any) -> str | None:
    return at.astimezone(zone).isoformat(timespec="seconds") if at else None


def door_list(key: bytes, shelf: Shelf, before: Shelf | None = None) -> list[dict[str, Any]]:
    """The sealed cards under the conference's door key; those that differ from `before`'s."""
    now = known(shelf, shelf.guest_list.by_id.values())
    then = known(before, before.guest_list.by_id.values()) if before else {}
    zone = shelf.conference.zone
    changed = (one for id, one in now.items() if one != then.get(id))
    return [row for one in changed for row in sealed(key, one, card(one, zone))]


def sealed(key: bytes, one: Known, shown: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """A guest's card for the present code and for earlier ones; each says which code opens it."""
    newest = one.guest.revision
    for revision in range(max(0, newest - EARLIER), newest + 1):
        name, secret = secrets_of(key, one.guest.id, revision)
        body = json.dumps({**shown, "scanned": revision}, ensure_ascii=False).encode()
        filled = body + b" " * (-len(body) % PADDED)
        nonce = token_bytes(NONCE)
        closed = nonce + AESGCM(secret).encrypt(nonce, filled, name.encode())
        yield {"key": name, "sealed": b64encode(closed).decode()}


@lru_cache(maxsize=20_000)
def secrets_of(key: bytes, guest: UUID, revision: int) -> tuple[str, bytes]:
    """Name and key of a card: two hashes of the code, of which neither leads to the other."""
    code = door_code(key, guest, revision).encode()
    return sha256(code).hexdigest(), sha256(DOMAIN + code).digest()
