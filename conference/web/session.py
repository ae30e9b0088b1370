"""Who is signed in: Flask-Login behind our own names, and bearer tokens for the API."""

from datetime import timedelta
from uuid import UUID

from flask import Flask, current_app, request, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from conference import vault
from conference.gate import Actor, house


class SignedIn(UserMixin):
    """An account in Flask-Login's eyes. Its id carries the epoch: a new one voids old cookies."""

    def __init__(self, account: vault.Account) -> None:
        self.account = account

    def get_id(self) -> str:
        return f"{self.account.id}:{self.account.epoch}"


def init_app(app: Flask) -> None:
    """Wire the sign-in: `app.extensions["who"]` answers the Actor of the request."""
    manager = LoginManager(app)
    manager.session_protection = "strong"
    manager.user_loader(from_cookie)
    hours = app.extensions["house"].settings.session_hours
    app.config.update(PERMANENT_SESSION_LIFETIME=timedelta(hours=hours), SESSION_PERMANENT=True)
    app.extensions["who"] = who


def who() -> Actor | None:
    """The API knows tokens only, so that a page elsewhere cannot use somebody's cookie for it."""
    account = from_token() if request.path.startswith("/api/") else signed_in()
    return Actor(account.id, account.name, account.everywhere) if account else None


def signed_in() -> vault.Account | None:
    return current_user.account if current_user.is_authenticated else None


def from_cookie(id: str) -> SignedIn | None:
    written, _, epoch = id.partition(":")
    account = vault.account(current_app.extensions["house"].store, UUID(written))
    return SignedIn(account) if account and str(account.epoch) == epoch else None


def from_token() -> vault.Account | None:
    given = request.authorization
    if given is None or given.type != "bearer" or not given.token:
        return None
    return vault.token_account(house().store, given.token)


def begin(account: vault.Account) -> None:
    """Sign in with a session of its own: whatever the browser held before is gone."""
    session.clear()
    session.permanent = True
    login_user(SignedIn(account))


def end() -> None:
    logout_user()
    session.clear()
