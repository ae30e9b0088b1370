"""Who may look through a personal link: the browser that opened it first, or one that knows the
last digits of the guest's telephone number. A link alone shows nobody's data."""

from hmac import compare_digest
from typing import Any

from flask import g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from conference import gate, vault_links
from conference.gate import Actor
from conference.vault import new_secret
from conference.web.sign_in import PER_ADDRESS, limiter
from projections.guest import Guest
from projections.personal import phone_ends

COOKIE = "guest"
"""Names the browser, not the guest: a secretary answers for several people in one."""

KEPT_S = 120 * 24 * 3600
"""Seconds that a browser is known: from the letter to the days after the conference."""

OPENING = "personal.opening"
"""The one view for who has not opened the link."""


def known() -> ResponseReturnValue | None:
    """Before a view of the link: whose it is, who from here on is who asks. A void link says why;
    who has not opened it sees the cover."""
    link = vault_links.link_of(gate.house().store, secret())
    if link is None:
        return guessed()
    assert request.view_args is not None
    request.view_args |= {"conference_id": link.conference, "guest": link.invitation}
    g.shelf = (
        gate.newest()
    )  # a past position, where a void link was good, is not the guest's to ask
    guest = own_guest()
    g.actor = Actor(guest.id, guest.called)
    if guest.revision != link.revision:
        return void("replaced", 410)
    if guest.answer == "withdrawn":
        return void("withdrawn", 410)
    if request.endpoint == OPENING or opened_here():
        return None
    return cover() if request.method == "GET" else redirect(own_address(), 303)


@limiter.limit(PER_ADDRESS)
def guessed() -> ResponseReturnValue:
    """A secret that is none of ours. Only these are counted: all guests of an office, or behind one
    proxy, open their own links from one address on the morning when the letters go out."""
    return void("unknown", 404)


def secret() -> str:
    assert request.view_args is not None
    return str(request.view_args["secret"])


def own_guest() -> Guest:
    assert request.view_args is not None
    return gate.one_guest(request.view_args["guest"])


def own_address() -> str:
    return url_for("personal.own_page", secret=secret())


def opened_here() -> bool:
    browser = request.cookies.get(COOKIE)
    return bool(browser) and vault_links.opened_in(gate.house().store, secret(), browser or "")


def opened_by(browser: str, digits: str) -> bool:
    """Open the link in this browser: as the first, or by the telephone's last digits."""
    store = gate.house().store
    if vault_links.open_first(store, secret(), browser):
        return True
    ends = phone_ends(own_guest())
    if not ends or not vault_links.count_try(store, secret()):
        return False
    if not any(compare_digest(digits.encode(), end.encode()) for end in ends):
        return False
    vault_links.let_in(store, secret(), browser)
    return True


def browser_here() -> str:
    """The name that this browser has, or a new one."""
    return request.cookies.get(COOKIE) or new_secret()


def kept(response: Response, browser: str) -> Response:
    """The answer after which the browser goes by its name."""
    secure = gate.house().settings.secure_cookies
    how: dict[str, Any] = {"secure": secure, "httponly": True, "samesite": "Lax"}
    response.set_cookie(COOKIE, browser, KEPT_S, path="/m", **how)
    return response


def cover(refused: str | None = None, status: int = 200) -> ResponseReturnValue:
    """Who invites, and nobody's data: a press of a button opens it, or the digits do."""
    state = vault_links.state_of(gate.house().store, secret())
    shown = render_template(
        "personal/cover.html",
        shelf=gate.shelf(),
        secret=secret(),
        state=state,
        asks=state == "again" and bool(phone_ends(own_guest())),
        refused=refused,
    )
    return make_response(shown, status)


def void(why: str, status: int) -> ResponseReturnValue:
    """Why a link opens nothing; whose it was is not said."""
    g.actor = g.shelf = None
    return make_response(render_template("personal/void.html", why=why), status)
