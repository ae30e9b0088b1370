"""What web and api share of a release's notices: made of the documents, and where each is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from conference import gate
from conference.commands.notices import Laid
from conference.documents.release_notice import Issue, worded
from conference.language import chosen_language, sentence
from conference.vault_notices import Notice, notices_of
from conference.vault_outbox import Mail
from projections.library import Shelf
from projections.release_notices import (
    Told,
    Unsent,
    address_now,
    changes_of,
    items_known,
    joined,
    told,
)

WAITING = ("drafted", "queued", "sending")
"""States of a notice of which nobody can say yet that it has gone out."""


def to_release(at: datetime) -> Laid:
    """The notices that a release of the draft as it stands calls for, those of earlier releases
    that have not gone out taken into them. `at` on the conference's clock."""
    shelf = gate.newest()
    agenda = shelf.agenda
    issue = Issue(len(agenda.releases) + 1, at)
    items = {item.id: item for item in agenda.items}
    waiting = [
        (mail, Unsent(one.address, one.about, agenda.releases[mail.revision - 2]))
        for mail, one in notices_of(gate.house().store, shelf.conference.id)
        if mail.state in WAITING and mail.revision < issue.number
    ]
    found: list[Told] = []
    replaced: dict[UUID, Mail] = {}
    for one in told(shelf, agenda.unreleased):
        old = [(mail, unsent) for mail, unsent in waiting if unsent.concerns(one)]
        found.append(joined(shelf, one, (unsent for _, unsent in old), items))
        replaced |= {mail.id: mail for mail, _ in old if one.address}
    return laid(shelf, issue, found, tuple(replaced.values()))


def laid(
    shelf: Shelf, issue: Issue, found: Iterable[Told], replaced: tuple[Mail, ...] = ()
) -> Laid:
    listed = list(found)
    notices = tuple(notice(shelf, issue, one) for one in listed if one.address)
    without = len(listed) - len(notices)
    return Laid(shelf.agenda.version, issue.number, notices, without, replaced)


def notice(shelf: Shelf, issue: Issue, one: Told) -> Notice:
    """The words for one address, in the language of who makes them."""
    subject, body = worded(shelf, issue, one.who, one.lines, sentence)
    return Notice(one.address or "", one.who, one.about, chosen_language(), subject, body)


@dataclass(frozen=True)
class Shown:
    """A notice as the release's page shows it; `mail` None: not laid, `notice.address` is empty
    where nobody has said one."""

    notice: Notice
    mail: Mail | None

    @property
    def speech(self) -> str | None:
        """The speech whose unit is told, where its address can be typed."""
        role, _, item = self.notice.about[0].partition(":")
        return item if role in ("unit", "speaker") else None


def shown(number: int) -> list[Shown]:
    """Every notice of a release: those in the outbox as they will go, then what is not there."""
    shelf = gate.shelf()
    items = items_known(shelf.agenda.releases, number)
    kept = [
        (mail, one)
        for mail, one in notices_of(gate.house().store, shelf.conference.id)
        if mail.revision == number
    ]
    rows = [
        Shown(one, mail._replace(address=address_now(shelf, one.about, items) or mail.address))
        for mail, one in kept
    ]
    lacking = missing(shelf, number, [one for _, one in kept])
    found = [*rows, *(Shown(one, None) for one in lacking)]
    place = {str(id): where for where, id in enumerate(items)}
    place |= {str(one.id): one.number for one in shelf.agenda.releases[number - 1].items}
    return sorted(found, key=lambda row: place.get(row.notice.about[0].partition(":")[2], 0))


def unsent_elsewhere(number: int) -> list[int]:
    """Other releases whose notices lie ready and are still right: nobody must forget them."""
    kept = notices_of(gate.house().store, gate.shelf().conference.id)
    found = {mail.revision for mail, _ in kept if mail.state == "drafted"}
    return sorted(found - {number})


def missing(shelf: Shelf, number: int, kept: Iterable[Notice]) -> list[Notice]:
    """Who is concerned by a release and has no notice in the outbox."""
    there = {key for one in kept for key in one.about}
    release = shelf.agenda.releases[number - 1]
    issue = Issue(number, release.at)
    found = told(shelf, changes_of(shelf.agenda.releases, number))
    return [notice(shelf, issue, one) for one in found if there.isdisjoint(one.about)]


def to_lay() -> Laid:
    """What the last release lacks in the outbox, though a mail could go."""
    shelf = gate.newest()
    number = len(shelf.agenda.releases)
    notices = [row.notice for row in shown(number) if row.mail is None] if number else []
    with_address = tuple(one for one in notices if one.address)
    return Laid(shelf.agenda.version, number, with_address, len(notices) - len(with_address))
