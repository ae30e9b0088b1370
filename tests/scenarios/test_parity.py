"""One list, many renderings: papers, screens, seats and API name the same people in one order."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from builders import KIEN_GIANG, STAMP, id
from builders_ceremony import in_order, made
from builders_commands import HERE, shelf_of
from builders_demo import settings_in
from builders_doors import bearer, browser, serving, store_of
from builders_invitation import issued
from builders_parity import EDITS, INSTRUMENTS, SIDES, edited, planned
from builders_seating import hall_said
from flask import Flask
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from conference.commands.awards_ceremony import link_recipient
from conference.commands.seating import adopt_hall
from conference.seating_proposal import compared
from conference.store import Store
from projections.library import Shelf

CONFERENCE = f"/conferences/{KIEN_GIANG}"
PAPERS = ("mc-script", "run-sheet", "presenter-cards", "posting-list")
IN_ORDER = ("run-sheet", "plan", "stage/0/mc/script")
"""Pages that have everybody in the order of calling."""

STANDING = ("stage/0/photographer",)
"""Pages that have each row as it stands, seen from the hall."""


READ = re.compile(r'<ol class="(?:stage-names|chips)[^>]*>.*?</ol>', re.DOTALL)


@contextmanager
def a_house() -> Iterator[Flask]:
    with TemporaryDirectory() as folder:
        where = settings_in(Path(folder))
        Store.migrate(where)
        with serving(where) as app:
            app.config["WTF_CSRF_ENABLED"] = False
            yield app


def invite(store: Store, names: list[str]) -> None:
    """Each recipient is a guest of that name, in a hall with seats for all."""
    store.create(*(issued(name, bloc="recipient", body=name) for name in names))
    for name in names:
        link_recipient(store, STAMP, **HERE, line=id(name), guest=id(name))
    adopt_hall(store, STAMP, **HERE, **hall_said(20, 20, 20))


def seats(shelf: Shelf) -> list[str]:
    """Who was given a seat as a recipient, from the stairs on, row by row."""
    found = compared(shelf, 1)
    placed = [one for one in found.proposal.placements if str(one.reason).startswith("recipient")]
    called = {one.guest: str(one.reason) for one in placed}
    names = {guest: shelf.guest_list.by_id[guest].name or "" for guest in called}
    order = sorted(called, key=lambda guest: [int(n) for n in _numbers(called[guest])])
    return [names[guest] for guest in order]


def _numbers(reason: str) -> list[str]:
    return "".join(c if c.isdigit() else " " for c in reason).split()


def read(app: Flask, path: str) -> Any:
    return app.test_client().get(f"/api/v1{CONFERENCE}/{path}", headers=bearer(app)).get_json()


@settings(max_examples=4, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(INSTRUMENTS, st.integers(1, 4), EDITS, SIDES)
def test_everything_that_is_made_of_the_plan_names_the_same_people_in_one_order(
    instruments: list[tuple[str, int]],
    capacity: int,
    edits: list[tuple[int, int]],
    sides: list[str],
) -> None:
    with a_house() as app:
        store = store_of(app)
        planned(store, instruments, capacity)
        invite(store, [line.name for line in lines(shelf_of(store))])
        shelf = edited(store, edits, sides)
        turns = shelf.run_sheet.turns
        called = [one.name for turn in turns for one in turn.recipients]
        standing = [one.name for turn in turns for one in turn.standing]
        names = set(called)
        assert len(names) == len(called) == sum(count for _, count in instruments)
        found = {**documents(app, shelf), **pages(app, names, IN_ORDER)}
        assert {name: one for name, one in found.items() if one != called} == {}, called
        stood = {**rows(app, shelf), **pages(app, names, STANDING)}
        assert {name: one for name, one in stood.items() if one != standing} == {}


def lines(shelf: Shelf) -> list[Any]:
    return [line for one in shelf.awards.instruments for line in one.lines]


def documents(app: Flask, shelf: Shelf) -> dict[str, list[str]]:
    """What papers, API and the seating have in the order of calling."""
    said = {paper: list(made(shelf, paper).names) for paper in PAPERS}
    for path, parts in (("run-sheet", "recipients"), ("stage/0", "places")):
        said[f"json {path}"] = [
            one["name"] for turn in read(app, path)["turns"] for one in turn[parts]
        ]
    return {**said, "seats": seats(shelf)}


def rows(app: Flask, shelf: Shelf) -> dict[str, list[str]]:
    """What the trays' paper and the API have as the rows stand."""
    turns = read(app, "stage/0")["turns"]
    return {
        "tray-sheet": list(made(shelf, "tray-sheet").names),
        "json stage/0": [one["name"] for turn in turns for one in turn["standing"]],
    }


def pages(app: Flask, names: set[str], paths: tuple[str, ...]) -> dict[str, list[str]]:
    """The names of each page in the order of their first mention."""
    client = browser(app)
    found = {path: client.get(f"{CONFERENCE}/{path}").text for path in paths}
    return {
        f"page {path}": list(dict.fromkeys(in_order(said(text), names)))
        for path, text in found.items()
    }


def said(page: str) -> str:
    """Of the MC's script what calls (a reading has the decision's own order), of a list of turns
    their rows; of any other page all."""
    steps = page.split('data-step="')[1:]
    calls = " ".join(step for step in steps if step.startswith("call:"))
    return " ".join(READ.findall(calls or page)) or page
