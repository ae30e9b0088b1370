"""The stable names of the API's documents, exactly, over the demo conference."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from builders_demo import DEMO, serving_demo
from builders_doors import bearer, browser
from builders_pages import element
from flask import Flask

API = "/api/v1/conferences"
NAMES = {
    "agenda": {
        *("position", "released", "starts_at", "ends_at", "minutes", "items"),
        *("budget", "warnings"),
    },
    "run-sheet": {"position", "turns", "announcements"},
    "run-sheet/missing": {"position", "recipients"},
    "seating": {"position", "version", "hall", "seats", "unseated", "warnings", "reserve"},
    "attendance": {
        *("position", "invited", "present", "excused", "absent", "groups", "sites"),
        *("summoned", "came", "walked_in"),
        *("doors", "minutes", "sentence"),
    },
    "introductions": {"position", "depth", "introductions", "now"},
    "guests": {"position", "guests"},
    "awards": {"position", "instruments", "settings", "presentable"},
    "history": {"position", "facts"},
}
ITEM = (
    *("id", "number", "kind", "title", "unit", "speaker", "speaker_post", "owner", "guest"),
    *("note", "starts_at", "minutes", "fixed_start", "gap_minutes", "state", "started_at"),
    *("finished_at", "allotted", "skipped", "takes"),
)
TURN = (
    *("number", "instrument", "award", "placing", "recipients_enter", "starts_at", "seconds"),
    "recipients",
)
RECIPIENT = (
    *("line", "number", "name", "kind", "stage_position", "seat", "state", "representative"),
)
MISSING = (
    *("turn", "position", "line", "recipient", "guest", "honorific", "name", "post", "body"),
    *("answer", "state", "reason", "seat"),
)
ANNOUNCEMENT = (
    *("instrument", "kind", "title", "number", "award", "placing", "count", "announcer"),
    *("presentable", "announced_at"),
)
SEAT = (
    *("label", "row", "number", "usable", "guest", "freed", "reason", "pinned", "note"),
)  # fmt: skip
PERSON = ("id", "name", "post", "body", "group", "answer")
FIGURES = ("invited", "present", "excused", "absent", "summoned", "came", "walked_in")
COUNT = ("group", *FIGURES)
INTRODUCTION = (
    *("rank", "by", "name", "honorific", "post", "body", "group", "count", "present", "reason"),
    *("guest", "state"),
)
GUEST = (
    *("id", "rank", "kind", "name", "honorific", "post", "body", "group", "number", "of"),
    *("bloc", "answer", "state", "substitute", "entered_at", "door", "seat", "site", "vip"),
    "version",
)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with serving_demo(tmp_path_factory.mktemp("documents")) as made:
        yield made


def read(app: Flask, path: str, role: str = "organizer") -> Any:
    return app.test_client().get(f"{API}{path}", headers=bearer(app, role)).get_json()


def document(app: Flask, name: str) -> Any:
    return read(app, f"/{DEMO}/{name}")


def names(rows: list[dict[str, Any]]) -> list[set[str]]:
    """The sets of names that rows have: one, where all rows are alike."""
    return [set(one) for one in {tuple(sorted(row)) for row in rows}]


@pytest.mark.parametrize("name", NAMES)
def test_a_document_has_these_names_and_no_others(app: Flask, name: str) -> None:
    assert set(document(app, name)) == NAMES[name]


def test_an_item_of_the_agenda_says_when_it_starts_in_the_conferences_zone(app: Flask) -> None:
    items = document(app, "agenda")["items"]
    assert names(items) == [set(ITEM)]
    starts = [datetime.fromisoformat(item["starts_at"]) for item in items]
    assert items[0]["starts_at"] == "2019-03-25T07:30:00+07:00"
    assert {start.utcoffset() for start in starts} == {timedelta(hours=7)}
    assert starts == sorted(starts)
    assert items[2]["minutes"] == (starts[3] - starts[2]).total_seconds() // 60


def test_a_start_is_null_while_it_is_unknown(app: Flask) -> None:
    planned = app.test_client().post(
        API, json={"title": "Hội nghị", "host": "UBND tỉnh"}, headers=bearer(app)
    )
    path = f"/{planned.get_json()['id']}/agenda"
    head = bearer(app) | {"If-Match": "*"}
    item = {"kind": "report", "title": "Báo cáo", "minutes": 10}
    app.test_client().post(f"{API}{path}/items", json=item, headers=head)
    agenda = read(app, path)
    assert (agenda["starts_at"], agenda["ends_at"]) == (None, None)
    assert [item["starts_at"] for item in agenda["items"]] == [None]


def test_a_turn_says_who_stands_where(app: Flask) -> None:
    sheet = document(app, "run-sheet")
    assert names(sheet["turns"]) == [set(TURN)]
    assert names([one for turn in sheet["turns"] for one in turn["recipients"]]) == [set(RECIPIENT)]
    assert names(sheet["announcements"]) == [set(ANNOUNCEMENT)]
    assert [turn["number"] for turn in sheet["turns"]] == [1, 2, 3, 4, 5]
    assert {turn["recipients_enter"] for turn in sheet["turns"]} == {"after"}
    places = [[one["stage_position"] for one in turn["recipients"]] for turn in sheet["turns"]]
    assert places == [list(range(1, len(turn) + 1)) for turn in places]
    states = {one["state"] for turn in sheet["turns"] for one in turn["recipients"]}
    assert states == {"expected"}


def test_a_missing_recipient_says_who_shall_come_for_which_place(app: Flask) -> None:
    recipients = document(app, "run-sheet/missing")["recipients"]
    assert names(recipients) == [set(MISSING)]
    turns = document(app, "run-sheet")["turns"]
    places = [
        (turn["number"], one["stage_position"]) for turn in turns for one in turn["recipients"]
    ]
    assert [(one["turn"], one["position"]) for one in recipients] == places
    assert {one["answer"] for one in recipients} == {"invited"}


def test_a_seat_says_who_sits_there_and_why(app: Flask) -> None:
    seating = document(app, "seating")
    assert names(seating["unseated"]) == [{"guest", "reason"}]
    assert names([one["guest"] for one in seating["unseated"]]) == [set(PERSON)]
    proposed = document(app, "seating/proposal")
    said = {"seats": proposed["seats"], "seed": proposed["seed"]}
    head = bearer(app) | {"If-Match": f'"{proposed["version"]}"'}
    url = f"{API}/{DEMO}/seating/acceptance"
    assert app.test_client().post(url, json=said, headers=head).status_code == 200
    seats = document(app, "seating")["seats"]
    assert names(seats) == [set(SEAT)]
    taken = [seat for seat in seats if seat["guest"]]
    assert names([seat["guest"] for seat in taken]) == [set(PERSON)]
    assert [seat["label"] for seat in taken if not seat["reason"]] == []


def test_the_roll_call_counts_groups_and_sites_alike(app: Flask) -> None:
    attendance = document(app, "attendance")
    assert names([*attendance["groups"], *attendance["sites"]]) == [set(COUNT)]
    for name in FIGURES:
        assert attendance[name] == sum(group[name] for group in attendance["groups"])
    assert attendance["absent"] == attendance["summoned"] - attendance["came"]


def test_an_introduction_names_a_person_or_a_group_with_its_count(app: Flask) -> None:
    page = document(app, "introductions")
    introductions = page["introductions"]
    assert names(introductions) == [set(INTRODUCTION)]
    assert names(page["now"]) == [{*INTRODUCTION, "number"}]
    assert [one["rank"] for one in introductions] == list(range(1, len(introductions) + 1))
    assert {one["by"] for one in introductions} == {"person", "group"}
    first = introductions[0]
    assert (first["by"], first["name"], first["count"]) == ("person", "Đặng Tuyết Em", 1)
    assert {one["name"] for one in introductions if one["by"] == "group"} == {None}


def test_a_guest_shows_what_the_role_may_see(app: Flask) -> None:
    assert names(document(app, "guests")["guests"]) == [set(GUEST)]
    assert names(read(app, f"/{DEMO}/guests", "supervisor")["guests"]) == [set(GUEST)]


def test_the_playing_clock_is_in_the_document_and_on_every_page(app: Flask) -> None:
    assert read(app, f"/{DEMO}")["offset_s"] == 1800
    client = browser(app)
    for page in ("", "/agenda", "/guests", "/attendance", "/awards", "/run-sheet", "/history"):
        shown = client.get(f"/conferences/{DEMO}{page}", headers={"Accept-Language": "vi"}).text
        assert element(shown, "side-position").endswith("Đồng hồ diễn tập"), page


def test_the_list_of_conferences_reads_as_it_was(app: Flask) -> None:
    at = read(app, f"/{DEMO}")["position"]
    before = read(app, f"?at={at}")
    planned = {"title": "Hội nghị sau", "host": "UBND tỉnh"}
    app.test_client().post(API, json=planned, headers=bearer(app))
    assert read(app, f"?at={at}") == before
    assert len(read(app, "")["conferences"]) == len(before["conferences"]) + 1
    assert read(app, "?at=0") == {"position": 0, "conferences": []}
    assert read(app, "?at=999999999")["code"] == "not-found"


def test_guests_are_sought_by_words_and_by_initials(app: Flask) -> None:
    everybody = document(app, "guests")["guests"]
    found = document(app, "guests?q=dtb")["guests"]
    assert {one["name"] for one in found} == {"Đỗ Thanh Bình"}
    assert found == [one for one in everybody if one["id"] == found[0]["id"]]
    assert document(app, "guests?q=UY+ban+mat+tran")["guests"] != []
    assert document(app, "guests?q=khong+co+ai")["guests"] == []
    assert len(document(app, "guests?q=")["guests"]) == len(everybody)


def test_words_that_cannot_be_sought_are_refused(app: Flask) -> None:
    for wanted in ("x" * 201, "%00"):
        answer = app.test_client().get(f"{API}/{DEMO}/guests?q={wanted}", headers=bearer(app))
        assert (answer.status_code, list(answer.get_json()["errors"])) == (422, ["q"])


def test_the_agenda_tells_programs_what_it_takes_and_what_to_look_at(app: Flask) -> None:
    said = {"title": "Hội nghị", "host": "UBND tỉnh", "held_on": "2019-03-25"}
    post, head = app.test_client().post, bearer(app) | {"If-Match": "*"}
    path = f"/{post(API, json=said, headers=bearer(app)).get_json()['id']}/agenda"
    assert post(f"{API}{path}/start", json={"starts_at": "7h30"}, headers=head).status_code == 200
    for title, start in (("Báo cáo", None), ("Bế mạc", "07:35")):
        item = {"kind": "report", "title": title, "minutes": "8", "fixed_start": start}
        assert post(f"{API}{path}/items", json=item, headers=head).status_code == 200
    agenda = read(app, path)
    assert (agenda["budget"]["planned"], agenda["budget"]["state"]) == (16, "unbooked")
    (warning,) = agenda["warnings"]
    assert (warning["code"], warning["item"]) == ("fixed-start", agenda["items"][1]["id"])
    assert "Bế mạc" in warning["message"]
    assert read(app, path, "auditor")["warnings"] == []
