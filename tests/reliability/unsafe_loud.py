"""The broken twin: a server that takes a store that is away for a defect. Tests must see it."""

import os

from conference.app import create_app
from conference.config import Settings
from conference.errors import Unavailable

app = create_app(Settings.from_environment(os.environ))
app.error_handler_spec[None][None].pop(Unavailable)
