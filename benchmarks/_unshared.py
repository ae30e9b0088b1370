"""The app with one commit for every save: what commit sharing is worth."""

import os

from conference import store_writer
from conference.app import create_app
from conference.config import Settings

store_writer.MOST_SHARED = 1
app = create_app(Settings.from_environment(os.environ))
