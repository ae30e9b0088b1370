"""The MC's screen: what is read at each cue, who is missing, what a press records."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import STAMP
from builders_day import Hand, living
from builders_demo import DEMO
from builders_doors import browser, store_of
from builders_pages import VIETNAMESE, element, notice, words
from builders_stage_screens import (
    HERE,
    STAGE,
    attended,
    ceremony,
    facts,
    press,
    seen,
    send,
    until,
)
from flask import Flask
from flask.testing import FlaskClient

from conference.commands.awards_ceremony import name_representative
from conference.commands.awards_prepared import note_phonetic
from conference.commands.awards_rules import choose_late_policy
from events.awards import AwardPresented, InstrumentAnnounced
from events.stage import CueReverted, CueTaken
from events.stage_row import AbsenceSettled


@pytest.fixture
def app(tmp_path: Path, hand: Hand) -> Iterator[Flask]:
    hand.to("09:30")
    with living(tmp_path, hand) as made:
        yield made


@pytest.fixture
def mc(app: Flask) -> FlaskClient:
    return browser(app, "stage")


def reading(client: FlaskClient) -> str:
    """What stands in the large pane."""
    page = seen(client)
    found = re.search(r'<section class="stage-now".*?</section>', page, re.DOTALL)
    assert found
    return words(found[0])


def cards(client: FlaskClient) -> list[str]:
    page = seen(client).split('id="stage-script"')[0]
    found = re.findall(r'<li class="stage-card.*?</li>', page, re.DOTALL)
    return [words(re.sub(r"<details.*?</details>", "", one, flags=re.DOTALL)) for one in found]


def test_each_cue_has_its_sentences_in_full(app: Flask, mc: FlaskClient) -> None:
    assert "Chưa bắt đầu phần trao" in reading(mc)
    press(mc)
    assert "công bố Tờ trình số 42/TTr-UBND ngày 18/3/2019" in reading(mc)
    until(mc, app, "call")
    said = reading(mc)
    assert "Xin trân trọng kính mời đại diện 08 tập thể có tên sau đây" in said
    assert "nhận Cờ thi đua của Ủy ban nhân dân tỉnh, hạng nhất" in said
    names = [place.name for place in ceremony(app).turns[0].places]
    assert said.index(names[0]) < said.index(names[-1])
    press(mc)
    assert "kính mời Bà Đặng Tuyết Em" in reading(mc)
    assert "lên trao tặng Cờ thi đua của Ủy ban nhân dân tỉnh, hạng nhất" in reading(mc)
    press(mc)
    assert "chụp ảnh lưu niệm" in reading(mc)
    press(mc)
    assert "trở về chỗ ngồi" in reading(mc)


def test_who_reads_the_decision_has_its_lines_large_and_the_mcs_small(mc: FlaskClient) -> None:
    press(mc)
    press(mc)
    own, mcs = seen(mc, "announcer"), seen(mc).split('id="stage-script"')[0]
    assert "Quyết định tặng cho 16 tập thể có tên sau đây" in words(own)
    assert re.search(r'class="stage-said is-announcer">', own)
    assert re.search(r'class="stage-said is-small">', own)
    assert re.search(r'class="stage-said is-announcer is-small">', mcs)
    assert "/cues" not in own  # one leads


def test_a_name_stands_with_how_it_is_said_and_who_receives_instead(
    app: Flask, mc: FlaskClient
) -> None:
    first = ceremony(app).turns[0].turn.recipients[0]
    note_phonetic(store_of(app), STAMP, **HERE, line=first.line, phonetic="Kh-ối Một")
    send(mc, f"0/lines/{first.line}/absence", outcome="representative", name="Bà Tư", relation="vợ")
    until(mc, app, "call")
    assert f"{first.name} đọc: Kh-ối Một nhận thay: Bà Tư, vợ" in reading(mc)
    assert "đọc: Kh-ối Một nhận thay: Bà Tư, vợ nhận thay" in cards(mc)[-1]  # enters by the left


def test_a_gap_is_dashed_and_never_read(app: Flask, mc: FlaskClient) -> None:
    lines = attended(app, 4)
    away = next(one for one in ceremony(app).turns[0].turn.recipients if one.line == lines[3])
    until(mc, app, "reading")
    press(mc)
    assert "1 người chưa có mặt sẽ chuyển xuống cuối" in words(seen(mc))
    press(mc)
    assert away.name not in reading(mc)
    assert "đại diện 07 tập thể" in reading(mc)
    gap = next(card for card in cards(mc) if away.name in card)
    assert "Vắng · chuyển xuống cuối" in gap
    assert [fact.outcome for fact in facts(app, AbsenceSettled)] == ["end"]


def test_the_policy_says_what_the_button_does_with_who_is_missing(
    app: Flask, mc: FlaskClient
) -> None:
    rule = {"closes_minutes": 45, "before_start": "end", "after_start": "not_presented"}
    choose_late_policy(store_of(app), STAMP, **HERE, **rule)
    attended(app, 2, 3)
    press(mc)
    press(mc)
    assert "2 người chưa có mặt sẽ không được trao" in words(seen(mc))
    listed = element(seen(mc), "missing")
    assert "trước giờ trao 45 phút; đến sau đó trao ở cuối, đến khi đã bắt đầu không trao" in listed


def test_from_fifteen_minutes_before_the_missing_are_shown_unasked(
    app: Flask, hand: Hand, mc: FlaskClient
) -> None:
    attended(app, 1)
    hand.to("09:20")
    assert '<details class="stage-tool" id="missing-listed">' in seen(mc)
    hand.to("09:21")  # the awards are planned for 09:36
    assert '<details class="stage-tool" id="missing-now" open>' in seen(mc)
    press(mc)
    assert '<details class="stage-tool" id="missing-listed">' in seen(mc)


def test_what_becomes_of_who_is_missing_is_chosen_and_undone(app: Flask, mc: FlaskClient) -> None:
    line = attended(app, 1)[0]
    name_representative(store_of(app), STAMP, **HERE, line=line, name="Ông Sáu", relation=None)
    for outcome, state in (("later", "trao sau"), ("not_presented", "không trao")):
        send(mc, f"0/lines/{line}/absence", outcome=outcome)
        assert state in element(seen(mc), f"missing-{line}")
    assert 'value="Ông Sáu"' in seen(mc)
    answer = send(mc, f"0/lines/{line}/absence", outcome="representative", name="")
    assert "Ghi tên người nhận thay." in notice(answer.text)
    send(mc, f"0/lines/{line}/arrival")
    assert "Không ai vắng." in element(seen(mc), "missing")
    until(mc, app, "handover")
    assert not any(place.gap for place in ceremony(app).turns[0].places)


def test_stepping_back_is_a_new_fact(app: Flask, mc: FlaskClient) -> None:
    press(mc)
    press(mc)
    cue = ceremony(app).cue
    assert cue is not None
    send(mc, "0/reversals", cue=cue.key)
    assert [type(fact) for fact in facts(app, CueTaken, CueReverted)] == [
        *(CueTaken, CueTaken, CueReverted)
    ]
    assert "Tờ trình" in reading(mc)


def test_of_two_devices_the_second_is_told_that_the_stage_moved_on(mc: FlaskClient) -> None:
    page = seen(mc).split('id="stage-script"')[0]
    cue = re.findall(r'name="cue" value="([^"]*)"', page)[0]
    press(mc)
    press(mc)
    answer = send(mc, "0/cues", cue=cue, after="", seen=1)
    assert answer.status_code == 409
    assert "Sân khấu đã sang bước khác" in notice(answer.text)
    assert "Quyết định" in reading(mc)


def test_a_rehearsal_is_marked_and_leaves_the_real_one_untouched(
    app: Flask, mc: FlaskClient
) -> None:
    before = ceremony(app)
    send(mc, "rehearsals", speed="1")
    send(mc, "rehearsals", speed="10")
    until(mc, app, "photo", 2)
    press(mc, 2)
    assert "DIỄN TẬP lần 2 · nhanh 10 lần" in words(seen(mc, "mc", 2))
    assert "DIỄN TẬP lần 2" in words(seen(mc, "hall", 2))
    assert "DIỄN TẬP" not in seen(mc) + seen(mc, "hall")
    assert facts(app, AwardPresented, InstrumentAnnounced) == []
    now = ceremony(app)
    assert (now.run, now.sheet.rows) == (None, before.sheet.rows)
    send(mc, "2/closing")
    assert "đã kết thúc" in element(seen_index(mc), "rehearsal-2")


def seen_index(client: FlaskClient) -> str:
    return client.get(STAGE, headers=VIETNAMESE).text


def test_the_index_leads_to_every_screen_and_ends_the_ceremony(app: Flask, mc: FlaskClient) -> None:
    page = seen_index(mc)
    for screen in ("mc", "announcer", "hall"):
        assert f'href="/conferences/{DEMO}/stage/0/{screen}" target="_blank"' in page
    assert "Kết thúc phần trao" not in page
    press(mc)
    assert "Kết thúc phần trao" in seen_index(mc)
    send(mc, "0/closing")
    assert "Kết thúc phần trao" not in seen_index(mc)
    assert "/cues" not in seen(mc)


def test_a_rehearsal_that_was_never_begun_is_not_there(mc: FlaskClient) -> None:
    assert mc.get(f"{STAGE}/7/mc").status_code == 404


def test_the_script_holds_what_comes_with_its_presses(app: Flask, mc: FlaskClient) -> None:
    until(mc, app, "handover")
    script = seen(mc).split('id="stage-script"')[1]
    steps = re.findall(r'data-step="([^"]*)"', script)
    assert steps == ["", *(cue.key for cue in ceremony(app).cues)]
    said = re.findall(
        r'name="cue" value="([^"]*)">\s*<input[^>]*name="after" value="([^"]*)"', script
    )
    assert said == list(zip(steps[1:], steps[:-1], strict=True))
