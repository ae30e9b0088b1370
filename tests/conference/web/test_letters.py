"""The letters' page: the state at a glance, a sending, the paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import browser, store_of
from builders_pages import element, notice, send
from builders_pdf import pages_of
from flask import Flask

PAGE = f"/conferences/{DEMO}/letters"
FORM: dict[str, object] = {
    "number": "45/GM-UBND",
    "dated_on": "20/3/2019",
    "channel": "paper",
    "group": "",
}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


def test_a_sending_is_recorded_for_all_who_wait_and_shown_late(app: Flask) -> None:
    client, waiting = browser(app), len(shelf_of(app).guest_list.waiting())
    before = store_of(app).head()
    answer = send(client, PAGE, f"{PAGE}/sendings", FORM)
    assert (answer.status_code, store_of(app).head()) == (303, before + waiting)
    page = client.get(PAGE, headers={"Accept-Language": "vi"}).text
    assert f"Cộng gửi bằng giấy {waiting}" in element(page, "progress")
    batches = element(client.get(PAGE, headers={"Accept-Language": "vi"}).text, "batches")
    assert f"20/3/2019 45/GM-UBND · giấy dưới 3 ngày làm việc {waiting} giấy" in batches
    assert shelf_of(app).guest_list.waiting() == ()


def test_who_has_a_paper_is_sent_a_message_too_where_that_is_said(app: Flask) -> None:
    client, waiting = browser(app), len(shelf_of(app).guest_list.waiting())
    send(client, PAGE, f"{PAGE}/sendings", FORM)
    other = {**FORM, "channel": "messenger"}
    assert send(client, PAGE, f"{PAGE}/sendings", other).status_code == 409
    assert 'name="again"' in client.get(PAGE).text
    assert send(client, PAGE, f"{PAGE}/sendings", {**other, "again": "true"}).status_code == 303
    sent = [one.sent for one in shelf_of(app).guest_list.guests if one.sent]
    assert (len(sent), {len(one) for one in sent}) == (waiting, {2})


def test_a_sending_without_a_number_records_nothing(app: Flask) -> None:
    client, before = browser(app), store_of(app).head()
    answer = send(client, PAGE, f"{PAGE}/sendings", {**FORM, "number": ""})
    assert (answer.status_code, store_of(app).head()) == (422, before)
    assert "Chưa ghi" in notice(answer.text)


def test_words_and_deadline_are_saved_and_shown(app: Flask) -> None:
    client = browser(app)
    assert send(client, PAGE, f"{PAGE}/words", {"place": "Rạch Giá"}).status_code == 303
    assert shelf_of(app).conference.letter.place == "Rạch Giá"
    assert send(client, PAGE, f"{PAGE}/deadline", {"answer_by": "2019-03-22T17:00"}).status_code
    page = client.get(PAGE, headers={"Accept-Language": "vi"}).text
    assert "đến 17:00 ngày 22/3/2019" in element(page, "letters")


def test_one_letter_is_a_paper_and_no_letters_are_none(app: Flask) -> None:
    client, guest = browser(app), shelf_of(app).guest_list.guests[0]
    answer = client.get(f"{PAGE}/{guest.id}/paper.pdf")
    assert (answer.mimetype, answer.data[:5]) == ("application/pdf", b"%PDF-")
    assert client.get(f"{PAGE}/paper.pdf?number=9").status_code == 409


def test_a_sending_is_printed_again_under_its_own_number(app: Flask) -> None:
    client, guests = browser(app), shelf_of(app).guest_list.guests[:2]
    for number, to in (("45/GM-UBND", guests), ("46/GM-UBND", guests[:1])):
        said = {**FORM, "number": number, "guests": [str(one.id) for one in to]}
        assert send(client, PAGE, f"{PAGE}/sendings", said).status_code == 303
    made = client.get(f"{PAGE}/paper.pdf?number=45/GM-UBND").data
    texts = [" ".join(page) for page in pages_of(made)]
    assert [text.count("Số: 45/GM-UBND") for text in texts] == [1, 1]
    elsewhere = client.get(f"{PAGE}/paper.pdf?number=45/GM-UBND&channel=email")
    assert elsewhere.status_code == 409


def test_the_list_is_filtered_by_stage(app: Flask) -> None:
    page = browser(app).get(f"{PAGE}?stage=declined", headers={"Accept-Language": "vi"}).text
    declined = shelf_of(app).guest_list.counts["declined"]
    assert f"Từng giấy mời {declined} " in element(page, "letter-list") + " "


def test_one_letter_to_all_groups_is_printed_under_its_number(app: Flask) -> None:
    client = browser(app)
    answer = client.get(f"{PAGE}/groups.pdf?number=12/GM-UBND&dated_on=31/1/2019")
    assert (answer.mimetype, answer.data[:5]) == ("application/pdf", b"%PDF-")
    assert client.get(f"{PAGE}/groups.pdf?dated_on=hôm nay").status_code == 422
