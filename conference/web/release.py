"""A release's page: what it changed, whom that has to be told, and where each notice is."""

from collections.abc import Callable
from uuid import UUID

from flask.typing import ResponseReturnValue

from conference import gate, release_desk
from conference.commands.notices import LayNotices, SendNotices, lay_notices, send_notices
from conference.errors import NotFound
from conference.gate import may
from conference.language import sentence
from conference.web.door import act, noun, page
from conference.web.editions import asked_since
from projections.agenda_release import Release, changes

pages = noun("release", "/agenda/releases/<int:number>")

WAITS = ("queued", "sending")


@pages.get("")
@may("read_agenda")
def release_page(conference_id: UUID, number: int) -> ResponseReturnValue:
    """A release with what it changed of the one before, or since `?since=`; its notices are its
    organisers' only."""
    releases = gate.shelf().agenda.releases
    this = one_release(number)
    since = earlier(number)
    changed = changes(releases[since - 1].items, this.items) if since else ()
    notices = release_desk.shown(number) if gate.allowed("read_draft") else []
    states = [one.mail.state for one in notices if one.mail]
    return page(
        "release",
        release=this,
        changes=changed,
        since=since,
        last=len(releases),
        notices=notices,
        elsewhere=release_desk.unsent_elsewhere(number) if gate.allowed("read_draft") else [],
        to_send=states.count("drafted"),
        on_way=sum(state in WAITS for state in states),
        to_lay=sum(one.mail is None and bool(one.notice.address) for one in notices),
        settings=gate.house().settings,
    )


def one_release(number: int) -> Release:
    releases = gate.shelf().agenda.releases
    if not 0 < number <= len(releases):
        raise NotFound("release", number)
    return releases[number - 1]


def earlier(number: int) -> int:
    """The earlier release to compare with: the one asked for, else the one before; 0: none."""
    wanted = asked_since() or 0
    return wanted if 0 < wanted < number else number - 1


@pages.post("/notices")
@may("lay_notices")
def notices(conference_id: UUID, number: int) -> ResponseReturnValue:
    laid = release_desk.to_lay()
    if laid.release != number:
        raise NotFound("release", number)
    return act(LayNotices, lay_notices, release_page, laid=laid, done=told("lay_notices"))


@pages.post("/notices/sending")
@may("send_notices")
def sending(conference_id: UUID, number: int) -> ResponseReturnValue:
    one_release(number)
    known = {"release": number, "able": gate.house().settings.mails}
    return act(SendNotices, send_notices, release_page, done=told("send_notices"), **known)


def told(command: str) -> Callable[[int], str]:
    """What a command came to, with its count."""
    return lambda count: sentence(f"done.{command}", count=count)
