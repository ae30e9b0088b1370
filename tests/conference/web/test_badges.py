"""The badges' page: printing is a form, the paper a page of its own, looking records nothing."""

from uuid import UUID

import pytest
from builders_demo import DEMO, shelf_of
from builders_doors import bearer, browser, store_of
from builders_pages import element, notice, send
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

URL = f"/conferences/{DEMO}/badges"


def printing(client: FlaskClient, **form: object) -> TestResponse:
    return send(client, URL, f"{URL}/printings", form)


def guests(app: Flask) -> list[UUID]:
    return [one.id for one in shelf_of(app).guest_list.guests]


def rename(app: Flask, guest: UUID, name: str) -> None:
    page = f"/conferences/{DEMO}/guests/{guest}"
    assert send(browser(app), page, f"{page}/description", {"name": name}).status_code == 303


def test_a_printing_is_recorded_once_and_leads_to_its_paper(app: Flask, desk: FlaskClient) -> None:
    assert element(desk.get(URL).text, "print-head") == "In 148 thẻ cần in"
    answer = printing(desk, size="medium")
    (made,) = shelf_of(app).badges.printings
    assert (answer.status_code, answer.location) == (303, f"{URL}/printings/{made.id}/paper.pdf")
    assert (made.size, set(made.guests)) == ("medium", set(guests(app)))
    head = store_of(app).head()
    again = printing(desk, size="medium")
    assert (again.status_code, store_of(app).head()) == (409, head)
    assert notice(again.text).startswith("Chưa ghi Thẻ nào cũng đã in")


def test_looking_at_page_and_paper_records_nothing(app: Flask, desk: FlaskClient) -> None:
    paper = printing(desk).location
    head = store_of(app).head()
    answers = [desk.get(path) for path in (URL, paper, paper)]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert (answers[1].mimetype, answers[1].data) == ("application/pdf", answers[2].data)
    assert store_of(app).head() == head


def test_only_who_is_called_something_else_is_due_again(app: Flask, desk: FlaskClient) -> None:
    first = printing(desk).location
    paper, guest = desk.get(first).data, guests(app)[0]
    rename(app, guest, "Đặng Tuyết Êm")
    assert element(desk.get(URL).text, "print-head") == "In 1 thẻ cần in"
    printing(desk)
    newest = shelf_of(app).badges.printings[0]
    assert newest.guests == (guest,)
    assert desk.get(first).data == paper


def test_chosen_ones_and_all_are_printed_again(app: Flask, desk: FlaskClient) -> None:
    printing(desk)
    two = guests(app)[3:5]
    assert printing(desk, guests=[str(one) for one in two]).status_code == 303
    assert set(shelf_of(app).badges.printings[0].guests) == set(two)
    assert printing(desk, everybody="true").status_code == 303
    assert len(shelf_of(app).badges.printings[0].guests) == 148
    assert 'name="everybody" value="true" required' in desk.get(URL).text


@pytest.mark.parametrize(
    ("form", "status"),
    [({"size": "huge"}, 422), ({"guests": "x"}, 422), ({"guests": str(DEMO)}, 404)],
)
def test_what_cannot_be_printed_records_nothing(
    app: Flask, desk: FlaskClient, form: dict[str, object], status: int
) -> None:
    head = store_of(app).head()
    assert (printing(desk, **form).status_code, store_of(app).head()) == (status, head)


def test_a_badge_is_found_by_name(app: Flask, desk: FlaskClient) -> None:
    found = element(desk.get(f"{URL}?q=dang tuyet em").text, "badge-list")
    assert "Đặng Tuyết Em" in found
    assert "chưa in" in found
    printing(desk)
    assert "đã in ·" in element(desk.get(f"{URL}?q=dang tuyet em").text, "badge-list")


def test_a_printing_that_never_was_is_not_found(app: Flask, desk: FlaskClient) -> None:
    assert desk.get(f"{URL}/printings/{DEMO}/paper.pdf").status_code == 404


