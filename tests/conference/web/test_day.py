"""The day's screens: what each shows of the same facts, and what the moderator's presses record."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from builders import STAMP, at
from builders_day import Hand, living
from builders_demo import DEMO, shelf_of
from builders_doors import bearer, browser, csrf, store_of
from builders_pages import ENGLISH, VIETNAMESE, element, notice, words
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from conference.commands.agenda import schedule_speech
from conference.commands.agenda_day import finish_item, start_item
from conference.commands.conference import plan_conference
from conference.commands.conference_day import close_conference, open_conference
from projections.agenda_item import AgendaItem

URL = f"/conferences/{DEMO}/day"
HERE = {"conference_id": DEMO}


@pytest.fixture
def app(tmp_path: Path, hand: Hand) -> Iterator[Flask]:
    with living(tmp_path, hand) as made:
        yield made


def items(app: Flask) -> tuple[AgendaItem, ...]:
    return shelf_of(app).agenda.items


def press(client: FlaskClient, item: UUID, act: str, **form: object) -> TestResponse:
    token = csrf(client.get(URL).text)
    said = {"csrf_token": token, **form}
    return client.post(f"{URL}/items/{item}/{act}", data=said, headers=VIETNAMESE)


def seen(client: FlaskClient, screen: str = "") -> str:
    return client.get(f"{URL}{screen}", headers=VIETNAMESE).text


def test_every_screen_tells_the_same_item(app: Flask, client: FlaskClient) -> None:
    first, second, *_ = items(app)
    assert press(client, first.id, "take").status_code == 303
    for screen in ("", "/speaker", "/backstage", "/hall"):
        assert first.title in words(seen(client, screen))
    assert press(client, first.id, "passing", to=second.id).status_code == 303
    assert re.search(r'id="lectern-head">\s*' + second.title, seen(client, "/speaker"))
    assert re.search(r'id="hall-head">\s*' + second.title, seen(client, "/hall"))


def test_the_speakers_clock_counts_down_and_then_up(
    app: Flask, client: FlaskClient, hand: Hand
) -> None:
    first = items(app)[0]
    press(client, first.id, "take")
    shown = []
    for _ in range(3):
        shown.append(re.findall(r'data-left="(-?\d+)" data-state="(\w+)">([^<]+)<', seen(client)))
        hand.later(first.minutes - 1 if len(shown) == 1 else 3)
    assert shown == [
        [("600", "fine", "10:00")],
        [("60", "near", "1:00")],
        [("-120", "over", "+2:00")],
    ]


def test_minutes_given_and_taken_keep_the_plan(app: Flask, client: FlaskClient) -> None:
    first = items(app)[0]
    press(client, first.id, "take")
    assert press(client, first.id, "allotment", minutes="15").status_code == 303
    after = items(app)[0]
    assert (after.minutes, after.allotted, after.given) == (10, 15, 15)
    assert "15 phút 10" in element(seen(client), f"line-{first.id}")
    assert press(client, first.id, "allotment", minutes="-5").status_code == 422
    assert press(client, first.id, "allotment", minutes="abc").status_code == 422
    assert items(app)[0].allotted == 15


def test_an_item_is_skipped_with_a_reason_and_taken_up_again(
    app: Flask, client: FlaskClient
) -> None:
    speech = next(item for item in items(app) if item.kind == "speech")
    assert press(client, speech.id, "skipping", reason="").status_code == 422
    press(client, speech.id, "skipping", reason="diễn giả đến muộn")
    assert "bỏ qua" in element(seen(client), f"line-{speech.id}")
    refused = press(client, speech.id, "take")
    assert (refused.status_code, "đã được bỏ qua" in notice(refused.text)) == (409, True)
    press(client, speech.id, "return")
    assert next(item for item in items(app) if item.id == speech.id).state == "waiting"


def told(client: FlaskClient, path: str, **form: object) -> TestResponse:
    said = {"csrf_token": csrf(client.get(URL).text), **form}
    return client.post(f"{URL}/{path}", data=said, headers=VIETNAMESE)


def test_an_item_is_put_in_and_every_screen_knows_it(app: Flask, client: FlaskClient) -> None:
    press(client, items(app)[0].id, "take")
    said = {"title": "Văn nghệ chào mừng", "minutes": "10"}
    assert told(client, "insertions", **said).status_code == 303
    new = items(app)[1]
    assert (new.title, new.given, new.kind) == ("Văn nghệ chào mừng", 10, "remarks")
    for screen, who in (("", client), ("/hall", client), ("/backstage", browser(app, "stage"))):
        assert said["title"] in words(seen(who, screen))
    assert "chèn thêm trong ngày" in element(seen(client), f"line-{new.id}")
    for bad in ({"minutes": "-5"}, {"minutes": "abc"}, {"title": " "}, {"kind": "speech"}):
        assert told(client, "insertions", **said | bad).status_code == 422
    assert len([one for one in items(app) if one.inserted]) == 1


def test_a_mistaken_step_is_taken_back_and_stays_in_the_history(
    app: Flask, client: FlaskClient, hand: Hand
) -> None:
    first, second, *_ = items(app)
    press(client, first.id, "take")
    hand.later(4)
    press(client, first.id, "passing", to=second.id)
    assert f"chưa bắt đầu “{second.title}”" in words(seen(client))
    step = {"started": second.id, "finished": first.id}
    assert told(client, "reversal", **step).status_code == 303
    assert [one.state for one in items(app)[:2]] == ["started", "waiting"]
    assert 'data-left="360"' in seen(client, "/speaker")
    before = store_of(app).head()
    assert told(client, "reversal", **step).status_code == 303
    refused = told(client, "reversal", started=second.id)
    assert (refused.status_code, "không còn là bước cuối" in notice(refused.text)) == (409, True)
    assert store_of(app).head() == before
    history = client.get(f"/conferences/{DEMO}/history", headers=VIETNAMESE).text
    assert "Lùi một bước" in words(history)


def test_a_withdrawal_is_taken_back_from_the_stage(app: Flask, client: FlaskClient) -> None:
    speech = next(item for item in items(app) if item.kind == "speech")
    press(client, items(app)[0].id, "take")
    form = {"csrf_token": csrf(client.get(URL).text), "reason": "bận"}
    client.post(f"/conferences/{DEMO}/agenda/items/{speech.id}/withdrawal", data=form)
    line = f"line-{speech.id}"
    assert "đã rút" in element(seen(client), line)
    assert press(client, speech.id, "reinstatement").status_code == 303
    back = [item.id for item in items(app)]
    assert back.index(speech.id) == speech.number - 1
    assert "đã rút" not in element(seen(client), line)


def keyed(client: FlaskClient, path: str, key: str, ago: str, **form: object) -> int:
    """A press that waited on its device for so many seconds, under a key of its own."""
    headers = {"Idempotency-Key": key, "Pressed-Ago": ago}
    said = {"csrf_token": csrf(client.get(URL).text), **form}
    return client.post(f"{URL}/{path}", data=said, headers=VIETNAMESE | headers).status_code


def test_a_press_that_waited_counts_from_when_it_was_made(
    app: Flask, client: FlaskClient, hand: Hand
) -> None:
    first, second, *_ = items(app)
    press(client, first.id, "take")
    began = items(app)[0].started_at
    assert began is not None
    hand.later(10)
    path = f"items/{first.id}/passing"
    assert keyed(client, path, "key-of-one", "180", to=second.id) == 303
    assert items(app)[1].started_at == began + timedelta(minutes=7)
    path = f"items/{second.id}/finish"
    assert keyed(client, path, "key-of-two", "3600") == 303
    assert items(app)[1].finished_at == began + timedelta(minutes=7)
    for said in ("-5", "abc", "1e9"):
        assert keyed(client, f"items/{second.id}/retake", f"key-of-{said}", said) == 303


def test_a_press_sent_again_under_its_key_is_one_press(app: Flask, client: FlaskClient) -> None:
    press(client, items(app)[0].id, "take")
    said = {"title": "Văn nghệ", "minutes": "5"}
    assert [keyed(client, "insertions", "the-same-key", "0", **said) for _ in range(2)] == [
        303,
        303,
    ]
    assert [one.title for one in items(app) if one.inserted] == ["Văn nghệ"]


def test_the_speakers_clock_pulses_where_the_moderator_wants_it(
    app: Flask, client: FlaskClient
) -> None:
    press(client, items(app)[0].id, "take")
    shown = []
    for pulse in ("1", "0"):
        assert told(client, "pulse", pulse=pulse).status_code == 303
        shown.append("may-pulse" in seen(browser(app, "stage"), "/speaker"))
    assert shown == [True, False]
    assert told(client, "pulse", pulse="sometimes").status_code == 422


def played_before(app: Flask, host: str, *minutes: int) -> None:
    """A closed conference of this host whose speeches took these minutes."""
    store, said = store_of(app), {"planner": "Văn phòng", "title": f"Trước đây {host}"}
    before = plan_conference(store, STAMP, host=host, **said)
    now = at("07:30")
    for number, took in enumerate(minutes):
        speech = {"unit": f"Đơn vị {number}", "title": "Tham luận", "minutes": 10}
        item = schedule_speech(store, STAMP, conference_id=before, **speech)
        start_item(store, STAMP, conference_id=before, item=item, at=now)
        now += timedelta(minutes=took)
        finish_item(store, STAMP, conference_id=before, item=item, at=now)
    open_conference(store, STAMP, conference_id=before, at=now)
    close_conference(store, STAMP, conference_id=before, at=now)


def test_the_advice_goes_by_this_hosts_own_past_and_by_what_is_set(
    app: Flask, client: FlaskClient, hand: Hand
) -> None:
    host = shelf_of(app).conference.host
    played_before(app, host, 7, 7, 7, 8, 9)
    played_before(app, "Nơi khác", 5, 5, 5, 5, 5, 5)
    hand.later(80)
    assert "5 mục trước đây, quãng giữa 7 phút" in words(seen(client))
    said = clock_told(app)
    (speech,) = [one for one in said["least"] if one["kind"] == "speech"]
    assert speech == {
        "kind": "speech",
        "minutes": 7,
        "origin": "past",
        "past_count": 5,
        "past_middle": 7,
    }
    assert {cut["left"] for cut in said["advice"]["cuts"] if cut["id"] in speeches(app)} == {7}
    assert told(client, "least-minutes", kind="speech", minutes="6").status_code == 303
    said = clock_told(app)
    assert {cut["left"] for cut in said["advice"]["cuts"] if cut["id"] in speeches(app)} == {6}
    for bad in ({"kind": "award"}, {"minutes": "-5"}, {"minutes": "abc"}):
        form = {"kind": "speech", "minutes": "8"} | bad
        assert told(client, "least-minutes", **form).status_code == 422


def clock_told(app: Flask) -> dict[str, Any]:
    answer = app.test_client().get(f"/api/v1/conferences/{DEMO}/clock", headers=bearer(app))
    return dict(answer.get_json())


def speeches(app: Flask) -> set[str]:
    return {str(item.id) for item in items(app) if item.kind == "speech"}


def test_two_moderators_who_press_at_once_take_the_item_once(app: Flask) -> None:
    first, second, *_ = items(app)
    one, other = browser(app), browser(app)
    press(one, first.id, "take")
    before = store_of(app).head()
    answers = [press(client, first.id, "passing", to=second.id) for client in (one, other)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert store_of(app).head() == before + 2
    assert len(items(app)[1].takes) == 1


def test_a_late_day_is_advised_what_to_cut(app: Flask, client: FlaskClient, hand: Hand) -> None:
    hand.later(42)
    press(client, items(app)[0].id, "take")
    advice = element(seen(client), "advice-head")
    assert advice.startswith("Để kết thúc đúng giờ: bớt ")
    cuts = re.findall(
        r'items/([\w-]{36})/allotment".*?name="minutes" value="(\d+)"', listed(client), re.DOTALL
    )
    assert cuts
    assert len(re.findall(r"sớm hơn \d+ phút", listed(client))) == len(cuts)
    for item, minutes in cuts:
        press(client, UUID(item), "allotment", minutes=minutes)
    assert 'id="advice-head"' not in seen(client)


def test_nobody_is_told_to_drop_an_item_where_none_waits(
    app: Flask, client: FlaskClient, hand: Hand
) -> None:
    first, *others = items(app)
    press(client, first.id, "take")
    for one in others[:-1]:
        press(client, one.id, "skipping", reason="hết giờ")
    hand.later(300)
    assert "phải bỏ một mục" in seen(client)
    press(client, others[-1].id, "skipping", reason="hết giờ")
    assert "phải bỏ một mục" not in seen(client)


def listed(client: FlaskClient) -> str:
    """The part of the moderator's page that says what to cut."""
    return seen(client).partition('id="advice-head"')[2].partition("</section>")[0]


