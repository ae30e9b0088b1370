"""The broken twin: a server that believes every code that has the right form. Tests must see it."""

import os

from conference.app import create_app
from conference.commands import check_in_code
from conference.config import Settings

check_in_code.ours = lambda key, code: True  # type: ignore[attr-defined]
app = create_app(Settings.from_environment(os.environ))
