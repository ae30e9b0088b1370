"""`./run serve --lan` as an organiser starts it: real processes, real TLS."""

import re
import runpy
import socket
import ssl
import urllib.request
from pathlib import Path
from urllib.error import URLError

import psutil
import pytest
from builders_lan import lan, pair_of_ports
from test_run import RUN, refused, run

pytestmark = pytest.mark.slow


def authority_of(data: Path) -> bytes:
    return (data / "lan" / "authority.pem").read_bytes()


def test_it_serves_https_under_its_own_authority_and_again_at_the_next_start(
    tmp_path: Path,
) -> None:
    with lan(tmp_path / "data") as served:
        first, kept = served.answer("/health"), authority_of(served.data)
        assert {served.answer("/health", name) for name in ("localhost", "127.0.0.1")} == {first}
        assert served.links["organizer"].startswith(f"https://127.0.0.1:{served.port}/sign-in/")
        with pytest.raises(URLError, match="self-signed certificate in certificate chain"):
            urllib.request.urlopen(f"https://127.0.0.1:{served.port}/health")
        trust_page = f"http://127.0.0.1:{served.port + 1}/lan/trust"
        with urllib.request.urlopen(trust_page) as page:
            digits = re.sub(r"<[^>]+>|:|\s", "", page.read().decode())
        print_ = re.findall(r"SHA-256 ([0-9A-F:]{95})", served.printed)
        assert print_[0].replace(":", "") in digits
        assert served.printed.count("█") > 200
    with lan(served.data, port=served.port) as again:
        assert again.answer("/health") == first
    assert authority_of(served.data) == kept


def test_no_older_tls_is_spoken(tmp_path: Path) -> None:
    with lan(tmp_path / "data") as served:
        old = ssl.create_default_context(cafile=served.trust)
        with socket.create_connection(("127.0.0.1", served.port)) as plain:
            assert old.wrap_socket(plain, server_hostname="localhost").version() == "TLSv1.3"
        assert ssl.get_server_certificate(("127.0.0.1", served.port)).count("BEGIN") == 1


def test_a_taken_port_of_the_helper_is_told(tmp_path: Path) -> None:
    port = pair_of_ports()
    with socket.create_server(("127.0.0.1", port + 1)):
        bind = ("--bind", f"127.0.0.1:{port}", "--data", str(tmp_path / "data"))
        done = run({"LANG": "en_GB.UTF-8", "PATH": "/usr/bin:/bin"}, "serve", "--lan", *bind)
    words = f"Port {port + 1} is taken by another program; try --bind 127.0.0.1:8001."
    refused(done, words)


@pytest.mark.parametrize(
    ("bind", "sentence"),
    [
        ("8.8.8.8:8000", "8.8.8.8 is no address of a private network; "),
        ("nonsense", "With --lan, --bind is written like 192.168.1.5:8000; "),
    ],
)
def test_an_address_that_is_not_private_is_told(tmp_path: Path, bind: str, sentence: str) -> None:
    said = ("--lan", "--bind", bind, "--data", str(tmp_path / "data"))
    done = run({"LANG": "en_GB.UTF-8", "PATH": "/usr/bin:/bin"}, "serve", *said)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"Error: {sentence}")
    assert len(done.stderr.splitlines()) == 1


def test_an_address_that_is_gone_is_noticed() -> None:
    stands = runpy.run_path(str(RUN), run_name="read")["stands"]
    assert stands("127.0.0.1")
    assert [stands(host) for host in ("203.0.113.7", "2001:db8::7")] == [False, False]


def test_the_helper_may_end_without_the_house(tmp_path: Path) -> None:
    with lan(tmp_path / "data") as served:
        helpers = [
            one
            for one in psutil.process_iter(["cmdline"])
            if f"127.0.0.1:{served.port + 1}" in (one.info["cmdline"] or ())
        ]
        for one in helpers:
            one.kill()
        psutil.wait_procs(helpers, timeout=20)
        assert helpers
        assert '"status":"ok"' in served.answer("/health")
