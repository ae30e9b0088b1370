"""How commands change a speech: together with the agenda, in which it may be scheduled."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any
from uuid import UUID

from conference.commands.fields import Asked, Number
from conference.domain.agenda import WORDS, Agenda
from conference.domain.agenda_item import Item
from conference.domain.speech import Speech
from conference.errors import NotFound, Refused, Stale
from conference.store import Store, Unit
from events.base import Stamp


class SeenInAgenda(Asked):
    """`agenda_version`: the agenda's version that was seen, for what a scheduled speech's item then
    says anew: a correction made there since is not overwritten unseen."""

    agenda_version = Number(load_default=None, allow_none=True)


def change_own(
    store: Store,
    stamp: Stamp,
    conference_id: UUID,
    speech: UUID,
    act: Callable[[Speech, Agenda], None],
    expecting: int | None = None,
    agenda_version: int | None = None,
    **beside: Any,
) -> None:
    """Change a speech of this conference and the agenda together. Refused where the speech has
    changed since the version seen, or its item since the agenda's; other items may have."""

    def both(unit: Unit) -> None:
        one, seen = own(unit, stamp, conference_id, speech)
        if expecting is not None and seen != expecting:
            raise Stale(Speech.TOPIC, seen)
        agenda = unit.load(Agenda, Agenda.id_of(conference_id))
        item = agenda.items.get(speech)
        if item and agenda_version is not None and item.changed > agenda_version:
            raise Stale(Agenda.TOPIC, agenda.version)
        act(one, agenda)

    store.change_all(both, **beside)


def own(unit: Unit, stamp: Stamp, conference_id: UUID, speech: UUID) -> tuple[Speech, int]:
    """A speech of this conference, and the version that it was seen at; one that was scheduled
    straight away (a workbook does that) begins here, with what the agenda says of it."""
    try:
        found = unit.load(Speech, speech)
    except NotFound:
        begun = opened(stamp, unit.load(Agenda, Agenda.id_of(conference_id)), speech)
        unit.add(begun)
        return begun, 0
    if found.conference_id != conference_id:
        raise NotFound(Speech.TOPIC, speech)
    return found, found.version


def opened(stamp: Stamp, agenda: Agenda, speech: UUID) -> Speech:
    item = agenda.items.get(speech)
    if item is None or item.kind != "speech":
        raise NotFound(Speech.TOPIC, speech)
    title, _, name, speaker, post, guest, _ = item.words
    asked = {"unit": name, "minutes": item.minutes, "guest": guest}
    one = Speech.request(stamp, speech, agenda.conference_id, **asked)
    one.describe(stamp, title=title, speaker=speaker, speaker_post=post)
    return one


def unplayed(agenda: Agenda, speech: UUID) -> Item | None:
    """The speech's item, if it is scheduled. Refused once it has begun: then it is history; and
    where it was withdrawn from a day that has begun: then everybody sees that without a release."""
    item = agenda.items.get(speech)
    if item is not None and item.state in ("started", "finished"):
        raise Refused("speech.delivered")
    if item is not None and item.state == "withdrawn" and agenda.begun:
        raise Refused("speech.withdrawn")
    return item


def tell_withdrawn(unit: Unit, stamp: Stamp, agenda: Agenda) -> None:
    """Let each speech that was withdrawn from the agenda know it: with the release its unit may
    see what until then was a draft's, and is asked for nothing more."""
    for id, item in agenda.items.items():
        if item.kind == "speech" and item.state == "withdrawn" and item.reason is not None:
            with suppress(NotFound):  # one that was scheduled straight away has no story to end
                unit.load(Speech, id).withdraw(stamp, item.reason)


CARRIED = ("title", "unit", "speaker", "speaker_post")
"""What the agenda says of a speech as the speech itself does."""


def carry(stamp: Stamp, one: Speech, agenda: Agenda, names: Iterable[str]) -> None:
    """Let the agenda say the same as the speech of what is named, where it is scheduled; what else
    the agenda says is its organisers' correction, and stays."""
    item = agenda.items.get(one.id)
    if item is None or item.state == "withdrawn":
        return
    told: dict[str, Any] = dict(zip(WORDS, item.words, strict=True))
    own: dict[str, Any] = {name: one.words[name] for name in CARRIED} | {"guest": one.guest}
    agenda.describe_item(stamp, one.id, **told | {name: own[name] for name in names if name in own})
