"""Name tents: printed once, of the presidium, a group or one guest, and again when asked."""

from uuid import UUID

from builders_demo import DEMO, shelf_of
from builders_doors import bearer, browser, store_of
from builders_pages import element, notice, send
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

URL = f"/conferences/{DEMO}/papers"


def tents(client: FlaskClient, **form: object) -> TestResponse:
    return send(client, URL, f"{URL}/tents", form)


def newest(app: Flask) -> tuple[UUID, ...]:
    return shelf_of(app).badges.tent_printings[0].guests


def group_of(app: Flask, number: int) -> tuple[str, set[UUID]]:
    listed = shelf_of(app).guest_list
    name = listed.group_names[number]
    return name, {one.id for one in listed.guests if one.group == name}


def test_the_presidiums_are_printed_once_from_the_left(app: Flask, desk: FlaskClient) -> None:
    assert tents(desk).status_code == 409
    seat = f"/conferences/{DEMO}/seating"
    two = [one.id for one in shelf_of(app).guest_list.guests][3:5]
    for label, guest in zip(("CT-02", "CT-01"), two, strict=True):
        pinned = {"guest": str(guest)}
        answer = send(browser(app), seat, f"{seat}/seats/{label}/pin", pinned)
        assert answer.status_code == 303
    assert "2 biển cần in / 2" in element(desk.get(URL).text, "tents-stage")
    answer = tents(desk)
    (made,) = shelf_of(app).badges.tent_printings
    assert (answer.status_code, answer.location) == (303, f"{URL}/tents/{made.id}/paper.pdf")
    assert (made.guests, shelf_of(app).badges.printings) == ((two[1], two[0]), ())
    head = store_of(app).head()
    again = tents(desk)
    assert (again.status_code, store_of(app).head()) == (409, head)
    assert "Biển tên nào cũng đã in" in notice(again.text)
    assert tents(desk, everybody="true").status_code == 303
    assert newest(app) == made.guests


def test_of_a_group_only_who_is_called_something_else_is_printed_again(
    app: Flask, desk: FlaskClient
) -> None:
    name, guests = group_of(app, 2)
    assert f"{len(guests)} biển cần in" in element(desk.get(URL).text, "tents-group")
    paper = tents(desk, group=name).location
    assert set(newest(app)) == guests
    drawn = desk.get(paper)
    assert (drawn.status_code, drawn.mimetype) == (200, "application/pdf")
    guest = min(guests)
    page = f"/conferences/{DEMO}/guests/{guest}"
    organizer = browser(app)
    assert send(organizer, page, f"{page}/reissue", {"reason": "mất thẻ"}).status_code == 303
    assert tents(desk, group=name).status_code == 409
    assert send(organizer, page, f"{page}/description", {"name": "Võ Êm"}).status_code == 303
    assert tents(desk, group=name).status_code == 303
    assert newest(app) == (guest,)
    assert desk.get(paper).data == drawn.data


def test_a_guests_own_page_prints_that_tent_alone(app: Flask, desk: FlaskClient) -> None:
    guest = shelf_of(app).guest_list.guests[0].id
    page = f"/conferences/{DEMO}/guests/{guest}"
    assert "Biển tên: chưa in" in element(desk.get(page).text, "guest-badge")
    sent = {"guests": str(guest), "size": "small"}
    for _ in range(2):
        assert send(desk, page, f"{URL}/tents", sent).status_code == 303
        assert newest(app) == (guest,)
    assert "Biển tên: đã in" in element(desk.get(page).text, "guest-badge")
    assert len(shelf_of(app).badges.tent_printings) == 2


def test_what_cannot_be_printed_records_nothing(app: Flask, desk: FlaskClient) -> None:
    head = store_of(app).head()
    for form, status in (({"group": "không có"}, 409), ({"guests": str(DEMO)}, 404)):
        assert tents(desk, **form).status_code == status
    assert desk.get(f"{URL}/tents/{DEMO}/paper.pdf").status_code == 404
    auditor = browser(app, "auditor")
    assert 'id="tents"' not in auditor.get(URL).text
    assert store_of(app).head() == head


def test_a_program_sees_whose_is_due_and_prints(app: Flask) -> None:
    url, client = f"/api/v1/conferences/{DEMO}/badges", app.test_client()
    head, (name, guests) = bearer(app, "supervisor"), group_of(app, 2)
    due = len(client.get(url, headers=head).get_json()["tents_due"])
    made = client.post(f"{url}/tents", json={"group": name}, headers=head).get_json()
    page = client.get(url, headers=head).get_json()
    (told,) = page["tent_printings"]
    assert (told["id"], set(told["guests"])) == (made["id"], {str(one) for one in guests})
    assert (len(page["tents_due"]), page["printings"]) == (due - len(guests), [])


def test_the_page_says_how_many_a_printing_has_at_most(desk: FlaskClient) -> None:
    assert "mỗi lần tối đa 300 biển" in element(desk.get(URL).text, "tents")
