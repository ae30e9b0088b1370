"""T11: doors scan through a network that delays, drops, doubles, cuts and reorders, and ask again
until they are answered: each guest is let in once, and each door shows what the server decided."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException

import pytest
from builders import KIEN_GIANG
from builders_load import figure, kind_of, posted, rounds
from builders_proxy import FATES, Proxy
from builders_serving import SAFE, doors_of, server

from conference import vault_door
from conference.config import Settings
from conference.store import Store
from events.attendance import GuestCheckedIn

DOORS, LATE_S, PATIENCE_S = 6, 0.15, 0.5
FORGETFUL = "reliability.unsafe_forgetful:app"


@dataclass
class Play:
    """Every guest comes to two doors; what each door showed last, by scan id."""

    port: int
    token: str
    shown: dict[str, str] = field(default_factory=dict)
    tries: Counter[int] = field(default_factory=Counter)

    def door(self, number: int, codes: list[str]) -> None:
        for n, code in enumerate(codes):
            self.scan(code, f"door {number} scan {n}", number)

    def scan(self, code: str, scan_id: str, number: int) -> None:
        body = {"token": code, "scan_id": scan_id, "door": f"Cửa {number}"}
        while scan_id not in self.shown:
            self.tries[number] += 1
            connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
            with suppress(OSError, HTTPException, ValueError):
                status, answer = posted(connection, self.token, body)
                assert status in (200, 503), answer
                if status == 200:
                    self.shown[scan_id] = answer["verdict"]
            connection.close()


def played(settings: Settings, guests: int, seed: int, app: str = SAFE) -> tuple[Play, Proxy]:
    token, codes = doors_of(settings, guests)
    twice = codes * 2
    random.Random(seed).shuffle(twice)
    with server(settings, app) as port:
        network = Proxy(port, seed, LATE_S)
        play = Play(network.port, token)
        with ThreadPoolExecutor(DOORS) as pool:
            list(pool.map(play.door, range(DOORS), (twice[n::DOORS] for n in range(DOORS))))
        network.close()
    return play, network


@pytest.mark.slow
def test_each_guest_is_let_in_once_and_each_door_shows_it(any_settings: Settings) -> None:
    guests, seed = rounds(50, each=125), random.randrange(10**6)
    play, network = played(any_settings, guests, seed)
    store = Store(any_settings)
    decided = {id: vault_door.answered(store, KIEN_GIANG, id)[0] for id in play.shown}
    wrong = [id for id, one in decided.items() if one is None or one.verdict != play.shown[id]]
    facts = [fact for _, fact in store.facts(0, 10**6) if isinstance(fact, GuestCheckedIn)]
    store.close()
    asked = {"scans": len(play.shown), "tries": play.tries.total(), "seed": seed}
    figure("T11", store=kind_of(any_settings), **asked, mismatches=len(wrong), met=network.met)
    assert set(network.met) == set(FATES)
    assert wrong == []
    assert Counter(play.shown.values()) == {"admitted": guests, "already": guests}
    assert len(facts) == len({fact.originator_id for fact in facts}) == guests


@pytest.mark.slow
def test_the_broken_twin_is_seen_to_tell_doors_what_is_not_so(any_settings: Settings) -> None:
    play, _ = played(any_settings, 50, 11, FORGETFUL)
    assert Counter(play.shown.values())["admitted"] < 50
