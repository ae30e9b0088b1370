"""The script `run` as a stranger uses it: starts, stops, and one sentence for what cannot be."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RUN = ROOT / "run"
KIEN_GIANG = "2c77f7d3-fa6b-552c-bf52-f92003ee3461"
START_S = 60
"""Until the first answer of a server on a busy machine."""

pytestmark = pytest.mark.slow


@pytest.fixture
def environ() -> dict[str, str]:
    """What a stranger's shell has: nothing of ours."""
    kept = {name: value for name, value in os.environ.items() if "CONFERENCE" not in name}
    return kept | {"LANG": "en_GB.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}


def run(environ: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(RUN), *words]
    return subprocess.run(command, env=environ, capture_output=True, text=True, timeout=100)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(environ: dict[str, str], port: int, *words: str) -> Iterator[subprocess.Popen[str]]:
    """A server in a session of its own, once it has printed its links."""
    command = [sys.executable, str(RUN), "serve", "--bind", f"127.0.0.1:{port}", *words]
    server = subprocess.Popen(
        command, env=environ, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        yield server
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(START_S)
        assert server.stdout is not None
        server.stdout.close()


def printed(server: subprocess.Popen[str]) -> str:
    """What it prints until it says how to stop it."""
    assert server.stdout is not None
    lines = []
    for line in server.stdout:
        lines.append(line)
        if "Ctrl-C" in line:
            return "".join(lines)
    raise AssertionError(f"ended with {lines}")


def answer(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=START_S) as found:
        return str(found.read().decode())


def interrupted(server: subprocess.Popen[str]) -> int:
    """Ctrl-C reaches every process of the terminal; the exit code."""
    os.killpg(server.pid, signal.SIGINT)
    return server.wait(START_S)


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def test_it_serves_stops_and_starts_again_with_all_its_data(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    port, data = free_port(), str(tmp_path / "instance")
    with serving(environ, port, "--data", data, "--demo") as server:
        links = re.findall(
            r"^(\w+) +http://127.0.0.1:\d+(/sign-in/\S+)$", printed(server), re.MULTILINE
        )
        first = answer(port, "/health")
        assert answer(port, dict(links)["organizer"]).count("Vào làm việc") == 1
        assert interrupted(server) == 0
    assert [role for role, _ in links] == [
        *("organizer", "reception", "supervisor", "stage", "auditor", "admin")
    ]
    assert is_free(port)
    with serving(environ, port, "--data", data, "--demo") as server:
        printed(server)
        assert answer(port, "/health") == first
        assert interrupted(server) == 0
    assert is_free(port)


def test_a_stopped_server_leaves_a_log_that_checks(tmp_path: Path, environ: dict[str, str]) -> None:
    data = ("--data", str(tmp_path / "instance"))
    port = free_port()
    with serving(environ, port, *data, "--demo") as server:
        printed(server)
        server.terminate()
        assert server.wait(START_S) == 0
    checked = run(environ, "check", *data)
    assert checked.returncode == 0
    assert re.fullmatch(r"\d+ facts, [\d,]+ facts/s\n", checked.stdout)


def test_the_commands_do_what_the_help_says(tmp_path: Path, environ: dict[str, str]) -> None:
    data = ("--data", str(tmp_path / "instance"))
    token = run(environ, "token", "--role", "organizer", *data)
    assert (token.returncode, len(token.stdout.strip())) == (0, 43)
    taken = run(environ, "import", str(ROOT / "demo" / "kien-giang-2019.xlsx"), *data)
    assert (taken.returncode, taken.stdout.split()[0]) == (0, KIEN_GIANG)
    log = str(tmp_path / "log.jsonl")
    assert run(environ, "export", "kien-giang-2019", "--to", log, *data).returncode == 0
    again = run(environ, "import", log, "--data", str(tmp_path / "other"))
    assert (again.returncode, again.stdout.strip()) == (0, KIEN_GIANG)


def test_the_help_lists_every_command(environ: dict[str, str]) -> None:
    told = run(environ, "--help")
    commands = set(re.findall(r"^\./run (\w+)", told.stdout, re.MULTILINE))
    assert told.returncode == 0
    assert commands == {
        *("serve", "test", "torture", "bench", "lock"),
        *("token", "import", "export", "workbook", "check", "lint"),
    }


def refused(done: subprocess.CompletedProcess[str], english: str) -> None:
    """One sentence, in Vietnamese and English where the script itself says it; no trace."""
    lines = done.stderr.strip().splitlines()
    assert done.returncode != 0
    assert lines[-1].removeprefix("Error: ") == english
    assert len(lines) <= 2, done.stderr
    assert done.stdout == ""


def test_a_taken_port_is_told(environ: dict[str, str], tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = run(environ, "serve", "--bind", f"127.0.0.1:{port}", "--data", str(tmp_path))
    refused(done, f"Port {port} is taken by another program; try --bind 127.0.0.1:8001.")


@pytest.mark.parametrize("bind", ["nonsense", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:x", ""])
def test_an_address_that_is_none_is_told(environ: dict[str, str], bind: str) -> None:
    refused(run(environ, "serve", "--bind", bind), "--bind is written like 127.0.0.1:8000.")


def test_an_address_of_another_machine_is_told(environ: dict[str, str]) -> None:
    done = run(environ, "serve", "--bind", "203.0.113.7:8000")
    words = "203.0.113.7:8000 cannot be opened: it is no address of this machine, or not allowed."
    refused(done, words)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("serve", "--colour", "red"), "--colour is not understood; see ./run --help."),
        (("serve", "--bind"), "--bind needs a value."),
        (("serve", "--data"), "--data needs a value."),
        (
            ("serve", "--bind", "127.0.0.1:0", "--workers", "2"),
            "SQLite is served by one process; several need PostgreSQL.",
        ),
    ],
)
def test_an_option_that_cannot_be_is_told(
    environ: dict[str, str], words: tuple[str, ...], sentence: str
) -> None:
    refused(run(environ, *words), sentence)


def test_an_unknown_setting_is_refused_by_name(environ: dict[str, str], tmp_path: Path) -> None:
    told = environ | {"CONFERENCE_COLOUR": "red"}
    done = run(told, "serve", "--bind", f"127.0.0.1:{free_port()}", "--data", str(tmp_path))
    refused(done, "Unknown setting CONFERENCE_COLOUR")


@pytest.mark.parametrize("below", ["a file", "/proc"])
def test_a_folder_that_cannot_be_written_is_told(
    environ: dict[str, str], tmp_path: Path, below: str
) -> None:
    """Root may write everywhere, so the folder lies where nobody can make one."""
    (tmp_path / "a file").write_text("")
    data = str(tmp_path / below / "instance")
    done = run(environ, "serve", "--bind", f"127.0.0.1:{free_port()}", "--data", data)
    refused(done, f"The folder {data} cannot be written to.")


def test_a_python_that_is_too_old_is_told(environ: dict[str, str]) -> None:
    old = (
        "import runpy, sys; sys.version_info = (3, 9, 2); sys.argv = ['run']; "
        f"runpy.run_path({str(RUN)!r}, run_name='__main__')"
    )
    command = [sys.executable, "-c", old]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=60)
    refused(done, "Python 3.11 or newer is needed, this is 3.9.")


def test_no_network_on_the_first_start_is_told(tmp_path: Path, environ: dict[str, str]) -> None:
    for name in ("run", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, tmp_path)
    nowhere = f"http://127.0.0.1:{free_port()}/simple"
    away = dict.fromkeys(("PIP_INDEX_URL", "UV_INDEX_URL", "UV_DEFAULT_INDEX"), nowhere)
    away |= {"PIP_NO_CACHE_DIR": "1", "PIP_RETRIES": "0", "PIP_CONFIG_FILE": os.devnull}
    away |= {"UV_CACHE_DIR": str(tmp_path / "cache"), "UV_HTTP_RETRIES": "0"}
    command = [sys.executable, str(tmp_path / "run"), "check"]
    done = subprocess.run(command, env=environ | away, capture_output=True, text=True, timeout=110)
    assert done.returncode == 1
    sentence = "The libraries could not be installed; the first start needs the network."
    assert done.stderr.strip().splitlines()[-1] == sentence
    assert "Traceback" not in done.stderr
    assert not (tmp_path / ".venv" / "installed.sha256").exists()
