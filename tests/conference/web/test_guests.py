"""The guest list's pages: invited, answered, substituted, withdrawn; found without diacritics."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from builders import STAMP, at
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import browser, csrf, store_of
from builders_pages import ENGLISH, element, notice, send, words
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference.commands.attendance import check_in_guest
from conference.commands.invitation import describe_guest
from conference.commands.invitation_answers import name_substitute
from conference.commands.letters import send_letters
from projections.guest import Guest, Substitute

HERE = {"conference_id": DEMO}
URL = f"/conferences/{DEMO}/guests"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return browser(app)


def chair(app: Flask) -> Guest:
    """The guest whom the demo names as the chair."""
    return next(g for g in shelf_of(app).guest_list.guests if g.name == "Đỗ Thanh Bình")


def act(app: Flask, client: FlaskClient, act: str, **form: object) -> TestResponse:
    """A form of the chair's own page."""
    url = f"{URL}/{chair(app).id}"
    return send(client, url, f"{url}/{act}", form)


def test_a_guest_is_found_by_initials_and_without_diacritics(
    app: Flask, client: FlaskClient
) -> None:
    for wanted in ("do thanh binh", "dtb", "Bình Đỗ"):
        found = client.get(URL, query_string={"q": wanted}).text
        assert f'id="guest-{chair(app).id}"' in found, wanted
    assert "Không tìm thấy" in element(client.get(f"{URL}?q=khong co ai").text, "guests")


def test_an_invited_person_is_recorded_and_listed(app: Flask, client: FlaskClient) -> None:
    said = {"group": "Khách mời khác", "name": "Trần Thị Đào", "post": "Bí thư", "bloc": "party"}
    assert send(client, URL, URL, dict(said)).status_code == 303
    (new,) = (g for g in shelf_of(app).guest_list.guests if g.name == "Trần Thị Đào")
    assert (new.post, new.answer, new.standing.bloc) == ("Bí thư", "invited", "party")
    assert element(client.get(f"{URL}?q=dao").text, f"guest-{new.id}").count("Trần Thị Đào") == 1


def test_who_invites_nobody_is_told(app: Flask, client: FlaskClient) -> None:
    head = store_of(app).head()
    answer = send(client, URL, URL, {"group": "", "name": ""})
    assert (answer.status_code, store_of(app).head()) == (422, head)
    assert notice(answer.text).startswith("Chưa ghi")


def test_a_group_of_a_count_opens_as_many_places(app: Flask, client: FlaskClient) -> None:
    before = shelf_of(app).attendance.invited
    form: dict[str, object] = {"group": "Đoàn xã Vân Hòa", "count": "8"}
    assert send(client, URL, f"{URL}/groups", form).status_code == 303
    assert shelf_of(app).attendance.invited == before + 8


def test_who_is_invited_to_another_site_is_counted_there(app: Flask, client: FlaskClient) -> None:
    assert 'name="site"' not in client.get(URL).text
    settings = f"/conferences/{DEMO}"
    site: dict[str, object] = {"site": "PQ", "name": "Phú Quốc"}
    send(client, f"{settings}/settings", f"{settings}/sites", site)
    assert element(client.get(URL).text, "site-invite") == "– Phú Quốc"
    form: dict[str, object] = {"group": "Đoàn Phú Quốc", "count": "4", "site": "PQ"}
    assert send(client, URL, f"{URL}/groups", form).status_code == 303
    assert {one.group: one.invited for one in shelf_of(app).attendance.sites}["PQ"] == 4


def test_a_place_that_a_recount_takes_away_says_so_in_words(
    app: Flask, client: FlaskClient
) -> None:
    group = next(one for one in shelf_of(app).guest_list.groups.values() if one.count == 3)
    places = [one for one in shelf_of(app).guest_list.by_id.values() if one.group == group.group]
    send(client, URL, f"{URL}/groups/{group.id}/count", {"count": "2"})
    last = next(one for one in places if one.number == 3)
    assert "theo số lượng mới" in element(client.get(f"{URL}/{last.id}").text, "guest")


def test_a_count_that_takes_somebody_who_answered_asks_first(
    app: Flask, client: FlaskClient
) -> None:
    group = next(one for one in shelf_of(app).guest_list.groups.values() if one.count == 3)
    places = [one for one in shelf_of(app).guest_list.by_id.values() if one.group == group.group]
    for one in places:
        send(client, f"{URL}/{one.id}", f"{URL}/{one.id}/acceptance", {})
    url, head = f"{URL}/groups/{group.id}/count", store_of(app).head()
    asked = send(client, URL, url, {"count": "2", "version": group.version})
    assert (asked.status_code, store_of(app).head()) == (409, head)
    assert notice(asked.text).startswith("Chưa ghi Giảm còn 2 đại biểu thì phải rút lời mời của")
    assert asked.text.count('name="sure"') == 1
    sure = {"count": "2", "version": group.version, "sure": "true"}
    assert send(client, URL, url, sure).status_code == 303
    answers = [shelf_of(app).guest_list.by_id[one.id].answer for one in places]
    assert sorted(answers) == ["accepted", "accepted", "withdrawn"]


def test_an_answer_a_substitute_and_a_new_code_are_recorded(
    app: Flask, client: FlaskClient
) -> None:
    assert act(app, client, "acceptance").status_code == 303
    assert chair(app).answer == "accepted"
    said = {"name": "Mai Văn Huỳnh", "post": "Phó Chủ tịch"}
    assert act(app, client, "substitute", **said).status_code == 303
    substitute = chair(app).substitute
    assert substitute is not None
    assert (substitute.name, substitute.post) == ("Mai Văn Huỳnh", "Phó Chủ tịch")
    assert act(app, client, "reissue", reason="mất giấy").status_code == 303


