"""Builders of visitors: a browser that has signed in, a program with a token."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from flask import Flask
from flask.testing import FlaskClient

from conference import vault_roles
from conference.app import create_app
from conference.config import Settings
from conference.store import Store
from conference.web.sign_in import limiter

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@contextmanager
def serving(
    settings: Settings, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Iterator[Flask]:
    """An app over these settings; at the end its threads stop before its store closes."""
    app = create_app(settings, clock)
    try:
        yield app
    finally:
        app.extensions["stop"].set()
        for name in ("follower", "postman"):
            if thread := app.extensions.get(name):
                thread.join()
        store_of(app).close()


def store_of(app: Flask) -> Store:
    store: Store = app.extensions["house"].store
    return store


def csrf(page: str) -> str:
    """The token of the first form on a page."""
    found = TOKEN.search(page)
    assert found, "no form with a token on this page"
    return found[1]


def browser(app: Flask, role: str = "organizer") -> FlaskClient:
    """A browser signed in by a link as somebody who holds the role everywhere; nobody has tried
    to sign in within the last minute."""
    limiter.reset()
    secret = vault_roles.link_of_role(store_of(app), role, role, datetime.now(UTC))
    client = app.test_client()
    page = client.get(f"/sign-in/{secret}").text
    answer = client.post(f"/sign-in/{secret}", data={"csrf_token": csrf(page)})
    assert answer.status_code == 303
    return client


def bearer(app: Flask, role: str = "organizer") -> dict[str, str]:
    """The headers of a program that holds the role everywhere."""
    token = vault_roles.token_of_role(store_of(app), role, role, datetime.now(UTC))
    return {"Authorization": f"Bearer {token}"}
