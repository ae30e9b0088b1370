"""The broken twin: a server that takes a repeated request for a new one. Tests must see it."""

import os
from typing import Any
from uuid import uuid4

from conference import vault
from conference.api import door
from conference.app import create_app
from conference.config import Settings
from conference.vault import Write

kept = vault.answering


def unkept(key: str, *said: Any) -> Write:
    return kept(uuid4().hex, *said)


vault.answer = lambda *_: None
vault.answering = unkept
door.made_id = uuid4
app = create_app(Settings.from_environment(os.environ))
