"""What templates say of the edition of a programme: its name, and its changes since `?since=`."""

from flask import request

from conference import gate
from conference.documents.since import aspects, edition
from conference.language import sentence
from projections.agenda import Agenda
from projections.agenda_compared import Compared, compared
from projections.agenda_release import Change


def asked_since() -> int | None:
    """The release asked for by `?since=`; None where it is none."""
    asked = request.args.get("since", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else None


def edition_words(agenda: Agenda) -> str:
    return edition(gate.shelf(), agenda, sentence)


def edition_compared(agenda: Agenda) -> Compared:
    return compared(agenda, asked_since())


def change_words(change: Change) -> str:
    return ", ".join(aspects(gate.shelf(), change, sentence))


AT_HAND = {
    "asked_since": asked_since,
    "edition_words": edition_words,
    "edition_compared": edition_compared,
    "change_words": change_words,
}
