"""Builders of paired devices: a browser that is a door and nobody's account."""

from datetime import UTC, datetime
from uuid import UUID

from builders import STAMP
from builders_doors import store_of
from flask import Flask
from flask.testing import FlaskClient

from conference import vault_devices
from conference.commands.team import pair_device
from conference.store import Store
from conference.vault_devices import Key


def device_key(
    store: Store, conference: UUID, name: str, door: str | None = "Cửa 2", screen: str = "door"
) -> str:
    """The key that a door device holds after its pairing: the value of its cookie."""
    said = {"name": name, "screen": screen, "door": door}
    device = pair_device(store, STAMP, conference_id=conference, **said)
    now = datetime.now(UTC)
    secret = vault_devices.make_pairing(store, Key(conference, device), now)
    found = vault_devices.pair(store, secret, now)
    assert found is not None
    return found[1]


def phone(
    app: Flask, conference: UUID, name: str = "Điện thoại 1", screen: str = "door"
) -> FlaskClient:
    """A browser that is paired as a steward's door, or as a supervisor's, who has none."""
    door = "Cửa 2" if screen == "door" else None
    client = app.test_client()
    client.set_cookie("device", device_key(store_of(app), conference, name, door, screen))
    return client
