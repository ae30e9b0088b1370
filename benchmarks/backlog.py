"""Two thousand queued scans of eight doors that come back together, until the last is answered, and
how long live doors wait meanwhile; beside a bare Flask that checks as many signatures and writes as
many durable rows."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median, quantiles

from _doors import PATH, WORKERS, arrived, invited, said
from _figures import rounded, sized, tell
from _servers import bearer, served
from _stores import KINDS, emptied, environment

from conference.config import Settings

DEVICES, EACH = 8, sized(250, 5)
"""Doors that were away, and the scans in the queue of each."""

DOORS, MOST = 4, sized(100, 20)
"""Live doors, and the most that each of them scans."""

ROUNDS = sized(5, 1)
APPS = {"ours": ("wsgi:app", PATH, PATH), "floor": ("_bare_door:app", "/scans", "/scan")}
"""App, path of a queue and path of one scan."""

DRAIN = Path(__file__).with_name("_drain.py")
Told = dict[str, list[dict]]


def main() -> None:
    for kind in KINDS:
        taken: Told = {name: [] for name in APPS}
        for _ in range(ROUNDS):
            with emptied(kind) as settings:
                play(settings, WORKERS[kind], taken)
        tell_rounds(kind, taken)


def play(settings: Settings, workers: int, taken: Told) -> None:
    """One round of both over a hall of its own; every scan that was answered let somebody in."""
    codes = invited(settings, DEVICES * EACH + DOORS * MOST)
    write(settings.data_dir / "scans.json", codes)
    headers = bearer(settings)
    for name, (app, queue, scan) in APPS.items():
        with served(app, environment(settings), workers) as port:
            taken[name].append(drained(settings, port, queue, scan, headers))
    expected = DEVICES * EACH + taken["ours"][-1]["scanned"]
    assert arrived(settings) == expected, "a scan was answered and nobody was let in"


def write(file: Path, codes: list[str]) -> None:
    """What the client sends: a list for each door that was away, scans for each live one."""
    scans = [said(one, shown="admitted") for one in codes]
    queued, live = scans[: DEVICES * EACH], scans[DEVICES * EACH :]
    queues = [json.dumps({"scans": queued[n::DEVICES]}) for n in range(DEVICES)]
    doors = [list(map(json.dumps, live[n::DOORS])) for n in range(DOORS)]
    file.write_text(json.dumps({"queues": queues, "live": doors}), "ascii")


def drained(
    settings: Settings, port: int, queue: str, scan: str, headers: Mapping[str, str]
) -> dict:
    told = [f"{name}: {value}" for name, value in headers.items()]
    file = str(settings.data_dir / "scans.json")
    command = [sys.executable, str(DRAIN), str(port), queue, scan, file, *told]
    return json.loads(subprocess.run(command, check=True, timeout=300, capture_output=True).stdout)


def tell_rounds(kind: str, taken: Told) -> None:
    """The median of the rounds; waits of all rounds together."""
    ours, floor = (median(one["drained"] for one in taken[name]) for name in ("ours", "floor"))
    where = f"backlog of {DEVICES * EACH} scans from {DEVICES} doors, {kind}"
    slowest = max(one["drained"] for one in taken["ours"])
    cpu = rounded(median(one["client_cpu"] for one in taken["ours"]))
    tell(where, "s", ours, floor, "<= 5 s", slowest=rounded(slowest), client_cpu=cpu)
    waits = {
        name: [1e3 * w for one in rounds for w in one["waits"]] for name, rounds in taken.items()
    }
    cuts = {name: quantiles(some, n=100, method="inclusive") for name, some in waits.items()}
    for name, at, aim in (("p50", 49, ""), ("p99", 98, "<= 100 ms")):
        many = len(waits["ours"])
        live = f"live scans beside the backlog, {kind}, {name}"
        tell(live, "ms", cuts["ours"][at], cuts["floor"][at], aim, scans=many)


if __name__ == "__main__":
    main()
