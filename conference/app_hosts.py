"""Who asks through proxies, and by which names this server lets itself be called."""

import re

from flask import Flask, request
from flask.typing import ResponseReturnValue
from werkzeug.middleware.proxy_fix import ProxyFix

from conference import gate
from conference.web import refusals

PORT = re.compile(r":\d+$")
"""The port of a `Host`; the colons of an IPv6 address stand in brackets."""


def init_app(app: Flask) -> None:
    """Know who asks through the proxies in front, and answer to our own names only."""
    proxies = app.extensions["settings"].proxies
    if proxies:
        fixed = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies)
        app.wsgi_app = fixed  # type: ignore[method-assign]
    app.before_request(called_rightly)


def called_rightly() -> ResponseReturnValue | None:
    """400 where a browser calls this server by another's name: a page elsewhere could point its
    own name here and so read what only this network may see."""
    known = gate.house().settings.known_hosts
    host = PORT.sub("", request.host.lower())
    return refusals.told(400, "lan.other-host") if known and host not in known else None
