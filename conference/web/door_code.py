"""What a phone's own camera opens when it reads a door code: what the code is for, of nobody."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from conference.gate import PUBLIC, may

pages = Blueprint("door_code", __name__)


@pages.get("/D/<code>")
@may(PUBLIC)
def door_code(code: str) -> ResponseReturnValue:
    """The same for every code, a forged one included: who holds it learns nothing from it."""
    return render_template("session/door_code.html")
