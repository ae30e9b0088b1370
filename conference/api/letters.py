"""The letters as JSON commands: their words, the deadline of answers, a sending, a reminder."""

from typing import Any

from conference import gate
from conference.api.conferences import version
from conference.api.door import noun, write
from conference.commands.letters import (
    SendLetters,
    SetAnswerDeadline,
    WordLetter,
    send_letters,
    set_answer_deadline,
    word_letter,
)
from conference.commands.reminders import RemindGuests, remind_guests
from projections.letters import answers_close_at

pages = noun("letters", "What the letters say, what went out, until when answers are awaited")

LETTERS = "/conferences/<uuid:conference_id>/letters"


def send(store: Any, stamp: Any, **said: Any) -> None:
    able = gate.house().settings.mails
    send_letters(store, stamp, listed=gate.shelf().guest_list, able=able, **said)


def remind(store: Any, stamp: Any, **said: Any) -> None:
    shelf, able = gate.shelf(), gate.house().settings.mails
    closes_at = answers_close_at(shelf)
    remind_guests(store, stamp, listed=shelf.guest_list, closes_at=closes_at, able=able, **said)


send.__name__ = send_letters.__name__
remind.__name__ = remind_guests.__name__

write(pages, f"{LETTERS}/words", WordLetter, word_letter, version=version)
write(pages, f"{LETTERS}/deadline", SetAnswerDeadline, set_answer_deadline, version=version)
write(pages, f"{LETTERS}/sendings", SendLetters, send, moment=True)
write(pages, f"{LETTERS}/reminders", RemindGuests, remind, moment=True)
