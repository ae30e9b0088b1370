"""The broken twin: a server that forgets what it answered to a scan. Tests must see it."""

import os
from typing import Any
from uuid import UUID, uuid4

from conference import vault_door
from conference.app import create_app
from conference.config import Settings
from conference.vault import Write

kept = vault_door.answering


def unkept(conference: UUID, scan_id: str, answer: Any) -> Write:
    return kept(conference, uuid4().hex, answer)


vault_door.answered = lambda *_: (None, None)
vault_door.answering = unkept
app = create_app(Settings.from_environment(os.environ))
