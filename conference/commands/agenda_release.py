"""What may be asked of the agenda as a whole: that the draft becomes what everybody goes by."""

from datetime import datetime
from uuid import UUID

from conference.commands.fields import Asked, Text
from conference.commands.notices import Laid, lay, rows_of
from conference.commands.speech_own import tell_withdrawn
from conference.domain.agenda import Agenda
from conference.store import Store, Unit
from events.base import Stamp


class ReleaseAgenda(Asked):
    note = Text(load_default=None, allow_none=True, longest=1000)


def release_agenda(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    note: str | None = None,
    at: datetime,
    laid: Laid | None = None,
    expecting: int | None = None,
) -> Laid | None:
    """Release the agenda at the version that was seen: what came since is not released unseen.
    Speeches that it no longer has are withdrawn with it.
    Its notices are laid into the outbox in the same save, and go when somebody says so."""

    def act(unit: Unit) -> None:
        agenda = unit.load(Agenda, Agenda.id_of(conference_id), expecting)
        if laid:  # no notice tells what is not released
            unit.load(Agenda, agenda.id, laid.seen)
        agenda.release(stamp, note, at)
        tell_withdrawn(unit, stamp, agenda)
        if laid:
            lay(unit, stamp, conference_id, laid)

    store.change_all(act, beside=rows_of(laid, conference_id, stamp) if laid else ())
    return laid
