"""By which names this server lets itself be called."""

import re

from flask import request
from flask.typing import ResponseReturnValue

from conference import gate
from conference.web import refusals

PORT = re.compile(r":\d+$")
"""The port of a `Host`; the colons of an IPv6 address stand in brackets."""


def called_rightly() -> ResponseReturnValue | None:
    """400 where a browser calls this server by another's name: a page elsewhere could point its
    own name here and so read what only this network may see."""
    known = gate.house().settings.known_hosts
    host = PORT.sub("", request.host.lower())
    return refusals.told(400, "lan.other-host") if known and host not in known else None
