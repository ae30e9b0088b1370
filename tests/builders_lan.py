"""Builders of a hall's own network: served by `./run serve --lan`, trusted by a browser or not."""

import ctypes
import os
import re
import signal
import ssl
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from builders_journeys import ROOT, START_S, free_port

TRUSTED = b"C,,"
"""NSS: an authority that is trusted to vouch for servers."""


@dataclass(frozen=True)
class Served:
    """What a start printed, and where it answers."""

    printed: str
    data: Path
    port: int

    @property
    def links(self) -> dict[str, str]:
        return dict(re.findall(r"^(\w+) +(https://\S+)$", self.printed, re.MULTILINE))

    @property
    def trust(self) -> Path:
        return self.data / "lan" / "authority.crt"

    def answer(self, path: str, host: str = "127.0.0.1") -> str:
        """What it answers to a program that trusts the authority and nobody else."""
        trusting = ssl.create_default_context(cafile=self.trust)
        address = f"https://{host}:{self.port}{path}"
        with urllib.request.urlopen(address, timeout=START_S, context=trusting) as found:
            return str(found.read().decode())


@contextmanager
def lan(data: Path, *words: str, port: int | None = None) -> Iterator[Served]:
    """`./run serve --lan` on loopback, once it has printed its links; then Ctrl-C."""
    port = port or pair_of_ports()
    kept = {name: value for name, value in os.environ.items() if "CONFERENCE" not in name}
    bind = ("--lan", "--bind", f"127.0.0.1:{port}", "--data", str(data))
    server = subprocess.Popen(
        [sys.executable, str(ROOT / "run"), "serve", *bind, *words],
        env=kept | {"LANG": "en_GB.UTF-8"},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert server.stdout is not None
    try:
        lines = list(iter(server.stdout.readline, "Ctrl-C để dừng / Ctrl-C stops.\n"))
        yield Served("".join(lines), data, port)
    finally:
        os.killpg(server.pid, signal.SIGINT)
        assert server.wait(START_S) == 0
        server.stdout.close()


def pair_of_ports() -> int:
    """A free port whose next one is free as well."""
    while True:
        port = free_port()
        if is_free(port + 1):
            return port


def is_free(port: int) -> bool:
    probe = subprocess.run(
        [sys.executable, "-c", f"import socket; socket.socket().bind(('127.0.0.1', {port}))"],
        capture_output=True,
    )
    return probe.returncode == 0


def trusting_home(folder: Path, certificate: bytes) -> dict[str, str]:
    """The environment of a browser whose user has installed this authority (DER): a home with a
    database of NSS, which Chromium reads on Linux."""
    database = folder / ".pki" / "nssdb"
    database.mkdir(parents=True)
    code = f"import builders_lan; builders_lan.install({str(database)!r}, {certificate!r})"
    told = os.environ | {"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
    subprocess.run([sys.executable, "-c", code], check=True, env=told, timeout=START_S)
    return dict(os.environ) | {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "none")}


class Item(ctypes.Structure):
    """NSS: SECItem, some bytes."""

    _fields_ = [("kind", ctypes.c_uint), ("data", ctypes.c_char_p), ("size", ctypes.c_uint)]


def install(database: str, certificate: bytes) -> None:
    """What `certutil -A -t C,,` does, by NSS itself; in a process of its own, which it keeps."""
    nss, handle = ctypes.CDLL("libnss3.so"), ctypes.c_void_p
    for name in ("PK11_GetInternalKeySlot", "PK11_FindCertFromNickname", "CERT_GetDefaultCertDB"):
        getattr(nss, name).restype = handle
    assert nss.NSS_InitReadWrite(f"sql:{database}".encode()) == 0
    slot = handle(nss.PK11_GetInternalKeySlot())
    if nss.PK11_NeedUserInit(slot):
        assert nss.PK11_InitPin(slot, None, b"") == 0
    whole = Item(0, certificate, len(certificate))
    nickname, trust = b"Le dai", (ctypes.c_uint * 3)()
    assert nss.PK11_ImportDERCert(slot, ctypes.byref(whole), ctypes.c_ulong(0), nickname, 0) == 0
    found = handle(nss.PK11_FindCertFromNickname(nickname, None))
    assert nss.CERT_DecodeTrustString(trust, TRUSTED) == 0
    assert nss.CERT_ChangeCertTrust(handle(nss.CERT_GetDefaultCertDB()), found, trust) == 0
    nss.NSS_Shutdown()
