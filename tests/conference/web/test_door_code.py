"""The address in a letter's QR code: it says what the code is for, and never whose it is."""

from collections.abc import Iterator

import pytest
from builders_door import code, hall
from builders_doors import serving, store_of
from flask import Flask

from conference.config import Settings


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    with serving(settings) as made:
        yield made


def test_a_code_and_a_forged_one_open_the_same_page_of_nobody(app: Flask) -> None:
    (guest,) = hall(store_of(app), "Lê Thị Lan")
    known = app.test_client().get(f"/D/{code(store_of(app), guest)}")
    forged = app.test_client().get(f"/D/{'A' * 56}")
    assert (known.status_code, forged.status_code) == (200, 200)
    shown, same = (page.text.partition("<main")[2] for page in (known, forged))
    assert shown == same
    assert ("Mã vào cửa" in known.text, "Lan" in known.text) == (True, False)