def test_the_hosts_say_honorific_and_rank_of_who_comes_instead_and_read_the_phone(
    app: Flask, client: FlaskClient
) -> None:
    named = {"name": "Mai Văn Huỳnh", "honorific": "Ông", "post": "Phó", "phone": "0911222333"}
    name_substitute(store_of(app), STAMP, conference_id=DEMO, guest=chair(app).id, **named)
    url = f"{URL}/{chair(app).id}"
    form = client.get(url).text.partition('id="name_substitute"')[2].partition("</details>")[0]
    filled = dict(re.findall(r'name="(\w+)"[^>]* value="([^"]*)"', form))
    assert {name: filled[name] for name in named} == named
    assert "0911222333" in words(client.get(url).text)
    assert send(client, url, f"{url}/substitute", {**filled, "post_rank": "2"}).status_code == 303
    now = chair(app).substitute
    assert now == Substitute(**named, post_rank=2)
    assert chair(app).rank.post_rank == 2


def test_nobody_accepts_for_whom_a_substitute_is_in_the_hall(
    app: Flask, client: FlaskClient
) -> None:
    said = {"name": "Mai Văn Huỳnh", "post": "Phó Chủ tịch"}
    assert act(app, client, "substitute", **said).status_code == 303
    url = f"{URL}/{chair(app).id}"
    assert "/acceptance" in client.get(url).text
    here = {"conference_id": DEMO, "guest": chair(app).id, "at": STAMP.at}
    check_in_guest(store_of(app), STAMP, **here)
    assert "/acceptance" not in client.get(url).text


def test_who_declines_is_invited_no_more(app: Flask, client: FlaskClient) -> None:
    before = shelf_of(app).attendance.invited
    assert act(app, client, "refusal", reason="").status_code == 422
    assert act(app, client, "refusal", reason="đi công tác").status_code == 303
    assert (chair(app).answer, shelf_of(app).attendance.invited) == ("declined", before - 1)


def test_a_stale_form_changes_nothing(app: Flask, client: FlaskClient) -> None:
    old = str(chair(app).version)
    act(app, client, "acceptance")
    answer = act(app, client, "withdrawal", reason="nhầm", version=old)
    assert (answer.status_code, chair(app).answer) == (409, "accepted")
    kept = answer.text.partition('id="withdraw_invitation" open')[2].partition("</details>")[0]
    assert ('value="nhầm"' in kept, "Ông/bà đã nhập" in kept) == (True, False)


def test_what_was_typed_on_an_old_page_is_shown_beside_what_holds(
    app: Flask, client: FlaskClient
) -> None:
    old, mine = chair(app), {"name": "Đỗ Thanh Bình", "post": "Phó Chủ tịch"}
    act(app, client, "description", name="Đỗ Thanh Bình", post="Chủ tịch")
    page = act(app, client, "description", **mine, version=str(old.version)).text
    assert 'value="Chủ tịch"' in page
    assert "Ông/bà đã nhập: Phó Chủ tịch" in words(page)
    assert "Ông/bà đã nhập: Đỗ Thanh Bình" not in words(page), "it holds already"
    english = client.post(
        f"{URL}/{old.id}/description",
        data={"csrf_token": csrf(page), **mine, "version": str(old.version)},
        headers=ENGLISH,
    )
    assert "You typed: Phó Chủ tịch" in words(english.text)


def test_a_letter_that_names_somebody_else_asks_for_a_new_code(
    app: Flask, client: FlaskClient
) -> None:
    paper = {"channel": "paper", "number": "45/GM-UBND", "dated_on": "2019-03-15"}
    listed, sender = shelf_of(app).guest_list, {**paper, "at": at("07:00")}
    send_letters(store_of(app), STAMP, **HERE, listed=listed, guests=[chair(app).id], **sender)
    url = f"{URL}/{chair(app).id}"
    for name, asked in (("Đỗ Thánh Bình", False), ("Võ Thị Sáu", True)):
        describe_guest(store_of(app), STAMP, **HERE, guest=UUID(url[-36:]), name=name)
        assert ('id="other-named"' in client.get(url).text) is asked
    assert "mang tên Đỗ Thanh Bình" in element(client.get(url).text, "other-named")
    send(client, url, f"{url}/reissue", {"reason": "đổi người"})
    assert 'id="other-named"' not in client.get(url).text


def test_phone_and_birth_date_are_the_organizers_only(app: Flask, client: FlaskClient) -> None:
    described = {"name": "Đỗ Thanh Bình", "post": "Phó Chủ tịch", "phone": "0912345678"}
    assert act(app, client, "description", **described).status_code == 303
    url = f"{URL}/{chair(app).id}"
    readers = (client, browser(app, "supervisor"))
    assert ["0912345678" in one.get(url).text for one in readers] == [True, False]


def test_a_guest_of_nobody_is_not_found(client: FlaskClient) -> None:
    assert client.get(f"{URL}/{DEMO}").status_code == 404


@pytest.mark.parametrize("page", ["2", "3", "999", "-1", "abc", "9" * 50])
def test_any_page_of_the_list_is_one_of_its_pages(client: FlaskClient, page: str) -> None:
    assert client.get(URL, query_string={"page": page}).status_code == 200
