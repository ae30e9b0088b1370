"""Who is signed in: Flask-Login behind our own names, and bearer tokens for the API."""

from datetime import timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from flask import Flask, Request, Response, current_app, request, session
from flask.sessions import (
    SecureCookieSession,
    SecureCookieSessionInterface,
    SessionMixin,
)
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from flask_wtf.csrf import generate_csrf

from conference import vault, vault_devices
from conference.gate import Actor, house

DEVICE_COOKIE = "device"

RENEWED_S = 600
"""Seconds after which a cookie is sent anew, so that who goes on working stays signed in."""

SESSIONS = 1_024
"""Sessions whose signed token is remembered: more than screens that a process serves."""


class Cookies(SecureCookieSessionInterface):
    """Signs and sends the session's cookie when it changed or grows old, not with every answer:
    that takes 0.2 ms of it, and two answers at once could undo each other's notices."""

    def __init__(self, app: Flask) -> None:
        self._serializer: Any = super().get_signing_serializer(app)

    def get_signing_serializer(self, app: Flask) -> Any:
        return self._serializer

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession:
        """The first session that we signed. An answer that breaks off within a cookie leaves half
        of one under the path of its page, which a browser then sends first, for ever."""
        name, age = self.get_cookie_name(app), int(app.permanent_session_lifetime.total_seconds())
        for written in request.cookies.getlist(name):
            ours, said = self._serializer.loads_unsafe(written, max_age=age)
            if ours:
                return self.session_class(said)
        return self.session_class()

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Nothing, where the cookie stays as it is; that answers vary by it the app says of all."""
        if not session or self.should_set_cookie(app, session):
            super().save_session(app, session, response)

    def should_set_cookie(self, app: Flask, session: SessionMixin) -> bool:
        now = int(app.extensions["house"].clock().timestamp())
        if session.permanent and session.get("sent_at", 0) + RENEWED_S < now:
            session["sent_at"] = now
        return session.modified


class SignedIn(UserMixin):
    """An account in Flask-Login's eyes. Its id carries the epoch: a new one voids old cookies."""

    def __init__(self, account: vault.Account) -> None:
        self.account = account

    def get_id(self) -> str:
        return f"{self.account.id}:{self.account.epoch}"


def init_app(app: Flask) -> None:
    """Wire the sign-in: `app.extensions["who"]` answers the Actor of the request."""
    app.session_interface = Cookies(app)
    manager = LoginManager(app)
    # It knows a browser by its address, which changes on a phone; to permanent sessions it does
    # nothing, and to a device's it set two cookies with every answer.
    manager.session_protection = None
    manager.user_loader(from_cookie)
    hours = app.extensions["house"].settings.session_hours
    app.config.update(PERMANENT_SESSION_LIFETIME=timedelta(hours=hours), SESSION_PERMANENT=True)
    app.extensions["who"] = who


def who() -> Actor | None:
    """The API knows tokens only, so that a page elsewhere cannot use somebody's cookie for it."""
    account = from_token() if request.path.startswith("/api/") else signed_in()
    return Actor(account.id, account.name, account.everywhere) if account else device()


def device() -> Actor | None:
    """A paired device: by its cookie, in the API by the same key as a bearer token."""
    given = bearer() if request.path.startswith("/api/") else request.cookies.get(DEVICE_COOKIE)
    key = vault_devices.device_of(house().store, given) if given else None
    if key is None:
        return None
    team = house().library.shelf(key.conference).team
    return Actor(key.device, team.named(key.device) or "", device_at=key.conference)


def signed_in() -> vault.Account | None:
    return current_user.account if current_user.is_authenticated else None


def from_cookie(id: str) -> SignedIn | None:
    written, _, epoch = id.partition(":")
    account = vault.account(current_app.extensions["house"].store, UUID(written))
    return SignedIn(account) if account and str(account.epoch) == epoch else None


def bearer() -> str | None:
    """The token that a program sent along."""
    given = request.authorization
    return given.token if given is not None and given.type == "bearer" else None


def from_token() -> vault.Account | None:
    token = bearer()
    return vault.token_account(house().store, token) if token else None


def begin(account: vault.Account) -> None:
    """Sign in with a session of its own: whatever the browser held before is gone."""
    session.clear()
    session.permanent = True
    login_user(SignedIn(account))
    generate_csrf()


def end() -> None:
    logout_user()
    session.clear()


def token() -> str:
    """The token of this session's forms. It has no age, so one signature is as good as another."""
    raw = session.get("csrf_token")
    made: str = signed(str(current_app.secret_key), raw) if raw else generate_csrf()
    return made


@lru_cache(SESSIONS)
def signed(key: str, raw: str) -> str:
    """The token of the session that asks, as Flask-WTF signs it from `raw` by `key`."""
    made: str = generate_csrf()
    return made
