"""The broken twin: a server that acknowledges before its facts are durable. Tests must see it."""

import os
import time
from threading import Thread
from typing import Any

from conference.app import create_app
from conference.config import Settings
from conference.store import Store

LATE_S = 0.25


def late(save: Any) -> Any:
    """A save that answers at once and writes a moment later."""

    def saved(self: Store, facts: Any, beside: Any) -> None:
        def write() -> None:
            time.sleep(LATE_S)
            save(self, facts, beside)

        Thread(target=write, daemon=True).start()

    return saved


Store._save = late(Store._save)  # type: ignore[method-assign]
app = create_app(Settings.from_environment(os.environ))
