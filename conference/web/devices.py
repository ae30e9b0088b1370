"""Pairing a device: the code that an organiser shows opens one screen on one device."""

from uuid import UUID

from flask import Blueprint, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from conference import gate, vault_devices
from conference.errors import Refused
from conference.gate import PUBLIC, may
from conference.vault_devices import Key
from conference.web import session
from conference.web.sign_in import PER_ADDRESS, limiter

pages = Blueprint("devices", __name__, url_prefix="/pair")

SCREENS = {
    "door": "door_screen.door_page",
    "supervisor": "door_screen.door_page",
    "mc": "stage.mc_page",
    "stage": "stage_crew.manager_page",
    "tray": "stage_crew.tray_page",
    "usher": "stage_crew.usher_page",
    "photographer": "stage_crew.photographer_page",
    "speaker": "day.speaker_page",
    "hall": "day.hall_page",
}
"""The one page that each screen opens."""

OF_A_RUN = frozenset({"mc", "stage", "tray", "usher", "photographer"})
"""Screens of a run of the stage: a device opens that of the ceremony itself."""

KEPT_S = 30 * 24 * 3600
"""Seconds that a device stays paired: from the rehearsal to the reports after the conference."""


def screen_path(conference_id: UUID, device: UUID) -> str:
    """The address of the device's screen. Refused when it is not trusted any longer."""
    screen = gate.shelf_of(conference_id).team.screen_of(device)
    if screen is None:
        raise Refused("team.device-not-trusted")
    run = 0 if screen in OF_A_RUN else None  # None is no part of an address
    return url_for(SCREENS[screen], conference_id=conference_id, run=run)


@pages.get("/<secret>")
@may(PUBLIC)
def pairing(secret: str) -> ResponseReturnValue:
    """Asks for a press of a button: programs that fetch links for a preview must not use it up."""
    return pairing_page(vault_devices.pairing(gate.house().store, secret, gate.now()), secret)


@pages.post("/<secret>")
@may(PUBLIC)
@limiter.limit(PER_ADDRESS)
def paired(secret: str) -> ResponseReturnValue:
    """From here on this browser is the device and nobody's account."""
    done = vault_devices.pair(gate.house().store, secret, gate.now())
    if done is None:
        return pairing_page(None, secret)
    key, kept = done
    session.end()
    response = redirect(screen_path(key.conference, key.device), 303)
    secure = gate.house().settings.secure_cookies
    response.set_cookie(
        session.DEVICE_COOKIE, kept, KEPT_S, secure=secure, httponly=True, samesite="Lax"
    )
    return response


def pairing_page(key: Key | None, secret: str) -> ResponseReturnValue:
    shelf = gate.shelf_of(key.conference) if key else None
    device = shelf.team.devices.get(key.device) if shelf and key else None
    title = shelf.conference.title if shelf else ""
    shown = render_template("session/pair.html", device=device, title=title, secret=secret)
    return make_response(shown, 200 if device else 410)
