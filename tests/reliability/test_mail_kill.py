"""kill -9 the server with a mail in its hand: each arrives, twice only where nobody can know."""

import os
import signal
from collections import Counter
from datetime import UTC, datetime
from subprocess import Popen
from time import monotonic, sleep

import pytest
from builders import KIEN_GIANG
from builders_journeys import free_port, started
from builders_load import rounds
from builders_mail import Taker, a_conference, address, mail_server, mailing, queued

from conference import vault_outbox
from conference.config import Settings
from conference.store import Store

NAMES = [f"Khách {number}" for number in range(12)]
HELD = 4
"""Mails that are through before one is held in hand."""

LEASE_S = 15
"""Seconds that the mail of who was killed is nobody else's, with a timeout of one second."""


def killed(server: Popen[bytes]) -> None:
    os.killpg(server.pid, signal.SIGKILL)
    server.wait()


def played(settings: Settings, taker: Taker, app: str = "wsgi:app") -> Store:
    """Serve, kill with a mail in hand, serve again until no mail is on its way."""
    store = Store(settings)
    a_conference(store, *NAMES)
    queued(store, now=datetime.now(UTC))
    with mail_server(taker) as port:
        sending = mailing(settings, port, mail_timeout_s=1)
        server = started(sending, free_port(), app)
        assert taker.in_hand.wait(30), "the postman had not begun"
        killed(server)
        taker.go.set()
        server = started(sending, free_port(), app)
        try:
            wait_until_settled(store)
        finally:
            killed(server)
    return store


def wait_until_settled(store: Store) -> None:
    end = monotonic() + LEASE_S + 30
    while monotonic() < end:
        counts = vault_outbox.counts(store, KIEN_GIANG)
        if not counts["queued"] + counts["sending"]:
            return
        sleep(0.1)
    raise AssertionError(counts)


def arrived(taker: Taker) -> Counter[str]:
    return Counter(to for to, _ in taker.taken)


@pytest.mark.slow
@pytest.mark.parametrize(("held", "copies"), [("before", 12), ("after", 13)])
def test_every_mail_arrives_and_a_second_copy_has_the_same_id(
    any_settings: Settings, held: str, copies: int
) -> None:
    """What the server took just before the kill comes again; nothing else does."""
    for _ in range(rounds(1)):
        taker = Taker(holds=HELD, held=held)
        store = played(any_settings, taker)
        store.close()
        assert set(arrived(taker)) == set(map(address, NAMES))
        assert (len(taker.taken), len(set(taker.ids()))) == (copies, 12)


@pytest.mark.slow
def test_a_server_that_is_told_to_stop_finishes_the_mail_in_hand(settings: Settings) -> None:
    taker, store = Taker(holds=HELD, held="after"), Store(settings)
    a_conference(store, *NAMES)
    queued(store, now=datetime.now(UTC))
    with mail_server(taker) as port:
        server = started(mailing(settings, port), free_port())
        assert taker.in_hand.wait(30), "the postman had not begun"
        server.terminate()
        sleep(0.2)
        taker.go.set()
        server.wait()
    counts = vault_outbox.counts(store, KIEN_GIANG)
    store.close()
    assert (counts["sent"], counts["sending"]) == (HELD + 1, 0)


@pytest.mark.slow
def test_the_broken_twin_is_seen_to_lose_a_mail(any_settings: Settings) -> None:
    taker = Taker(holds=HELD)
    played(any_settings, taker, "reliability.unsafe_mail:app").close()
    assert len(arrived(taker)) < len(NAMES), "one in hand at each kill, the last one included"
