"""Reads a second under gunicorn, beside a bare Flask view that answers as many bytes."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from _figures import in_turn, sized, tell
from _log import fill, grown
from _servers import bearer, fetched, served, signed_in
from _stores import emptied, environment

FACTS = sized(4_000, 600)
"""Facts of the conference that is read: the demo's with 400 guests, on its day."""

SECONDS = sized(10, 1) / 10
"""Of one round of one figure."""

CONNECTIONS = 4
"""Connections that stay open, each asking again when it is answered."""

CLIENT = Path(__file__).with_name("_client.py")
API = ("attendance", "agenda", "guests")
PAGES = ("agenda", "attendance", "guests")


def main() -> None:
    facts = grown(FACTS)
    with emptied("SQLite") as settings:
        fill(settings, facts)
        path, env = f"/conferences/{facts[0].conference_id}", environment(settings)
        with served("wsgi:app", env) as port, served("_bare:app", dict(os.environ)) as bare:
            token, cookie = bearer(settings), signed_in(settings, port)
            partial = {**cookie, "HX-Request": "true"}
            for name in API:
                measured(f"API read: {name}", port, bare, f"/api/v1{path}/{name}", token)
            for name in PAGES:
                measured(f"page: {name}", port, bare, f"{path}/{name}", cookie)
            measured("partial: agenda", port, bare, f"{path}/agenda", partial)


def measured(name: str, port: int, bare: int, path: str, headers: Mapping[str, str]) -> None:
    status, body, _ = fetched(port, path, headers)
    assert status == 200, f"{path}: {status}"
    ours, floor = in_turn(
        lambda: rate(port, path, headers), lambda: rate(bare, f"/bytes/{len(body)}", {})
    )
    tell(name, "reads/s", ours, floor, ">= 0.4", bytes=len(body))


def rate(port: int, path: str, headers: Mapping[str, str]) -> float:
    said = [f"{name}: {value}" for name, value in headers.items()]
    command = [sys.executable, str(CLIENT), str(port), path, str(SECONDS), str(CONNECTIONS), *said]
    told = subprocess.run(command, check=True, timeout=120, capture_output=True)
    return json.loads(told.stdout)["rate"]


if __name__ == "__main__":
    main()
