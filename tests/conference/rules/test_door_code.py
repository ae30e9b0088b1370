"""The door code: read back as it was written, and worth nothing once any part of it is changed."""

import ast
from base64 import b32decode, b32encode
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from builders import id
from hypothesis import given
from hypothesis import strategies as st

from conference.rules import door_code as rules_door_code
from conference.rules.door_code import LATEST, door_code, ours, read_code

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
GUEST = id("guest")
CODE = door_code(KEY, GUEST, 3)


def admits(text: str, key: bytes = KEY) -> bool:
    code = read_code(text)
    return code is not None and ours(key, code)


@given(st.uuids(), st.integers(0, LATEST))
def test_a_code_says_whose_it_is_and_of_which_revision(guest: UUID, revision: int) -> None:
    code = read_code(door_code(KEY, guest, revision))
    assert code is not None
    assert (code.invitation, code.revision, ours(KEY, code)) == (guest, revision, True)


def test_a_code_is_56_characters_of_the_alphanumeric_mode() -> None:
    assert (len(CODE), set(CODE) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")) == (56, True)


@pytest.mark.parametrize(
    "typed", [CODE, CODE.lower(), f" {CODE}\r\n", f"HTTPS://LE-DAI.EXAMPLE/D/{CODE}"]
)
def test_a_code_is_read_as_a_scanner_types_it(typed: str) -> None:
    assert admits(typed)


@pytest.mark.parametrize(
    "typed",
    ["", CODE[:-1], CODE + "A", CODE[:-1] + "1", f"{CODE} {CODE}", f"ş{CODE[1:]}", "x" * 10_000],
)
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


def test_every_flipped_bit_is_noticed() -> None:
    raw = b32decode(CODE)
    for bit in range(len(raw) * 8):
        changed = bytearray(raw)
        changed[bit // 8] ^= 1 << bit % 8
        assert not admits(b32encode(bytes(changed)).decode())


@pytest.mark.parametrize("version", [0, 2, 255])
def test_another_version_is_none(version: int) -> None:
    raw = bytes([version]) + b32decode(CODE)[1:]
    assert read_code(b32encode(raw).decode()) is None


def test_ten_thousand_random_codes_admit_nobody() -> None:
    random = Random(2019)
    codes = (b32encode(b"\1" + random.randbytes(34)).decode() for _ in range(10_000))
    assert [code for code in codes if admits(code)] == []


def test_another_conferences_key_does_not_admit() -> None:
    assert not admits(CODE, OTHER_KEY)


def compared(source: str) -> list[str]:
    """How the signature is compared in `ours`: every comparison there, by what compares."""
    tree = ast.parse(source)
    (judge,) = (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name == "ours")
    calls = [ast.unparse(n.func) for n in ast.walk(judge) if isinstance(n, ast.Call)]
    plain = [ast.unparse(n) for n in ast.walk(judge) if isinstance(n, ast.Compare)]
    return [one for one in calls if "compare" in one] + plain


def test_a_signature_is_compared_in_the_same_time_for_any_wrong_one() -> None:
    """A comparison that stops at the first wrong byte tells a guesser how many were right."""
    source = Path(rules_door_code.__file__).read_text("utf-8")
    assert compared(source) == ["hmac.compare_digest"]


def test_a_comparison_that_stops_early_is_seen() -> None:
    twin = "def ours(key, code):\n    return signature(key, code.signed) == code.signature\n"
    assert compared(twin) == ["signature(key, code.signed) == code.signature"]
