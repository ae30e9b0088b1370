"""A hall's own network: the address for the organiser's screen, and how a device comes to trust."""

import re

from flask import Blueprint, Response, current_app, g, render_template, request
from flask.typing import ResponseReturnValue

from conference.config import Settings
from conference.errors import NotFound
from conference.gate import MEMBER, PUBLIC, may
from conference.lan import Trust, der, fingerprint, name_of, thumbprint
from conference.lan_profile import profile
from conference.language import LANGUAGES
from conference.web.door import page

pages = Blueprint("lan", __name__)
public = Blueprint("lan_public", __name__, url_prefix="/lan")

SYSTEMS = {
    "ios": r"iPhone|iPad|iPod",
    "android": r"Android",
    "windows": r"Windows",
    "macos": r"Macintosh",
}
"""The systems that are explained, and how a browser names its own."""


def settings() -> Settings:
    found: Settings = current_app.extensions["settings"]
    return found


def trusted() -> Trust:
    """The files of the authority. NotFound where this server has none."""
    found = Trust(settings().data_dir)
    if found.certificate is None or not settings().lan_helper:
        raise NotFound("lan", "authority")
    return found


def authority() -> dict[str, str]:
    """What pages say of the authority."""
    found = trusted().certificate
    assert found is not None
    until = found.not_valid_after_utc
    said = {"name": name_of(found), "until": f"{until.day}/{until.month}/{until.year}"}
    return {**said, "sha256": fingerprint(found), "sha1": thumbprint(found)}


@pages.get("/lan")
@may(MEMBER)
def lan_page() -> ResponseReturnValue:
    """Two codes for everybody's phone, large enough for a projector."""
    where = {"address": settings().address, "helper": settings().lan_helper}
    port = settings().address.rpartition(":")[2]
    others = [f"https://{host}:{port}" for host in settings().hosts.split(",")[1:]]
    return page("lan", authority=authority(), others=others, **where)


@public.get("/trust")
@may(PUBLIC)
def trust() -> ResponseReturnValue:
    """How to trust, the reader's own system first; the language is chosen by `?language=`."""
    asked = request.args.get("language")
    if asked in LANGUAGES:
        g.language = asked
    browser = request.user_agent.string
    own = next((name for name, known in SYSTEMS.items() if re.search(known, browser)), "")
    systems = sorted(SYSTEMS, key=lambda name: name != own)
    known = {"authority": authority(), "systems": systems, "own": own}
    return render_template("lan/trust.html", address=settings().address, **known)


@public.get("/le-dai.crt")
@may(PUBLIC)
def certificate() -> ResponseReturnValue:
    found = trusted().certificate
    assert found is not None
    return download(der(found), "application/x-x509-ca-cert", "attachment")


@public.get("/le-dai.mobileconfig")
@may(PUBLIC)
def mobileconfig() -> ResponseReturnValue:
    """Not as an attachment: Safari would put it into a folder instead of offering to install it."""
    found = trusted().certificate
    assert found is not None
    return download(profile(found), "application/x-apple-aspen-config", "inline")


def download(body: bytes, kind: str, disposition: str) -> Response:
    response = Response(body, mimetype=kind)
    response.headers["Content-Disposition"] = disposition
    return response
