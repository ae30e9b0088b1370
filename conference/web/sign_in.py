"""Sign-in: by password, or by a link that works once; sign-out; a new password."""

from flask import (
    Blueprint,
    Flask,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from werkzeug.wrappers import Response

from conference import gate, vault
from conference.gate import MEMBER, PUBLIC, may
from conference.language import sentence
from conference.rules.names import unreadable
from conference.vault_passwords import fits, hashed
from conference.web import session

pages = Blueprint("session", __name__)
limiter = Limiter(get_remote_address, storage_uri="memory://")

PER_ADDRESS = "30 per minute"
"""A hall behind one router signs in at once; a guesser gets 43,200 tries a day at 130 ms each."""

PER_ACCOUNT = "10 per minute"

SHORTEST = 12
"""Characters of a password: ASVS 5.0, 6.2.1 wants 8 and recommends 15; nothing else is asked."""


def init_app(app: Flask) -> None:
    """Limits stand at single views, and each of these counts for itself. Without this mark
    Flask-Limiter would look for limits of all views at every request: 7 % of a scan."""
    app.extensions["limiter"] = {limiter}
    limiter.init_app(app)


def account_tried() -> str:
    return request.form.get("login", "").casefold()[:80] or "nobody"


@pages.get("/sign-in")
@may(PUBLIC)
def sign_in() -> ResponseReturnValue:
    return render_template("session/sign_in.html", refused=None, login="")


@pages.post("/sign-in")
@may(PUBLIC)
@limiter.limit(PER_ADDRESS)
@limiter.limit(PER_ACCOUNT, key_func=account_tried)
def signing_in() -> ResponseReturnValue:
    store = gate.house().store
    login, password = request.form.get("login", ""), request.form.get("password", "")
    found = None if unreadable(login) else vault.account_by_login(store, login)
    stored = vault.password_of(store, found.id) if found else ""
    if not fits(password[:200], stored) or found is None:
        words = sentence("session.not-right")
        shown = render_template("session/sign_in.html", refused=words, login=login[:80])
        return make_response(shown, 422)
    session.begin(found)
    return led_home()


@pages.get("/sign-in/<secret>")
@may(PUBLIC)
def link(secret: str) -> ResponseReturnValue:
    """Asks for a press of a button: programs that fetch links for a preview must not use it up."""
    found = vault.link_account(gate.house().store, secret, gate.now())
    return link_page(found, secret)


@pages.post("/sign-in/<secret>")
@may(PUBLIC)
@limiter.limit(PER_ADDRESS)
def link_used(secret: str) -> ResponseReturnValue:
    found = vault.use_link(gate.house().store, secret, gate.now())
    if found is None:
        return link_page(None, secret)
    session.begin(found)
    return led_home()


@pages.post("/sign-out")
@may(PUBLIC)
def sign_out() -> ResponseReturnValue:
    session.end()
    return redirect(url_for("session.sign_in"), 303)


@pages.get("/password")
@may(MEMBER)
def password() -> ResponseReturnValue:
    return render_template("session/password.html", refused=None)


@pages.post("/password")
@may(MEMBER)
@limiter.limit(PER_ADDRESS)
def new_password() -> ResponseReturnValue:
    who, given = gate.actor(), request.form.get("password", "")
    if who is None or not SHORTEST <= len(given) <= 200:
        words = sentence("session.password-short", shortest=SHORTEST)
        return make_response(render_template("session/password.html", refused=words), 422)
    store = gate.house().store
    vault.set_password(store, who.id, hashed(given))
    renewed = vault.account(store, who.id)
    assert renewed is not None
    session.begin(renewed)
    flash(sentence("done.new_password"))
    return redirect("/", 303)


def link_page(found: vault.Account | None, secret: str) -> Response:
    shown = render_template("session/link.html", name=found.name if found else None, secret=secret)
    return make_response(shown, 200 if found else 410)


def led_home() -> ResponseReturnValue:
    """To the page that was asked for, if it is one of ours, else to the list."""
    asked = request.form.get("next", "/")
    ours = asked.startswith("/") and not asked.startswith(("//", "/\\"))
    return redirect(asked if ours else "/", 303)
