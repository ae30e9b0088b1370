"""A unit's page for its speech, behind a secret link and without an account: register it, send its
text, read what the organisers say, see when it is due by the last release."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from flask import Blueprint, g, make_response, render_template, request
from flask.typing import ResponseReturnValue

from conference import gate, vault_speeches
from conference.commands.speech import (
    DescribeOwnSpeech,
    WithdrawSpeech,
    describe_own_speech,
    withdraw_speech,
)
from conference.commands.speech_texts import ReceiveText
from conference.errors import Refused
from conference.gate import PUBLIC, Actor, may
from conference.web.door import act
from conference.web.sign_in import PER_ADDRESS, limiter
from conference.web.speech_files import received, text_file
from projections.speech_list import Row, row_of

pages = Blueprint("own_speech", __name__, url_prefix="/u")


@pages.before_request
def known() -> ResponseReturnValue | None:
    """Whose link it is, which from here on is who asks. A void one says nothing of anybody."""
    assert request.view_args is not None
    link = vault_speeches.link_of(gate.house().store, request.view_args["secret"])
    if link is None:
        return make_response(render_template("own_speech/void.html"), 404)
    request.view_args |= {"conference_id": link.conference, "speech": link.speech}
    g.shelf = gate.newest()  # a past position is not the unit's to ask for
    g.actor = Actor(link.speech, own_row().unit)
    return None


def own_row() -> Row:
    """The speech as the last release has it: where a draft puts it is nobody's to plan by yet."""
    assert request.view_args is not None
    shelf, speech = gate.shelf(), request.view_args["speech"]
    found = row_of(shelf, shelf.agenda.public, speech)
    assert found is not None  # a link is made for a speech that has begun, and none is ever deleted
    return found


@pages.get("/<secret>")
@may(PUBLIC)
def own_page(secret: str, **_: UUID) -> ResponseReturnValue:
    shelf, row = gate.shelf(), own_row()
    closed = shelf.conference.status == "closed"
    said = {"row": row, "shelf": shelf, "secret": secret, "closed": closed}
    return render_template("own_speech/page.html", **said)


@pages.post("/<secret>/description")
@may(PUBLIC)
@limiter.limit(PER_ADDRESS)
def description(secret: str, conference_id: UUID, speech: UUID) -> ResponseReturnValue:
    return said_by_unit(DescribeOwnSpeech, describe_own_speech, speech)


@pages.post("/<secret>/texts")
@may(PUBLIC)
@limiter.limit(PER_ADDRESS)
def texts(secret: str, conference_id: UUID, speech: UUID) -> ResponseReturnValue:
    return said_by_unit(ReceiveText, received, speech)


@pages.get("/<secret>/texts/<int:number>")
@may(PUBLIC)
def text(secret: str, number: int, **_: UUID) -> ResponseReturnValue:
    return text_file(own_row(), number)


@pages.post("/<secret>/withdrawal")
@may(PUBLIC)
@limiter.limit(PER_ADDRESS)
def withdrawal(secret: str, conference_id: UUID, speech: UUID) -> ResponseReturnValue:
    return said_by_unit(WithdrawSpeech, withdraw_speech, speech)


def said_by_unit(
    schema: type[Any], command: Callable[..., None], speech: UUID
) -> ResponseReturnValue:
    """What the unit says, while the conference is not over."""
    done = f"own-speech.done.{command.__name__}"
    return act(schema, while_open(command), own_page, done=done, speech=speech)


def while_open(command: Callable[..., None]) -> Callable[..., None]:
    @wraps(command)
    def answered(*args: Any, **said: Any) -> None:
        if gate.shelf().conference.status == "closed":
            raise Refused("conference.closed")
        command(*args, **said)

    return answered
