"""Guests who come to the doors of a conference of their own, and who is in by the log."""

from builders import KIEN_GIANG
from builders_door import code, hall

from conference.config import Settings
from conference.store import Store
from events.attendance import GuestCheckedIn

PATH = f"/api/v1/conferences/{KIEN_GIANG}/check-ins"

WORKERS = {"SQLite": 1, "PostgreSQL": 2}
"""Of every app on a kind of store, the floor's, too: SQLite has one process."""


def invited(settings: Settings, count: int) -> list[str]:
    """The codes of so many guests."""
    store = Store(settings)
    codes = [code(store, guest) for guest in hall(store, *(f"Khách {n}" for n in range(count)))]
    store.close()
    return codes


def said(code: str, **more: str) -> dict[str, str]:
    """A scan as a door sends it."""
    return {"token": code, "scan_id": code[:40], "door": "A", "device": "quay", **more}


def arrived(settings: Settings) -> int:
    """How many guests are in, by the log."""
    store = Store(settings)
    facts = [fact for _, fact in store.facts(0, 1_000_000)]
    store.close()
    return sum(isinstance(fact, GuestCheckedIn) for fact in facts)
