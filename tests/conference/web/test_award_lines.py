"""Long lists of lines: a hundred a page, and a search over all instruments."""

import re
from collections.abc import Iterator

import pytest
from builders import KIEN_GIANG, STAMP, id
from builders_awards import a_line, an_instrument
from builders_commands import HERE, plan
from builders_doors import browser, csrf, serving, store_of
from flask import Flask

from conference.commands.awards import register_instrument
from conference.config import Settings
from projections.library import Library

AWARDS = f"/conferences/{KIEN_GIANG}/awards"
LONG = f"{AWARDS}/instruments/{id('long')}"


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """A conference with a decision of 250 lines and one of two."""
    with serving(settings) as made:
        store = store_of(made)
        plan(store)
        names = [f"Đơn vị số {n}" for n in range(1, 251)]
        for key, listed in (("long", names), ("short", ["Sở Y tế", "Đơn vị Số 7"])):
            said = an_instrument(*listed, title=key, number=key)
            register_instrument(store, STAMP, **HERE, instrument=id(key), **said)
        yield made


def numbers(page: str) -> list[int]:
    return [
        int(one)
        for one in re.findall(r'<span class="row-number">(\d+)', page.split('id="lines"')[1])
    ]


@pytest.mark.parametrize(
    ("query", "first", "count"),
    [
        ("", 1, 100),
        ("?page=2", 101, 100),
        ("?page=3", 201, 50),
        ("?page=9", 201, 50),
        ("?page=x", 1, 100),
    ],
)
def test_an_instrument_shows_a_hundred_lines_a_page(
    app: Flask, query: str, first: int, count: int
) -> None:
    shown = browser(app).get(LONG + query).text
    assert numbers(shown) == list(range(first, first + count))


def test_a_search_looks_through_all_instruments_and_within_one(app: Flask) -> None:
    client = browser(app)
    assert 'action="' + AWARDS + '/lines"' in client.get(AWARDS).text
    both = client.get(f"{AWARDS}/lines?q=don vi so 7").text
    assert f"Thấy {sum('7' in str(n) for n in range(1, 251)) + 1} dòng" in both
    assert numbers(client.get(f"{AWARDS}/lines?q=so y te").text) == [1]
    assert numbers(client.get(f"{AWARDS}/lines?q=2").text) == [2, 2]
    assert numbers(client.get(f"{LONG}?q=don vi so 25").text) == [25, 125, 225, 250]
    assert "Không tìm thấy dòng nào" in client.get(f"{LONG}?q=ubnd").text


def test_a_form_for_one_award_is_left_out_where_lines_have_several(app: Flask) -> None:
    client, store = browser(app), store_of(app)
    lines = [a_line("x", 1), a_line("y", 2, placing=1)]
    said = {**an_instrument("x", title="mixed"), "lines": lines}
    register_instrument(store, STAMP, **HERE, instrument=id("mixed"), **said)
    mixed = client.get(f"{AWARDS}/instruments/{id('mixed')}").text
    assert ('id="revise"' in mixed, "nạp lại phụ lục" in mixed) == (False, True)
    assert 'id="revise"' in client.get(LONG).text


def test_a_typed_revision_keeps_what_its_form_does_not_ask(app: Flask) -> None:
    client, store = browser(app), store_of(app)
    said = an_instrument("x", "y", title="typed", reason="Dẫn đầu")
    register_instrument(store, STAMP, **HERE, instrument=id("typed"), **said)
    page = f"{AWARDS}/instruments/{id('typed')}"
    form = {key: value for key, value in said.items() if key != "lines" and value is not None}
    form |= {
        "names": "y\nz",
        "award": said["lines"][0]["award"],
        "csrf_token": csrf(client.get(page).text),
    }
    assert client.post(f"{page}/revision", data=form).status_code == 303
    one = Library(store.facts).shelf(KIEN_GIANG).awards.by_id[id("typed")]
    assert [(line.name, line.reason) for line in one.lines] == [("y", "Dẫn đầu"), ("z", None)]