def test_a_program_sees_who_is_due_and_prints(app: Flask) -> None:
    url, client, head = f"/api/v1{URL}", app.test_client(), bearer(app, "supervisor")
    page = client.get(url, headers=head).get_json()
    assert (page["size"], len(page["due"]), page["printings"]) == ("small", 148, [])
    some = {"guests": [page["due"][0]["guest"]], "size": "large"}
    made = client.post(f"{url}/printings", json=some, headers=head).get_json()
    page = client.get(url, headers=head).get_json()
    (told,) = page["printings"]
    assert (told["id"], told["guests"], told["size"]) == (made["id"], some["guests"], "large")
    assert (len(page["due"]), page["size"]) == (147, "large")


def test_a_guests_own_page_prints_that_badge_alone(app: Flask, desk: FlaskClient) -> None:
    guest = guests(app)[0]
    page = f"/conferences/{DEMO}/guests/{guest}"
    assert element(desk.get(page).text, "guest-badge").startswith("chưa in ")
    sent = {"guests": str(guest), "size": "small"}
    assert send(desk, page, f"{URL}/printings", sent).status_code == 303
    assert shelf_of(app).badges.printings[0].guests == (guest,)
    assert element(desk.get(page).text, "guest-badge").startswith("đã in ")
    auditor = browser(app, "auditor").get(page).text
    assert "guest-badge" not in auditor


def walked_in(app: Flask, reception: FlaskClient) -> UUID:
    page = f"/conferences/{DEMO}/attendance"
    said = {"name": "Hồ Văn C", "body": "Báo Kiên Giang", "voucher": "Trần Thị Đào"}
    assert send(reception, page, f"{page}/walk-ins", said).status_code == 303
    (found,) = (one for one in shelf_of(app).guest_list.guests if one.kind == "walk_in")
    return found.id


def test_reception_prints_the_badges_of_walk_ins_alone(app: Flask, desk: FlaskClient) -> None:
    reception, paper = browser(app, "reception"), printing(desk).location
    empty = reception.get(f"{URL}?q=dang").text
    assert ("Chưa có đại biểu phát sinh" in empty, "Đặng" in empty) == (True, False)
    assert reception.get(paper).status_code == 403
    guest = walked_in(app, reception)
    shown = reception.get(URL).text
    assert element(shown, "print-head") == "In 1 thẻ cần in"
    assert "Bản in" not in element(shown, "printings")
    assert printing(reception, guests=str(guests(app)[0]), size="small").status_code == 404
    own = printing(reception).location
    assert shelf_of(app).badges.printings[0].guests == (guest,)
    assert printing(reception, everybody="true").status_code == 303
    assert shelf_of(app).badges.printings[0].guests == (guest,)
    assert [one.get(own).status_code for one in (reception, desk)] == [200, 200]


def test_a_program_of_receptions_is_told_of_walk_ins_alone(app: Flask, desk: FlaskClient) -> None:
    printing(desk)
    url, client, head = f"/api/v1{URL}", app.test_client(), bearer(app, "reception")
    page = client.get(url, headers=head).get_json()
    assert [page[name] for name in ("due", "printings", "tents_due", "tent_printings")] == [[]] * 4
    some = {"guests": [str(guests(app)[0])]}
    assert client.post(f"{url}/printings", json=some, headers=head).status_code == 404
    assert client.post(f"{url}/tents", json=some, headers=head).status_code == 403


def test_reception_reads_no_list_of_guests(app: Flask) -> None:
    reception, guest = browser(app, "reception"), guests(app)[0]
    base = f"/conferences/{DEMO}"
    for path in ("guests?q=dang", f"guests/{guest}", "papers", "papers/signatures.pdf", "seating"):
        assert reception.get(f"{base}/{path}").status_code == 403, path
    for path in ("", "/attendance"):
        assert "Đặng Tuyết Em" not in reception.get(f"{base}{path}").text
    assert f'href="{URL}"' in reception.get(f"{base}/attendance").text
