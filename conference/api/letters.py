"""The letters as JSON commands: their words, the deadline of answers, a sending."""

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

pages = noun("letters", "What the letters say, what went out, until when answers are awaited")

LETTERS = "/conferences/<uuid:conference_id>/letters"


def send(store: Any, stamp: Any, **said: Any) -> None:
    send_letters(store, stamp, listed=gate.shelf().guest_list, **said)


send.__name__ = send_letters.__name__

write(pages, f"{LETTERS}/words", WordLetter, word_letter, version=version)
write(pages, f"{LETTERS}/deadline", SetAnswerDeadline, set_answer_deadline, version=version)
write(pages, f"{LETTERS}/sendings", SendLetters, send, moment=True)
