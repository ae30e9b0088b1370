"""The supervisor's page: what doors without network did against the log, and settling it."""

from collections.abc import Iterator

import pytest
from builders import KIEN_GIANG, STAMP, at
from builders_commands import HERE
from builders_door import code, hall, invite, scan, scanned, verdicts, walk_in
from builders_doors import bearer, browser, serving, store_of
from builders_pages import element, send
from builders_paired import phone
from flask import Flask

from conference.commands.invitation_answers import withdraw_invitation
from conference.config import Settings
from projections.library import Shelf

URL = f"/conferences/{KIEN_GIANG}/contests"


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """Two doors let Lan in without network; Hoa was let in though withdrawn."""
    with serving(settings) as made:
        store = store_of(made)
        lan, hoa = hall(store, "Lan", "Hoa")
        withdraw_invitation(store, STAMP, **HERE, guest=hoa, reason="trùng")
        entries = ((lan, "Cửa 1", "07:40"), (lan, "Cửa 2", "07:50"), (hoa, "Cửa 3", "07:55"))
        for guest, door, clock in entries:
            said = {"door": door, "shown": "admitted"}
            verdicts(store, scan(door, code(store, guest), at(clock), **said))
        yield made


def shelf(app: Flask) -> Shelf:
    found: Shelf = app.extensions["house"].library.shelf(KIEN_GIANG)
    app.extensions["house"].library.catch_up()
    return found


def settle(app: Flask, number: int, **form: str) -> int:
    one = shelf(app).contests.open[number]
    path = f"{URL}/{one.guest}/{one.entry}/settlement"
    return send(browser(app, "supervisor"), URL, path, form).status_code


def test_a_supervisor_sees_who_where_and_when_and_what_can_become_of_it(app: Flask) -> None:
    page = browser(app, "supervisor").get(URL).text
    shown = element(page, "contests-open")
    for words in ("Lan", "Cửa 2", "mã đã dùng ở cửa khác", "Hai người khác nhau"):
        assert words in shown
    for words in ("Hoa", "Cửa 3", "giấy mời đã rút", "Cho khách ở lại"):
        assert words in shown
    attendance = browser(app, "supervisor").get(f"/conferences/{KIEN_GIANG}/attendance").text
    assert "Lượt vào chưa rõ: 2" in element(attendance, "contested")
    stage = browser(app, "stage").get(f"/conferences/{KIEN_GIANG}/attendance").text
    assert 'id="contested"' not in stage


def test_an_entry_of_after_the_closing_and_a_doubtful_time_are_told(app: Flask) -> None:
    store, late = store_of(app), at("12:10")
    (mai,) = invite(store, "Mai")
    one = scan("Mai", code(store, mai), late, shown="admitted", time_doubted=True)
    assert verdicts(store, one, closed_at=at("11:30")) == ["closed"]
    organizer = browser(app, "supervisor")
    shown = element(organizer.get(URL).text, "contests-open")
    for words in ("sau giờ bế mạc", "đồng hồ của máy ở cửa sai", "Cho khách ở lại"):
        assert words in shown
    organizer.set_cookie("language", "en")
    assert "after the closing. This time is doubtful" in organizer.get(URL).text


def test_a_walk_in_called_as_a_guest_leads_to_that_guest(app: Flask) -> None:
    (lan,) = (one for one in shelf(app).guest_list.guests if one.name == "Lan")
    called = walk_in("Bà Lan", namesake=True, shown="admitted")
    assert scanned(store_of(app), called)[0].verdict == "contested"
    page = browser(app, "supervisor").get(URL).text
    (new,) = (one for one in shelf(app).guest_list.guests if one.kind == "walk_in")
    (one,) = (one for one in shelf(app).contests.open if one.guest == new.id)
    shown = element(page, f"contest-{one.guest}-{one.entry}")
    assert "Khách được mời cùng tên: Lan (đã vào lúc 07:40)" in shown
    assert f'href="/conferences/{KIEN_GIANG}/guests/{lan.id}"' in page


def test_each_is_settled_once_and_the_hall_counts_along(app: Flask) -> None:
    assert [one.outcome for one in shelf(app).contests.open] == [None, None]
    assert settle(app, 0, outcome="two_people", note="người lạ đi cùng") == 303
    assert settle(app, 0, outcome="stands", note="lãnh đạo đồng ý") == 303
    now = shelf(app)
    assert (now.contests.open, now.attendance.present) == ((), 2)
    assert {one.outcome for one in now.contests.settled} == {"two_people", "stands"}
    assert "người lạ đi cùng" in browser(app, "supervisor").get(URL).text


def test_what_cannot_become_of_it_is_refused(app: Flask) -> None:
    head = store_of(app).head()
    assert [settle(app, 1, outcome=o) for o in ("same_person", "")] == [409, 422]
    assert store_of(app).head() == head


def test_a_stewards_door_does_not_see_it_a_supervisors_does(app: Flask) -> None:
    steward, supervisor = phone(app, KIEN_GIANG), phone(app, KIEN_GIANG, "GS", "supervisor")
    assert steward.get(URL).status_code == 403
    assert supervisor.get(URL).status_code == 200
    counted = [
        one.get(f"/conferences/{KIEN_GIANG}/door/snapshot").json["counters"].get("contested")
        for one in (steward, supervisor)
    ]
    assert counted == [None, 2]


def test_programs_read_and_settle_it(app: Flask) -> None:
    client, known = app.test_client(), bearer(app, "supervisor")
    found = client.get(f"/api/v1{URL}", headers=known).json
    assert [one["door"] for one in found["open"]] == ["Cửa 2", "Cửa 3"]
    one = found["open"][0]
    path = f"/api/v1{URL}/{one['guest']}/{one['entry']}/settlement"
    said = {"outcome": "same_person"}
    assert client.post(path, json=said, headers=known).status_code == 200
    assert client.post(path, json=said, headers=known).status_code == 409
