"""A guest's own page, behind a personal link and without an account: answer, programme, seat."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from conference import gate, vault_door
from conference.commands.invitation_answers import (
    AcceptInvitation,
    DeclineInvitation,
    NameSubstitute,
    NominateAttendee,
    accept_invitation,
    decline_invitation,
    name_substitute,
    nominate_attendee,
)
from conference.commands.letters import open_invitation
from conference.errors import Refused
from conference.gate import PUBLIC, may
from conference.rules.door_code import door_code
from conference.web import personal_door, programme
from conference.web.door import act
from conference.web.letters_papers import papers
from conference.web.personal_door import own_address, own_guest
from projections.letters import answerable, answers_close_at
from projections.personal import personal

pages = Blueprint("personal", __name__, url_prefix="/m")
pages.before_request(personal_door.known)


class NameOwnSubstitute(NameSubstitute):
    """The rank of who comes instead is the hosts' to say."""

    class Meta(NameSubstitute.Meta):
        exclude = ("post_rank",)


@pages.get("/<secret>")
@may(PUBLIC)
def own_page(secret: str, **_: UUID) -> ResponseReturnValue:
    """The guest's invitation and all that concerns the guest."""
    shelf, guest = gate.shelf(), own_guest()
    store, address = gate.house().store, gate.house().settings.address
    code = door_code(vault_door.door_key(store, shelf.conference.id), guest.id, guest.revision)
    return render_template(
        "personal/page.html",
        own=personal(shelf, guest),
        open=answerable(shelf, gate.now()),
        closes_at=answers_close_at(shelf),
        door_address=f"{address}/D/{code}".upper(),
        secret=secret,
        shelf=shelf,
    )


@pages.post("/<secret>/opening")
@may(PUBLIC)
def opening(secret: str, conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    """Open the link in this browser; the hosts are told the first time."""
    browser = personal_door.browser_here()
    if not personal_door.opened_by(browser, request.form.get("digits", "").strip()):
        return personal_door.cover("personal.wrong-digits", 422)
    store, at = gate.house().store, gate.conference_now()
    open_invitation(store, gate.stamp(), conference_id=conference_id, guest=guest, at=at)
    return personal_door.kept(redirect(own_address(), 303), browser)


@pages.post("/<secret>/acceptance")
@may(PUBLIC)
def acceptance(secret: str, conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    return answer(AcceptInvitation, accept_invitation, guest)


@pages.post("/<secret>/refusal")
@may(PUBLIC)
def refusal(secret: str, conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    return answer(DeclineInvitation, decline_invitation, guest)


@pages.post("/<secret>/attendee")
@may(PUBLIC)
def attendee(secret: str, conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    return answer(NominateAttendee, nominate_attendee, guest)


@pages.post("/<secret>/substitute")
@may(PUBLIC)
def substitute(secret: str, conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    return answer(NameOwnSubstitute, name_substitute, guest)


@pages.get("/<secret>/letter.pdf")
@may(PUBLIC)
def letter(secret: str, conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    return papers((own_guest(),))


@pages.get("/<secret>/calendar.ics")
@may(PUBLIC)
def calendar(secret: str, conference_id: UUID, guest: UUID) -> ResponseReturnValue:
    """The guest's own part for the guest's own calendar."""
    return programme.calendar_of(own_guest())


def answer(schema: type[Any], command: Callable[..., None], guest: UUID) -> ResponseReturnValue:
    """What the guest answers, while answers are awaited."""
    done = f"personal.done.{command.__name__}"
    return act(schema, in_time(command), own_page, done=done, guest=guest)


def in_time(command: Callable[..., None]) -> Callable[..., None]:
    @wraps(command)
    def answered(*args: Any, **said: Any) -> None:
        if not answerable(gate.shelf(), gate.now()):
            raise Refused("personal.closed")
        command(*args, **said)

    return answered
