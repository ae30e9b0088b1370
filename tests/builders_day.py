"""Builders of a day: the demo behind an app whose clock a test sets."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from builders import DAY
from builders_demo import demo_folder, settings_in
from builders_doors import store_of
from flask import Flask

from conference.app import create_app

AHEAD = timedelta(minutes=30)
"""By how much the demo's playing clock is ahead of the one that it was loaded by."""


class Hand:
    """A clock that a test sets: it begins when the demo's own shows 07:30 in Việt Nam."""

    def __init__(self) -> None:
        self.now = DAY

    def __call__(self) -> datetime:
        return self.now

    def later(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)

    def to(self, clock: str) -> None:
        """To a time of that day on the demo's clock."""
        hour, minute = map(int, clock.split(":"))
        self.now = DAY.replace(hour=hour - 7, minute=minute) - AHEAD


@contextmanager
def living(folder: Path, hand: Hand) -> Iterator[Flask]:
    """An app over the demo in this folder, by the clock in this hand; twice over one folder is a
    restart."""
    if not list(folder.iterdir()):
        shutil.copytree(demo_folder(), folder, dirs_exist_ok=True)
    app = create_app(settings_in(folder), clock=hand)
    try:
        yield app
    finally:
        app.extensions["stop"].set()
        app.extensions["follower"].join()
        store_of(app).close()
