"""The plan's page: who hands over in a turn, what it needs, and the rules of the plan."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders_demo import serving_demo, shelf_of
from builders_doors import browser
from builders_pages import element, notice
from builders_plan import URL, act, recorded, rows, turns
from flask import Flask
from flask.testing import FlaskClient

from conference.rules.late_policy import LatePolicy
from events.awards_plan import PrecedenceArranged
from projections.award_prepared import Preparation


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return browser(app)


def presenters(app: Flask, turn: int = 4) -> list[str]:
    return [one.name for one in turns(app)[turn].assigned]


def press(app: Flask, client: FlaskClient, turn: int = 4, **form: object) -> int:
    return act(client, f"turns/{turns(app)[turn].id}/presenters", **form).status_code


def clear(app: Flask, client: FlaskClient) -> None:
    """Nobody hands over in the last turn any more."""
    while presenters(app):
        assert press(app, client, off="0") == 303


def test_guests_come_by_rank_and_others_behind_them(app: Flask, client: FlaskClient) -> None:
    clear(app, client)
    ranked = [one for one in shelf_of(app).guest_list.guests if one.invited][:3]
    for guest in (ranked[2], ranked[0]):
        assert press(app, client, guest=str(guest.id)) == 303
    assert press(app, client, name="Trần Văn Khách", post="Nguyên Chủ tịch") == 303
    assert press(app, client, guest=str(ranked[1].id)) == 303
    assert press(app, client, guest=str(ranked[1].id)) == 303, "once is enough"
    assert presenters(app) == [*(one.called for one in ranked), "Trần Văn Khách"]
    shown = element(client.get(f"{URL}?turn={turns(app)[4].id}").text, "assigned")
    assert "Trần Văn Khách Nguyên Chủ tịch" in shown


def test_presenters_go_up_down_and_off(app: Flask, client: FlaskClient) -> None:
    clear(app, client)
    for name in ("An", "Bình", "Chi"):
        press(app, client, name=name)
    press(app, client, up="2")
    assert presenters(app) == ["An", "Chi", "Bình"]
    press(app, client, down="0")
    assert presenters(app) == ["Chi", "An", "Bình"]
    press(app, client, off="1")
    assert presenters(app) == ["Chi", "Bình"]
    for nothing in ({"up": "0"}, {"down": "1"}, {"off": "9"}):
        assert press(app, client, **nothing) == 303
    assert presenters(app) == ["Chi", "Bình"]
    assert press(app, client) == 422, "a press that says nothing"


def test_the_positions_of_each_presenter_are_shown(app: Flask, client: FlaskClient) -> None:
    clear(app, client)
    for name in ("An", "Bình"):
        press(app, client, name=name)
    shown = element(client.get(URL).text, f"turn-{turns(app)[4].id}")
    assert "An · vị trí 1–4 Bình · vị trí 5–7" in shown


def test_guests_are_offered_those_on_the_stage_first_and_searched_for(
    app: Flask, client: FlaskClient
) -> None:
    turn = turns(app)[4].id
    offered = element(client.get(f"{URL}?turn={turn}").text, "assigned")
    first = next(one for one in shelf_of(app).guest_list.guests if one.invited and one.name)
    assert str(first.coming) in offered
    found = element(client.get(f"{URL}?turn={turn}&who=zzzz").text, "assigned")
    assert "Không tìm thấy khách nào." in found


def test_the_same_presenters_hand_over_in_all_turns_of_the_award(
    app: Flask, client: FlaskClient
) -> None:
    clear(app, client)
    last = turns(app)[4]
    refused = act(client, f"turns/{last.id}/presenters/everywhere")
    assert refused.status_code == 409
    assert "chưa có người trao" in notice(refused.text)
    press(app, client, name="An")
    assert act(client, f"turns/{last.id}/presenters/everywhere").status_code == 303
    like = [turn for turn in turns(app) if turn.award == last.award]
    assert (len(like), {turn.presenters for turn in like}) == (3, {("An",)})
    assert {turn.presenters for turn in turns(app)[:2]} != {("An",)}


def test_what_a_turn_needs_is_said_and_taken_back(app: Flask, client: FlaskClient) -> None:
    path = f"turns/{turns(app)[4].id}/preparation"
    said = {"side": "left", "servers": "4", "bouquets": "2", "music": "Nhạc mừng", "photo_s": "0"}
    assert act(client, path, **said, seconds="300", note="quay phim").status_code == 303
    needs = Preparation("left", 4, 2, "Nhạc mừng", 0, 300, "quay phim")
    assert turns(app)[4].needs == needs
    shown = element(client.get(URL).text, f"turn-{turns(app)[4].id}")
    for words in ("4 người · 2 bó", "300 giây", "Nhạc mừng · không chụp", "quay phim"):
        assert words in shown
    act(client, path, side="", servers="", bouquets="", music="", photo_s="", seconds="", note="")
    assert turns(app)[4].needs == Preparation()


def test_the_rules_of_turns_are_set_on_the_plan(app: Flask, client: FlaskClient) -> None:
    said = {"split": "full", "within": "name", "side": "left", "turn_s": "60", "recipient_s": "10"}
    assert act(client, "rules", **said, witness="Lê Văn Chứng", proxies="true").status_code == 303
    assert act(client, "stage-capacity", capacity="10").status_code == 303
    assert [len(row) for row in rows(app)] == [10, 6, 10, 6, 7]
    rules = shelf_of(app).awards.settings
    assert (rules.side, rules.turn_s, rules.witness, rules.proxies) == (
        "left",
        60,
        "Lê Văn Chứng",
        True,
    )
    assert act(client, "precedence", preset="flags_first", direction="ascending").status_code == 303
    assert turns(app)[0].placing == 3
    assert (
        act(client, "entry-rules", level="province", recipients_enter="before").status_code == 303
    )
    assert turns(app)[0].recipients_enter == "before"


@pytest.mark.parametrize(
    ("name", "policy"),
    [
        ("nottingham", LatePolicy(45, "end", "not_presented")),
        ("chester", LatePolicy(30, "not_presented", "not_presented")),
    ],
)
def test_a_published_policy_of_lateness_is_picked(
    app: Flask, client: FlaskClient, name: str, policy: LatePolicy
) -> None:
    page = client.get(URL).text
    form = page[page.index(f'id="late-{name}"') :].split("</form>")[0]
    sent = {key: form.split(f'name="{key}" value="')[1].split('"')[0] for key in vars(policy)}
    assert act(client, "late-policy", **sent).status_code == 303
    assert shelf_of(app).awards.prepared.late == policy


def test_an_own_precedence_begins_as_a_copy_and_is_moved(app: Flask, client: FlaskClient) -> None:
    flag, letter = "co_thi_dua_cap_tinh", "bang_khen_chu_tich_ubnd_tinh"
    assert turns(app)[0].award == flag
    moved = act(client, f"own-precedence/{letter}/position", before=flag)
    assert (moved.status_code, moved.location) == (303, f"{URL}/own-precedence")
    assert (shelf_of(app).awards.settings.preset, turns(app)[0].award) == ("own", letter)
    page = client.get(f"{URL}/own-precedence").text
    assert page.index(f'id="award-{letter}"') < page.index(f'id="award-{flag}"')
    assert act(client, "own-precedence/copy", preset="decree_list").status_code == 303
    assert [len(fact.order) for fact in recorded(app, PrecedenceArranged)] == [45, 45]
    assert turns(app)[0].award == flag
    assert act(client, "own-precedence/nothing/position", before=flag).status_code == 404
    assert act(client, f"own-precedence/{letter}/position", before="nothing").status_code == 422
