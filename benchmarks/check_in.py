"""Check-ins a second over HTTP under gunicorn, with their waits and the server's CPU, by 8 and 64
doors; beside a bare Flask that checks a signature and writes one durable row."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from _doors import PATH, WORKERS, arrived, invited, said
from _figures import ROUNDS, SMALL, rounded, sized
from _servers import bearer, cpu_of_servers, served
from _stores import KINDS, emptied, environment

from conference.config import Settings

SCANS = sized(600, 24)
"""Of one round: each of another guest."""

DOORS = (8,) if SMALL else (8, 64)
APPS = {"ours": "wsgi:app", "ours, a commit for each": "_unshared:app", "floor": "_bare_door:app"}
SCANNER = Path(__file__).with_name("_scanner.py")


def main() -> None:
    for kind in KINDS:
        for doors in DOORS:
            with emptied(kind) as settings:
                tell(kind, doors, measured(settings, doors, WORKERS[kind]))


def measured(settings: Settings, doors: int, workers: int) -> dict[str, list[dict[str, float]]]:
    """Rounds of every app in turn, all over one store."""
    codes = invited(settings, SCANS * 2 * ROUNDS)
    parts = [codes[start : start + SCANS] for start in range(0, len(codes), SCANS)]
    headers, taken = bearer(settings), {name: [] for name in APPS}
    for number in range(ROUNDS):
        for name, app in APPS.items():
            some = parts[2 * number + (name == "ours, a commit for each")]
            path = "/scan" if name == "floor" else PATH
            taken[name].append(played(settings, app, workers, path, doors, some, headers))
    assert arrived(settings) == len(codes), "a scan was answered and nobody was let in"
    return taken


def played(
    settings: Settings,
    app: str,
    workers: int,
    path: str,
    doors: int,
    codes: list[str],
    headers: Mapping[str, str],
) -> dict[str, float]:
    """One round: a server of its own, every code once."""
    file = settings.data_dir / "scans.jsonl"
    file.write_text("\n".join(json.dumps(said(one)) for one in codes), "ascii")
    told = [f"{name}: {value}" for name, value in headers.items()]
    with served(app, environment(settings), workers) as port:
        command = [sys.executable, str(SCANNER), str(port), path, str(doors), str(file), *told]
        before = cpu_of_servers()
        answer = subprocess.run(command, check=True, timeout=300, capture_output=True)
        spent = cpu_of_servers() - before
    return {**json.loads(answer.stdout), "cpu_ms": 1e3 * spent / len(codes)}


def tell(kind: str, doors: int, taken: dict[str, list[dict[str, float]]]) -> None:
    """One line for each app, as medians of its rounds; waits in ms."""
    floor = median(one["rate"] for one in taken["floor"])
    for name, rounds in taken.items():
        half = {key: median(one[key] for one in rounds) for key in rounds[0]}
        waits = {f"{key}_ms": rounded(1e3 * half[key]) for key in ("p50", "p95", "p99")}
        where = f"{doors} doors, {kind}, {WORKERS[kind]} worker(s)"
        line = {"figure": f"check-ins, {where}: {name}", "unit": "scans/s"}
        rates = {"ours": rounded(half["rate"]), "floor": rounded(floor)}
        line |= {**rates, "ratio": rounded(half["rate"] / floor), **waits}
        cpu = {"cpu_ms_a_scan": rounded(half["cpu_ms"]), "client_cpu": rounded(half["client_cpu"])}
        print(json.dumps({**line, **cpu}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
