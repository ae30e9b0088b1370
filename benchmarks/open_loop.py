"""Guests who come by the clock, 5 to 400 a second, and a conference of 100,000: how long each waits
for the verdict; beside a bare Flask that checks a signature and writes one durable row."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import perf_counter

from _doors import PATH, WORKERS, invited, said
from _figures import SMALL, rounded, sized, tell
from _servers import bearer, cpu_of_servers, served
from _stores import KINDS, emptied, environment

from conference.config import Settings

RATES = (40,) if SMALL else (5, 50, 200, 400)
"""Guests a second."""

LASTS_S = sized(20, 1)
WARM = sized(100, 5)
"""Scans before the first that counts."""

HALL = WARM + LASTS_S * sum(RATES)
CROWD, CROWD_RATE = sized(100_000, HALL), RATES[-2 if len(RATES) > 1 else 0]
ON_TIME = Path(__file__).with_name("_on_time.py")
Waits = dict[str, float]


def main() -> None:
    for kind in KINDS:
        with emptied(kind) as settings:
            codes, headers = invited(settings, HALL), bearer(settings)
            floor = dict(played(settings, kind, "_bare_door:app", "/scan", codes, headers))
            for rate, waits in played(settings, kind, "wsgi:app", PATH, codes, headers):
                tell_waits(f"{rate} guests a second, {kind}", waits, floor[rate])
        crowded(kind, floor[CROWD_RATE])


def played(
    settings: Settings, kind: str, app: str, path: str, codes: list[str], headers: Mapping[str, str]
) -> Iterator[tuple[int, Waits]]:
    """Every rate in turn at one server, each code once."""
    with served(app, environment(settings), WORKERS[kind]) as port:
        scanned(settings, port, path, 20, codes[:WARM], headers)
        start = WARM
        for rate in RATES:
            some = codes[start : start + rate * LASTS_S]
            start += len(some)
            yield rate, scanned(settings, port, path, rate, some, headers)


def crowded(kind: str, floor: Waits) -> None:
    """A conference of 100,000: the first verdict after the start, then a usual stream of guests."""
    with emptied(kind) as settings:
        codes, headers = invited(settings, CROWD), bearer(settings)
        with served("wsgi:app", environment(settings), WORKERS[kind]) as port:
            begun = perf_counter()
            scanned(settings, port, PATH, 20, codes[:2], headers)
            first = perf_counter() - begun
            scanned(settings, port, PATH, 20, codes[2:WARM], headers)
            some = codes[WARM : WARM + CROWD_RATE * LASTS_S]
            waits = scanned(settings, port, PATH, CROWD_RATE, some, headers)
    where = f"{CROWD_RATE} guests a second of {CROWD:,}, {kind}"
    tell_waits(where, waits, floor, first_scan_s=rounded(first))


def scanned(
    settings: Settings,
    port: int,
    path: str,
    rate: int,
    codes: list[str],
    headers: Mapping[str, str],
) -> Waits:
    """The waits of these guests, and the server's processor time for each."""
    file = settings.data_dir / "scans.jsonl"
    file.write_text("\n".join(json.dumps(said(one)) for one in codes), "ascii")
    told = [f"{name}: {value}" for name, value in headers.items()]
    command = [sys.executable, str(ON_TIME), str(port), path, str(rate), str(file), *told]
    before = cpu_of_servers()
    answer = subprocess.run(command, check=True, timeout=300, capture_output=True)
    spent = 1e3 * (cpu_of_servers() - before) / len(codes)
    return {**json.loads(answer.stdout), "cpu_ms": spent}


def tell_waits(where: str, waits: Waits, floor: Waits, **more: float) -> None:
    """The slowest hundredth is the figure, the others stand beside it."""
    parts = {f"{name}_ms": rounded(1e3 * waits[name]) for name in ("p50", "p95", "p99.9")}
    parts |= {name: rounded(waits[name]) for name in ("rate", "cpu_ms", "client_cpu")}
    tell(f"{where}, p99", "ms", 1e3 * waits["p99"], 1e3 * floor["p99"], **parts, **more)


if __name__ == "__main__":
    main()
