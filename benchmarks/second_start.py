"""How long `./run serve` takes on a store that stands until it prints its links, beside gunicorn
with a bare Flask until that answers."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from _figures import in_turn, seconds, tell
from _servers import ROOT, served
from builders_journeys import free_port

READY = b"Ctrl-C"


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="le-dai-bench-") as folder:
        start = starting(Path(folder))
        start()
        ours, floor = in_turn(lambda: seconds(start), lambda: seconds(bare))
        tell("second start of ./run", "s", ours, floor, "< 2 s")


def starting(folder: Path) -> Callable[[], None]:
    """Start the demo and stop it again once it is ready; stopping is counted, some 0.1 s."""

    def start() -> None:
        command = [str(ROOT / "run"), "serve", "--demo", "--data", str(folder)]
        bind = ["--bind", f"127.0.0.1:{free_port()}"]
        with subprocess.Popen([*command, *bind], stdout=subprocess.PIPE) as server:
            assert server.stdout is not None
            next(line for line in server.stdout if READY in line)
            server.send_signal(signal.SIGINT)

    return start


def bare() -> None:
    with served("_bare:app", dict(os.environ)):
        pass


if __name__ == "__main__":
    main()
