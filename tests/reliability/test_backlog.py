"""T10: two thousand queued scans of eight devices arrive beside live scans; each counts once."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from time import perf_counter

import pytest
from builders import KIEN_GIANG, STAMP
from builders_commands import HERE
from builders_door import code, hall
from builders_journeys import free_port, started
from builders_load import Doors, figure, kind_of, posted, rounds
from builders_seating import hall_said

from conference import vault_roles
from conference.commands.seating import adopt_hall, choose_reserve
from conference.config import Settings
from conference.store import Store
from projections.library import Library

DEVICES, EACH, LIVE = 8, 250, 40
WALKED, RESERVE = 25, 40
"""Of so many entries one is a walk-in; seats that all doors give away at once."""


def sent(port: int, token: str, device: int, codes: list[str]) -> list[str]:
    """A device's whole queue as one backlog; its verdicts. One of WALKED is a walk-in."""
    who = {"kind": "walk_in", "name": "Hồ Văn C", "body": "Báo", "voucher": "Thư ký"}
    scans = [
        {"scan_id": f"device {device} scan {n}", "shown": "admitted"}
        | (who if n % WALKED == 0 else {"token": one})
        for n, one in enumerate(codes)
    ]
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    status, answer = posted(connection, token, {"scans": scans})
    connection.close()
    assert status == 200, answer
    return [one["verdict"] for one in answer["answers"]]


@pytest.mark.slow
@pytest.mark.parametrize("number", range(rounds(1)))
def test_a_backlog_of_eight_devices_is_taken_beside_live_scans(
    any_settings: Settings, number: int
) -> None:
    store = Store(any_settings)
    guests = hall(store, *(f"Khách {n}" for n in range(DEVICES * EACH + LIVE)))
    codes = [code(store, guest) for guest in guests]
    adopt_hall(store, STAMP, **HERE, **hall_said(RESERVE))
    choose_reserve(store, STAMP, **HERE, seats=[f"A-{n:02d}" for n in range(1, RESERVE + 1)])
    token = vault_roles.token_of_role(store, "reception", "Lễ tân", STAMP.at)
    port = free_port()
    server, live = started(any_settings, port), Doors(port, token)
    queues = [codes[n * EACH : (n + 1) * EACH] for n in range(DEVICES)]
    try:
        with ThreadPoolExecutor(DEVICES + 1) as pool:
            scanning = pool.submit(live.scan, codes[DEVICES * EACH :], 2)
            begun = perf_counter()
            answers = list(pool.map(lambda n: sent(port, token, n, queues[n]), range(DEVICES)))
            drained_s = perf_counter() - begun
            scanning.result()
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()
    slowest = {"drained_s": round(drained_s, 2), "live_max_ms": round(1_000 * max(live.took_s))}
    figure("T10", store=kind_of(any_settings), round=number, scans=DEVICES * EACH, **slowest)
    assert answers == [["admitted"] * EACH] * DEVICES
    assert (live.statuses, live.unanswered) == ([200] * LIVE, [])
    shelf = Library(store.facts).shelf(KIEN_GIANG)
    assert shelf.attendance.present == len(codes)
    given = shelf.seating_plan.seat_by_guest
    assert (len(given), shelf.seating_plan.free_reserve) == (RESERVE, ())
    store.close()
