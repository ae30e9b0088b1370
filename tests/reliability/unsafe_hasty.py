"""The broken twin: a server that acknowledges every fourth save without having written it. Tests
must see it."""

import os
from itertools import count
from typing import Any

from conference.app import create_app
from conference.config import Settings
from conference.store import Store

LOST = 4
saves = count(1)
write = Store._save


def hasty(self: Store, facts: Any, beside: Any) -> None:
    if next(saves) % LOST:
        write(self, facts, beside)


Store._save = hasty  # type: ignore[method-assign]
app = create_app(Settings.from_environment(os.environ))
