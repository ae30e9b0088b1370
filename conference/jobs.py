"""The postman: one thread that hands the outbox's mails to the mail server, and tells the outcome.

Every worker may have one: a mail in hand is nobody else's until its lease ends. So it is sent
again only where nobody can know better: who had it in hand was killed, or the server hung up
before it answered. It then has the same Message-ID.
"""

import atexit
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event, Thread

import structlog

from conference.commands.mails import tell
from conference.config import Settings
from conference.errors import ConferenceError
from conference.jobs_mail import addressed, idle, message
from conference.jobs_smtp import Outcome, Post
from conference.rules.mail_address import deliverable
from conference.store import Store
from conference.vault_outbox import Mail, claim, postponing
from events.base import Stamp
from projections.library import Library, Shelf

LOOK_S = 1.0
"""Seconds between two looks at an outbox in which nothing was due: an indexed query."""

ANSWERS = 15
"""Questions to a mail server for one mail, at most: connect, greet, encrypt, sign in, hand over."""

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
"""Between two tries of a mail, doubling (RFC 5321, 4.5.4.1 asks for half an hour on average; a
server that greylists takes it after some minutes)."""

AT_MOST = timedelta(days=2)
"""How long a mail is tried: a letter that is not there by then has to go another way."""

AWAY_S = (5.0, 300.0)
"""Seconds before a server that is away is asked again: at first, and at most, doubling."""

LAST_MAIL_S = 1.5
"""Seconds for the mail in hand when the server stops; gunicorn itself is given two."""

SOON_S = 5.0
"""Seconds after a defect or without a store."""

DONE = {"taken": "sent", "refused": "refused"}


class Postman:
    """Sends one mail after the other. `clock` is the real one."""

    def __init__(
        self, settings: Settings, store: Store, library: Library, clock: Callable[[], datetime]
    ) -> None:
        self._settings, self._store, self._library = settings, store, library
        self._clock = clock
        self._post = Post(settings)
        self._lease = timedelta(seconds=ANSWERS * settings.mail_timeout_s)
        self._away_s = 0.0
        self._untold: tuple[Mail, Shelf, Outcome] | None = None
        """What the server said while the store was away: told before anything else is sent."""

    def run(self, stop: Event) -> None:
        """Send until told to stop; whatever happens, the next mail has its turn."""
        while not stop.is_set():
            try:
                wait_s = self.send_one()
            except ConferenceError:
                wait_s = SOON_S
            except Exception:  # a thread that dies sends nothing, and nobody would see it
                structlog.get_logger().exception("mail")
                wait_s, self._untold = SOON_S, None
            if wait_s >= LOOK_S:
                self._post.close()
            stop.wait(wait_s)
        self._post.close()

    def send_one(self) -> float:
        """Send the mail that is due first; seconds until the next look, 0 for at once."""
        if self._untold is not None:
            return self._settled(self._untold)
        now = self._clock()
        mail = claim(self._store, now, self._lease)
        if mail is None:
            return LOOK_S
        shelf = self._library.shelf(mail.conference)
        mail = addressed(mail, shelf, self._store)
        if reason := idle(mail, shelf, self._store, now):
            self._tell(mail, shelf, "dropped", reason)
        elif now - mail.queued_at > AT_MOST:
            self._tell(mail, shelf, "expired", mail.answer)
        else:
            made = message(mail, shelf, self._settings, self._store, now)
            to = deliverable(mail.address) or mail.address
            return self._settled((mail, shelf, self._post.hand_over(made, to)))
        return 0

    def _settled(self, said: tuple[Mail, Shelf, Outcome]) -> float:
        """Keep what the server said, as often as it takes: it will not say it again."""
        self._untold = said
        wait_s = self._settle(*said)
        self._untold = None
        return wait_s

    def _settle(self, mail: Mail, shelf: Shelf, outcome: Outcome) -> float:
        if outcome.kind == "away":
            first, most = AWAY_S
            self._away_s = min(self._away_s * 2 or first, most)
            again = self._clock() + timedelta(seconds=self._away_s)
            self._postpone(mail, outcome.answer, again, mail.tries - 1)
            return self._away_s
        self._away_s = 0.0
        if outcome.kind == "later":
            wait = min(FIRST_WAIT * 2 ** min(mail.tries - 1, 10), LONGEST_WAIT)
            self._postpone(mail, outcome.answer, self._clock() + wait, mail.tries)
        else:
            self._tell(mail, shelf, DONE[outcome.kind], outcome.answer)
        return 0

    def _postpone(self, mail: Mail, answer: str, until: datetime, tries: int) -> None:
        self._store.write([postponing(mail, answer, self._clock(), until, tries)])

    def _tell(self, mail: Mail, shelf: Shelf, state: str, answer: str) -> None:
        now = self._clock()
        at = now + timedelta(seconds=shelf.conference.offset_s)
        tell(self._store, Stamp(by=mail.account, at=now), mail, state, answer, at)


def start(
    settings: Settings,
    store: Store,
    library: Library,
    clock: Callable[[], datetime],
    stop: Event,
) -> Thread | None:
    """Let a postman work until told to stop; none where no mail server is set."""
    if not settings.mails:
        return None
    postman = Postman(settings, store, library, clock)
    thread = Thread(target=postman.run, args=(stop,), name="postman", daemon=True)
    thread.start()
    atexit.register(end, thread, stop)
    return thread


def end(thread: Thread, stop: Event) -> None:
    """Let a server that is told to stop finish the mail in hand: else it would be sent again."""
    stop.set()
    thread.join(LAST_MAIL_S)
