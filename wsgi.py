"""Builds the app for gunicorn; nothing else."""

import os

from conference.app import create_app
from conference.config import Settings

app = create_app(Settings.from_environment(os.environ))
