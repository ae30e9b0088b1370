"""The helper of a private network: without HTTPS it shows how to trust the server that has it."""

import os

from flask import Flask, redirect, url_for
from flask.typing import ResponseReturnValue
from jinja2 import StrictUndefined
from werkzeug.exceptions import NotFound

from conference import language
from conference.app import ROOT
from conference.app_headers import guard
from conference.config import Settings
from conference.web import lan


def helper() -> Flask:
    """The app that gunicorn serves beside the house."""
    return create_helper(Settings.from_environment(os.environ))


def create_helper(settings: Settings) -> Flask:
    """It has no store and knows nobody: what comes without HTTPS may be read and changed on the
    way, so nothing is shown here but how to trust, and no form is taken."""
    app = Flask(
        __name__, template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "static")
    )
    app.config.update(SEND_FILE_MAX_AGE_DEFAULT=3600)
    app.extensions["settings"] = settings
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    language.init_app(app)
    app.register_blueprint(lan.public)
    app.register_error_handler(NotFound, elsewhere)
    app.after_request(guard)
    return app


def elsewhere(error: NotFound) -> ResponseReturnValue:
    """Whatever else is asked for here leads to the one page that there is."""
    return redirect(url_for("lan_public.trust"), 303)
