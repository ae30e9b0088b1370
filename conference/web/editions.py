"""What templates say of editions: a programme's name and changes since `?since=`, a plan's lock."""

from flask import request

from conference import gate
from conference.documents import plan_words as plans
from conference.documents.since import aspects, edition
from conference.language import sentence
from projections.agenda import Agenda
from projections.agenda_compared import Compared, compared
from projections.agenda_release import Change
from projections.award_book import AwardBook


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


def plan_words(awards: AwardBook) -> str:
    return plans.plan_words(awards, sentence)


def lock_words(awards: AwardBook) -> str:
    return plans.lock_words(gate.shelf(), awards, sentence)


AT_HAND = {
    "asked_since": asked_since,
    "edition_words": edition_words,
    "edition_compared": edition_compared,
    "change_words": change_words,
    "plan_words": plan_words,
    "lock_words": lock_words,
}
