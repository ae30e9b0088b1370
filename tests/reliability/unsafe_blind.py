"""The broken twin: a server that does not look whether another was faster. Tests must see it."""

import os
from contextlib import suppress
from typing import Any

from conference.app import create_app
from conference.config import Settings
from conference.store import Store
from conference.store_writer import Conflict


def blind(save: Any) -> Any:
    def saved(self: Store, facts: Any, beside: Any) -> None:
        with suppress(Conflict):
            save(self, facts, beside)

    return saved


Store._save = blind(Store._save)  # type: ignore[method-assign]
app = create_app(Settings.from_environment(os.environ))
