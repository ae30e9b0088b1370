"""What goes otherwise on stage: edits that wait, corrections, who comes without being planned."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import STAMP
from builders_day import Hand, living
from builders_doors import browser, store_of
from builders_pages import VIETNAMESE, element, words
from builders_stage_screens import HERE, STAGE, ceremony, facts, seen, send, until
from flask import Flask
from flask.testing import FlaskClient

from conference.commands.awards_plan import choose_stage_list
from conference.commands.awards_prepared import note_aliases, note_phonetic
from events.stage import EditsAccepted
from events.stage_row import GoldCardGiven, PresentationCorrected


@pytest.fixture
def app(tmp_path: Path, hand: Hand) -> Iterator[Flask]:
    hand.to("09:30")
    with living(tmp_path, hand) as made:
        yield made


@pytest.fixture
def mc(app: Flask) -> FlaskClient:
    return browser(app, "stage")


def test_an_edit_of_the_row_on_stage_waits_and_is_taken_with_one_tap(
    app: Flask, mc: FlaskClient
) -> None:
    until(mc, app, "call")
    live = ceremony(app).on_stage
    assert live is not None
    one = live.places[0]
    note_phonetic(store_of(app), STAMP, **HERE, line=one.line, phonetic="Một")
    told = element(seen(mc), "edits")
    assert f"1. {one.name} · Bà Đặng Tuyết Em trao → 1. {one.name} (Một)" in told
    assert ceremony(app).shown == ()
    send(mc, "0/edits", turn=live.id, seen=store_of(app).head())
    assert len(facts(app, EditsAccepted)) == 1
    assert 'id="edits"' not in seen(mc)


def test_a_correction_is_read_and_listed(app: Flask, mc: FlaskClient) -> None:
    until(mc, app, "handover")
    live = ceremony(app).on_stage
    assert live is not None
    one = live.places[1]
    said = {"what": "receiver", "was": "Ông Năm", "now": "Ông Sáu"}
    send(mc, f"0/lines/{one.line}/correction", **said)
    assert [(fact.what, fact.was, fact.now) for fact in facts(app, PresentationCorrected)] == [
        ("receiver", "Ông Năm", "Ông Sáu")
    ]
    line = f"Xin đính chính: người nhận của {one.name} là Ông Sáu"
    assert line in element(seen(mc), "put-right")
    send(mc, f"0/lines/{one.line}/correction", what="name", now=one.name)
    assert f"Xin đính chính, tên đúng là {one.name}" in element(seen(mc), "put-right")
    assert line in element(seen(mc), "corrections")


def test_a_turn_that_is_over_is_put_right_as_well(app: Flask, mc: FlaskClient) -> None:
    until(mc, app, "clear")
    until(mc, app, "call")
    assert "Lượt 1 / 5" in element(seen(mc), "again")
    first = ceremony(app).turns[0]
    page = mc.get(f"{STAGE}/0/mc?again=1", headers=VIETNAMESE).text
    assert first.places[0].name in element(page, "again")
    send(mc, f"0/lines/{first.places[0].line}/correction", what="object", now="Bằng số 7")
    told = f"hiện vật trao cho {first.places[0].name} là Bằng số 7"
    assert told in element(seen(mc), "put-right")


def test_a_name_that_comes_with_an_edit_is_read_before_the_wall_shows_it(
    app: Flask, mc: FlaskClient
) -> None:
    line = ceremony(app).turns[0].places[0].line
    send(mc, f"0/lines/{line}/absence", outcome="later")
    until(mc, app, "handover")
    send(mc, f"0/lines/{line}/arrival")
    name = ceremony(app).turns[0].places[0].name
    assert f"Xin bổ sung: {name} ." in element(seen(mc), "edits")
    assert f"{name}<" not in seen(mc, "hall")
    send(mc, "0/edits", turn=ceremony(app).turns[0].id, seen=store_of(app).head())
    assert f"{name}<" in seen(mc, "hall")


def test_a_correction_without_what_is_right_is_asked_again(app: Flask, mc: FlaskClient) -> None:
    until(mc, app, "handover")
    line = ceremony(app).turns[0].places[0].line
    answer = send(mc, f"0/lines/{line}/correction", what="object", now="")
    assert answer.status_code == 422
    assert '<option value="object" selected>' in answer.text


def test_who_was_not_planned_is_found_without_diacritics_and_comes_at_the_end(
    app: Flask, mc: FlaskClient
) -> None:
    store = store_of(app)
    last = ceremony(app).turns[-1].turn.recipients[-1]
    note_aliases(store, STAMP, **HERE, line=last.line, aliases=["Nhà máy Xi măng"])
    choose_stage_list(store, STAMP, **HERE, lines=[last.line], on_stage=False)
    for wanted, found in (("xi mang", True), ("xi mong", False), ("khoi thi dua 1", False)):
        page = mc.get(f"{STAGE}/0/mc?gold={wanted}", headers=VIETNAMESE).text
        assert (last.name in element(page, "gold")) is found
    send(mc, f"0/lines/{last.line}/gold-card")
    assert [fact.line for fact in facts(app, GoldCardGiven)] == [last.line]
    end = ceremony(app).turns[-1]
    assert [place.name for place in end.places] == [last.name]
    assert end.turn.number == 0
    while ceremony(app).next_cue:
        until(mc, app, "clear")
    assert "Lượt cuối, bổ sung" in words(seen(mc))