def test_the_clock_goes_on_from_the_facts_after_a_restart(
    app: Flask, client: FlaskClient, hand: Hand, tmp_path: Path
) -> None:
    press(client, items(app)[0].id, "take")
    hand.later(4)
    with living(tmp_path, hand) as again:
        assert 'data-left="360"' in seen(browser(again), "/speaker")


def test_a_draft_is_on_the_days_screens_of_nobody(app: Flask, client: FlaskClient) -> None:
    said = {"kind": "remarks", "title": "Ý kiến chưa ban hành", "minutes": "10"}
    agenda = f"/conferences/{DEMO}/agenda"
    token = csrf(client.get(agenda).text)
    client.post(f"{agenda}/items", data={"csrf_token": token, **said})
    stage = browser(app, "stage")
    for screen in ("", "/backstage"):
        shown = [said["title"] in seen(who, screen) for who in (client, stage)]
        assert shown == [False, False]
    assert said["title"] not in str(clock_told(app))


SCREENS = ("", "/speaker", "/backstage", "/hall")


def test_a_closed_conferences_clock_stands_still_and_every_screen_says_so(
    app: Flask, client: FlaskClient, hand: Hand
) -> None:
    first = items(app)[0]
    open_conference(store_of(app), STAMP, **HERE, at=at("07:30"))
    press(client, first.id, "take")
    hand.later(4)
    close_conference(store_of(app), STAMP, **HERE, at=at("07:34"))
    hand.later(200)
    for screen in SCREENS:
        assert "Hội nghị đã bế mạc lúc 07:34 ngày 25/3/2019" in element(seen(client, screen), "day")
        english = client.get(f"{URL}{screen}", headers=ENGLISH).text
        assert "The conference closed at 07:34" in element(english, "day")
    moderator = seen(client)
    assert (status := element(moderator, "line-" + str(first.id))).endswith("đến bế mạc"), status
    assert "đang diễn ra" not in words(moderator)
    assert "data-still" in moderator
    assert 'class="day-press"' not in moderator
    clock = app.test_client().get(f"/api/v1/conferences/{DEMO}/clock", headers=bearer(app))
    assert clock.json
    assert (clock.json["now"], clock.json["closed_at"]) == ("2019-03-25T07:34:00+07:00",) * 2


