"""Addresses from people's lists: which of them a mail can go to, and which are named as wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference.rules.mail_address import deliverable


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("dao@sonoivu.kiengiang.gov.vn", "dao@sonoivu.kiengiang.gov.vn"),
        ("dao@example.vn\r\n", "dao@example.vn"),
        (" nguyen.thi-dao+moi@Example.VN ", "nguyen.thi-dao+moi@example.vn"),
        ("đào@example.vn", "đào@example.vn"),
        ("dao@bücher.example", "dao@xn--bcher-kva.example"),
        (f"{'a' * 64}@example.vn", f"{'a' * 64}@example.vn"),
    ],
)
def test_an_address_is_taken_with_its_domain_in_ascii(written: str, address: str) -> None:
    assert deliverable(written) == address


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        "dao",
        "@example.vn",
        "dao@",
        "dao@example",
        "dao@10.0.0.1",
        "dao@example..vn",
        "dao@-example.vn",
        "dao@exam ple.vn",
        "dao..le@example.vn",
        "a@example.vn, b@example.vn",
        "a@example.vn; b@example.vn",
        "Đào <dao@example.vn>",
        "dao@example.vn\nBcc: tat-ca@example.vn",
        f"{'a' * 65}@example.vn",
        f"dao@{'a' * 64}.vn",
        f"dao@{'a.' * 126}vn",
    ],
)
def test_what_is_no_address_is_none(written: str | None) -> None:
    assert deliverable(written) is None


@given(st.text(max_size=40))
def test_no_address_holds_what_could_end_a_header(written: str) -> None:
    for found in (deliverable(written), deliverable(f"a{written}@example.vn")):
        assert found is None or not set(found) & set(" \t\r\n<>,;:\0")
