"""The award check's page: what is found and where, who answers for it, papers made elsewhere."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from builders_demo import DEMO, shelf_of
from builders_doors import browser, store_of
from builders_pages import ENGLISH, element, notice, send
from flask import Flask
from flask.testing import FlaskClient
from immutables import Map

from conference.commands.awards_plan import lock_plan, move_recipient
from conference.commands.awards_prepared import assign_presenters
from conference.commands.awards_rules import set_plan_rules
from events.base import Stamp
from projections.award_prepared import Artefact, Waiver
from projections.lint import lint
from projections.lint_finding import Finding

URL = f"/conferences/{DEMO}/lint"
AWARDS = f"/conferences/{DEMO}/awards"


def found(app: Flask, code: str) -> Finding:
    """The first finding of a rule, as of now."""
    shelf = shelf_of(app)
    today = shelf.conference.clock(datetime.now(UTC)).date()
    return next(one for one in lint(shelf, today, {}).findings if one.code == code)


def element_id(one: Finding) -> str:
    return f"{one.code}-{one.where.replace(':', '-')}"


def waive(client: FlaskClient, one: Finding, **said: object) -> Any:
    form: dict[str, object] = {"code": one.code, "where": one.where, "said": one.said}
    form |= {"name": "Trần Thị Đào", "reason": "đúng như quyết định"}
    return send(client, URL, f"{URL}/waivers", form | said)


def test_a_finding_says_what_where_and_why(app: Flask, client: FlaskClient) -> None:
    page = client.get(URL).text
    one = found(app, "year-mismatch")
    text = element(page, element_id(one))
    assert "16 dòng ghi năm 2017, các quyết định khác ghi năm 2018" in text
    assert "Căn cứ: Kiên Giang 2019" in text
    instrument = one.where.removeprefix("instrument:")
    assert f'href="{AWARDS}/instruments/{instrument}"' in page
    cause = one.causes[0]
    path = f"/conferences/{DEMO}/history?of={cause.aggregate}&amp;version={cause.version}"
    assert path in page
    shown = client.get(path.replace("&amp;", "&")).text
    assert re.findall(r">#(\d+)</a>", shown) != []
    assert "2017" in element(shown, "history-lines")


def test_a_waived_finding_leaves_the_list_and_counts_again_when_revoked(
    app: Flask, client: FlaskClient
) -> None:
    one = found(app, "year-mismatch")
    assert waive(client, one).status_code == 303
    assert shelf_of(app).awards.prepared.waivers[one.code, one.where] == Waiver(
        one.said, "Trần Thị Đào", "đúng như quyết định"
    )
    assert element_id(one) not in client.get(URL).text
    waived = element(client.get(f"{URL}?severity=waived").text, element_id(one))
    assert "Trần Thị Đào chấp nhận: đúng như quyết định" in waived
    where: dict[str, object] = {"code": one.code, "where": one.where}
    assert send(client, URL, f"{URL}/waivers/revocation", where).status_code == 303
    assert element_id(one) in client.get(URL).text


def test_nobody_answers_for_what_was_not_shown(app: Flask, client: FlaskClient) -> None:
    one, head = found(app, "year-mismatch"), store_of(app).head()
    answer = waive(client, one, said="error x")
    assert answer.status_code == 409
    assert notice(answer.text).endswith("Hãy xem lại trước khi chấp nhận.")
    assert (waive(client, one, reason="").status_code, store_of(app).head()) == (422, head)


def test_a_waiver_of_a_locked_plan_stays(app: Flask, client: FlaskClient) -> None:
    one = found(app, "year-mismatch")
    waive(client, one)
    lock_plan(store_of(app), Stamp(by=DEMO, at=datetime.now(UTC)), conference_id=DEMO)
    assert element_id(one) in client.get(f"{URL}?severity=waived").text


CARD = {"kind": "presenter_card", "title": "Thẻ của Chủ tịch", "turn": "", "shown_at": ""}


def test_a_paper_is_entered_line_by_line_and_compared(app: Flask, client: FlaskClient) -> None:
    turn = shelf_of(app).run_sheet.turns[0]
    names = [one.name for one in turn.recipients]
    said: dict[str, object] = {**CARD, "turn": str(turn.id), "names": "\r\n".join(names)}
    assert send(client, URL, f"{URL}/artefacts", said).status_code == 303
    (paper,) = shelf_of(app).awards.prepared.artefacts.values()
    assert paper == Artefact(
        paper.id, "presenter_card", "Thẻ của Chủ tịch", turn.id, tuple(names), None
    )
    assert "khớp kế hoạch" in element(client.get(URL).text, f"artefact-{paper.id}")
    wrong = said | {"names": "\n".join(["Người khác", *names[1:]])}
    assert send(client, URL, f"{URL}/artefacts/{paper.id}", wrong).status_code == 303
    page = client.get(URL).text
    text = element(page, f"artefact-mismatch-artefact-{paper.id}")
    assert f"dòng 1 ghi “Người khác”, kế hoạch là “{names[0]}”" in text
    assert "không khớp" in element(page, f"artefact-{paper.id}")
    away: dict[str, object] = {"reason": "in lại"}
    assert send(client, URL, f"{URL}/artefacts/{paper.id}/withdrawal", away).status_code == 303
    assert shelf_of(app).awards.prepared.artefacts == Map()


def test_the_page_tells_how_it_stands_in_both_languages(app: Flask, client: FlaskClient) -> None:
    shelf = shelf_of(app)
    errors = lint(shelf, date.today(), {}).errors
    assert errors > 0
    said = element(client.get(URL).text, "lint-ready")
    assert said == f"Chưa sẵn sàng: {errors} lỗi"
    english = element(client.get(URL, headers=ENGLISH).text, "lint-ready")
    assert english == f"Not ready; errors: {errors}"


def test_each_severity_and_each_rule_has_a_list_of_its_own(client: FlaskClient) -> None:
    errors = client.get(f"{URL}?severity=error").text
    assert ("rule-error-" in errors, "rule-warning-" in errors) == (True, False)
    one = client.get(f"{URL}?code=year-mismatch").text
    assert re.findall(r'id="rule-([a-z-]+)"', one) == ["warning-year-mismatch"]


def test_the_other_pages_tell_the_first_of_each_rule(client: FlaskClient) -> None:
    for path in (f"/conferences/{DEMO}", AWARDS, f"/conferences/{DEMO}/run-sheet"):
        assert "Năm không khớp" in element(client.get(path).text, "lint-summary")
    part = client.get(f"{URL}/summary", headers={"HX-Request": "true"}).text
    assert part.lstrip().startswith("<section")
    assert "<h1>" in client.get(f"{URL}/summary").text


def test_a_past_position_shows_what_was_found_then(app: Flask, client: FlaskClient) -> None:
    before, one = store_of(app).head(), found(app, "year-mismatch")
    waive(client, one)
    assert element_id(one) not in client.get(URL).text
    assert element_id(one) in client.get(f"{URL}?at={before}").text


def test_who_reads_only_awards_answers_for_nothing(app: Flask) -> None:
    stage = browser(app, "stage")
    page = stage.get(URL).text
    one = found(app, "year-mismatch")
    assert (f"waive-{element_id(one)}" in page, "history?of=" in page) == (False, False)
    assert waive(stage, one).status_code == 403


def test_the_plans_page_tells_of_each_turn_what_is_found_in_it(
    app: Flask, client: FlaskClient
) -> None:
    turn = shelf_of(app).run_sheet.turns[0]
    assign: Any = {"turn": turn.id, "presenters": []}
    stamp = Stamp(by=DEMO, at=datetime.now(UTC))
    assign_presenters(store_of(app), stamp, conference_id=DEMO, **assign)
    plan = f"/conferences/{DEMO}/plan"
    told = element(client.get(plan).text, f"points-{turn.id}")
    assert "điểm cần xem" in told
    opened = element(client.get(f"{plan}?turn={turn.id}").text, f"points-{turn.id}")
    assert "chưa phân công người trao" in opened


PRINTS = ("mc-script", "run-sheet", "tray-sheet", "presenter-cards", "posting-list")


@pytest.mark.parametrize("side", ["left", "right"])
def test_our_own_prints_in_use_agree_until_the_plan_changes(
    app: Flask, client: FlaskClient, side: str
) -> None:
    store, stamp = store_of(app), Stamp(by=DEMO, at=datetime.now(UTC))
    rules: Any = {"split": "even", "within": "decision", "side": side, "proxies": False}
    times: Any = {"turn_s": 90, "recipient_s": 20, "witness": None}
    set_plan_rules(store, stamp, conference_id=DEMO, **rules, **times)
    at = store.head()
    for paper in PRINTS:
        place = f"/conferences/{DEMO}/prints/{paper}/{at}"
        assert send(client, place, f"{place}/use").status_code == 303
    assert papers_told(client) == set()
    first = shelf_of(app).run_sheet.turns[0]
    line, before = first.recipients[1].line, first.recipients[0].line
    move_recipient(
        store, stamp, conference_id=DEMO, turn=first.id, line=line, before=before, why="theo ghế"
    )
    told = papers_told(client)
    assert {code for code, _ in told} == {"artefact-mismatch", "artefact-stale"}
    assert len(told) == 2 * len(PRINTS)


def papers_told(client: FlaskClient) -> set[tuple[str, str]]:
    """The findings about papers on the page: code and artefact."""
    page = client.get(f"{URL}?severity=error").text
    return set(re.findall(r'id="(artefact-(?:mismatch|stale))-artefact-([0-9a-f-]+)"', page))