def test_nothing_is_played_behind_the_closing_but_what_a_device_kept_from_before(
    app: Flask, client: FlaskClient, hand: Hand
) -> None:
    path, before = f"{URL}/items/{items(app)[0].id}/take", store_of(app).head()
    open_conference(store_of(app), STAMP, **HERE, at=at("07:30"))
    close_conference(store_of(app), STAMP, **HERE, at=at("07:40"))
    hand.later(20)
    token = {"X-CSRFToken": csrf(client.get(f"/conferences/{DEMO}/agenda").text)}
    refused = client.post(path, headers=VIETNAMESE | token)
    assert (refused.status_code, "bế mạc" in notice(refused.text)) == (409, True)
    assert store_of(app).head() == before + 2
    kept = {"Pressed-Ago": str(15 * 60)}
    assert client.post(path, headers=token | kept).status_code == 303
    assert items(app)[0].started_at == at("07:35")


def test_a_withdrawal_is_not_taken_back_behind_the_closing(
    app: Flask, client: FlaskClient, hand: Hand
) -> None:
    speech = next(item for item in items(app) if item.kind == "speech")
    form = {"csrf_token": csrf(client.get(URL).text), "reason": "bận"}
    client.post(f"/conferences/{DEMO}/agenda/items/{speech.id}/withdrawal", data=form)
    open_conference(store_of(app), STAMP, **HERE, at=at("07:30"))
    close_conference(store_of(app), STAMP, **HERE, at=at("07:40"))
    hand.later(20)
    before = store_of(app).head()
    path = f"{URL}/items/{speech.id}/reinstatement"
    refused = client.post(path, data=form, headers=VIETNAMESE)
    assert (refused.status_code, "bế mạc" in notice(refused.text)) == (409, True)
    assert store_of(app).head() == before
