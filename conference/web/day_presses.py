"""Presses of the day's screen: carried out once for their key, at the moment they were made."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from flask import request

from conference import gate
from conference.once import made_id, once
from conference.store import Store
from events.base import Stamp

LONGEST_AGO_S = 12 * 3600
"""The longest that a press may have waited on its device: one day of a conference."""


def pressed_at() -> datetime:
    """When the press was made, on the conference's clock: now, less what it waited on its device,
    which is measured there as a difference, whatever its clock says; never before the last step."""
    now, steps = gate.conference_now(), gate.shelf().agenda.steps
    made = now - waited()
    return min(now, max(made, steps[-1].at)) if steps else made


def waited() -> timedelta:
    """How long a press waited on its device, as that says."""
    said = request.headers.get("Pressed-Ago", "0")
    ago = int(said) if said.isascii() and said.isdigit() and len(said) < 7 else 0
    return timedelta(seconds=min(ago, LONGEST_AGO_S))


def keyed(command: Callable[..., Any], makes: str | None = None) -> Callable[..., Any]:
    """The command carried out at most once for the Idempotency-Key of this request; `makes` is its
    argument for the id of what it makes."""

    @wraps(command)
    def carried(store: Store, stamp: Stamp, **said: Any) -> None:
        made = made_id() if makes else None
        told = said | {makes: made} if makes else said
        once(lambda along: command(along, stamp, **told), made)

    return carried
