"""T17: forged, foreign, old, cut and random codes over HTTP: none admits, each is answered by its
kind, always with status 200."""

import random
from base64 import b32decode, b32encode, b32hexencode, b64encode, urlsafe_b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from time import perf_counter

import pytest
from builders import KIEN_GIANG, STAMP, id
from builders_commands import HERE, plan
from builders_door import code, hall, invite
from builders_load import figure, kind_of, posted, rounds
from builders_serving import SAFE, server

from conference import vault_door, vault_roles
from conference.commands.invitation_answers import reissue_invitation, withdraw_invitation
from conference.config import Settings
from conference.rules.door_code import SIGNED, VERSION, door_code, ours, read_code, signature
from conference.store import Store
from projections.library import Library

TRUSTING = "reliability.unsafe_trusting:app"
PART = 2_000
FLOOR = 1_500
"""Codes that must be checked in a second (reliability.md, T17)."""

Kinds = dict[str, tuple[str, list[str]]]
"""What is tried, by its name: the verdict that it deserves, and the codes."""


def kinds(store: Store, genuine: str) -> Kinds:
    """Everything that is made of a genuine code of a guest who has not come yet."""
    raw, key = b32decode(genuine), vault_door.door_key(store, KIEN_GIANG)
    guest, away, lost = hall(store, "Lê Thị Lan", "Rút", "Mất giấy")
    plan(store, conference_id=id("theirs"))
    invite(store, "Khách bạn", conference_id=id("theirs"))
    withdraw_invitation(store, STAMP, **HERE, guest=away, reason="không mời nữa")
    reissue_invitation(store, STAMP, **HERE, guest=lost, reason="mất giấy")
    return {
        "bit flipped": ("unknown", [b32encode(one).decode() for one in flipped(raw)]),
        "other key": ("unknown", [door_code(bytes(32), guest, n) for n in range(20)]),
        "other conference": (
            "other_conference",
            [code(store, id("Khách bạn"), conference=id("theirs"))],
        ),
        "withdrawn": ("withdrawn", [code(store, away)]),
        "replaced": ("replaced", [code(store, lost)]),
        "a revision to come": ("replaced", [code(store, guest, 1), code(store, guest, 2**16 - 1)]),
        "cut": ("unknown", [genuine[:n] for n in range(1, 56)] + [genuine[n:] for n in (1, 8)]),
        "other version": ("unknown", [versioned(key, raw, n) for n in (0, 2, 255)]),
        "other alphabet": ("unknown", alphabets(raw)),
        "dressed up": ("unknown", dressed(genuine)),
    }


def flipped(raw: bytes) -> Iterator[bytes]:
    for bit in range(8 * len(raw)):
        changed = bytearray(raw)
        changed[bit // 8] ^= 1 << bit % 8
        yield bytes(changed)


def versioned(key: bytes, raw: bytes, version: int) -> str:
    """Rightly signed, of a version that there is not."""
    said = bytes([version]) + raw[1:SIGNED]
    return b32encode(said + signature(key, said)).decode()


def alphabets(raw: bytes) -> list[str]:
    encoded = (b64encode, urlsafe_b64encode, b32hexencode)
    return [one(raw).decode() for one in encoded] + [raw.hex(), raw.hex().upper()]


def dressed(genuine: str) -> list[str]:
    """Letters that look or fold alike, and what somebody might put around them."""
    wide = "".join(chr(ord(char) + 0xFEE0) for char in genuine)
    around = (
        f"{genuine}=",
        f"{genuine}{genuine}",
        f"{genuine}?x",
        f"{genuine[:28]} {genuine[28:]}",
    )
    swapped = genuine.replace("A", "\u0410").replace("I", "\u0130").replace("K", "\u212a")
    return [wide, *around, swapped if swapped != genuine else wide, f"{genuine}/../{'A' * 56}"]


def drawn(count: int, seed: int) -> list[str]:
    """Random codes of the right form; every second one is of the right version."""
    chance = random.Random(seed)
    raws = (chance.randbytes(35) for _ in range(count))
    return [
        b32encode(bytes([VERSION]) + raw[1:] if n % 2 else raw).decode()
        for n, raw in enumerate(raws)
    ]


@dataclass
class Door:
    """A door that sends lists of scans, each scan under an id of its own."""

    port: int
    token: str
    sent: int = 0

    def verdicts(self, codes: list[str]) -> list[str]:
        found: list[str] = []
        for start in range(0, len(codes), PART):
            part = codes[start : start + PART]
            scans = [{"token": one, "scan_id": f"{self.sent + n}"} for n, one in enumerate(part)]
            self.sent += len(part)
            connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
            status, answer = posted(connection, self.token, {"scans": scans})
            connection.close()
            assert status == 200, answer
            found += [one["verdict"] for one in answer["answers"]]
        return found


def tried(settings: Settings, count: int, app: str = SAFE) -> tuple[Counter[str], int, float]:
    """What was answered otherwise than it deserves, by kind; how many random codes got in; codes
    answered a second."""
    store = Store(settings)
    genuine = code(store, id("Lê Thị Lan"))
    known = kinds(store, genuine)
    token = vault_roles.token_of_role(store, "reception", "Lễ tân", STAMP.at)
    store.close()
    wrong: Counter[str] = Counter()
    with server(settings, app) as port:
        door = Door(port, token)
        for name, (deserved, codes) in known.items():
            wrong[name] = sum(one != deserved for one in door.verdicts(codes))
        begun = perf_counter()
        strange = Counter(door.verdicts(drawn(count, count)))
        speed = count / (perf_counter() - begun)
        last = door.verdicts([genuine.lower(), genuine, f"HTTPS://LE-DAI.VN/D/{genuine}"])
    wrong["the genuine one, and its replay"] = int(last != ["admitted", "already", "already"])
    return +wrong, count - strange["unknown"], speed


@pytest.mark.slow
def test_none_admits_and_each_is_answered_by_its_kind(any_settings: Settings) -> None:
    count = rounds(10_000, each=10_000)
    wrong, admitted, speed = tried(any_settings, count)
    store = Store(any_settings)
    assert Library(store.facts).shelf(KIEN_GIANG).attendance.present == 1
    store.close()
    told = {"random": count, "admitted": admitted, "answered_per_s": round(speed)}
    figure("T17", store=kind_of(any_settings), **told, checked_per_s=round(checked(2_000)))
    assert (wrong, admitted) == (Counter(), 0)


@pytest.mark.slow
def test_the_broken_twin_is_seen_to_believe_forged_codes(any_settings: Settings) -> None:
    wrong, _, _ = tried(any_settings, 10, TRUSTING)
    assert wrong["bit flipped"] > 0
    assert wrong["other key"] > 0


def checked(count: int) -> float:
    """Codes a second that are read and whose signature is looked at, in this process."""
    codes, key = drawn(count, 1), bytes(32)
    begun = perf_counter()
    for one in codes:
        found = read_code(one)
        assert found is None or not ours(key, found)
    return count / (perf_counter() - begun)


def test_codes_are_checked_faster_than_any_door_scans() -> None:
    assert max(checked(500) for _ in range(5)) > FLOOR
