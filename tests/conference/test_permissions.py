"""Every route with every role: who may, who is refused, and for whom the conference is not there.

What a role may do is restated here from the order of the house, not read from the product's table.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from builders import id
from builders_doors import serving, store_of
from flask import Flask
from werkzeug.routing import Rule

from conference import gate
from conference.commands.conference import plan_conference
from conference.commands.team import appoint_member, pair_device
from conference.config import Settings
from conference.rules.roles import ROLES
from conference.store import Store
from events.base import Stamp

READS = {
    "read_conference": ROLES,
    "follow_conference": ROLES,
    "read_guest_list": ("organizer", "supervisor", "auditor"),
    "read_attendance": ("organizer", "reception", "supervisor", "stage", "auditor"),
    "read_introductions": ("organizer", "supervisor", "stage", "auditor"),
    "read_agenda": ("organizer", "supervisor", "stage", "auditor"),
    "read_speeches": ("organizer", "auditor"),
    "read_awards": ("organizer", "stage", "auditor"),
    "read_seating_plan": ("organizer", "supervisor", "stage", "auditor"),
    "read_run_sheet": ("organizer", "supervisor", "stage", "auditor"),
    "read_stage_screen": ("organizer", "supervisor", "stage", "auditor"),
    "read_team": ("admin", "auditor"),
    "read_history": ("organizer", "auditor"),
    "export_conference": ("organizer", "auditor"),
}
OTHERS = {
    "check_in_guest": ("organizer", "reception", "supervisor"),
    "admit_walk_in": ("organizer", "reception", "supervisor"),
    "print_badges": ("organizer", "reception", "supervisor"),
    "print_tents": ("organizer", "supervisor"),
    "find_guest": ("organizer", "supervisor"),
    "reverse_check_in": ("organizer", "supervisor"),
    "settle_contest": ("organizer", "supervisor"),
    "excuse_absence": ("organizer", "supervisor"),
    "revoke_excuse": ("organizer", "supervisor"),
    "start_item": ("organizer", "stage"),
    "finish_item": ("organizer", "stage"),
    "retake_item": ("organizer", "stage"),
    "pass_on": ("organizer", "stage"),
    "allot_item": ("organizer", "stage"),
    "skip_item": ("organizer", "stage"),
    "return_item": ("organizer", "stage"),
    "insert_item": ("organizer", "stage"),
    "reinstate_item": ("organizer", "stage"),
    "revert_step": ("organizer", "stage"),
    "choose_pulse": ("organizer", "stage"),
    "announce_instrument": ("organizer", "stage"),
    "present_award": ("organizer", "stage"),
    "ready_objects": ("organizer", "stage"),
    "enter_artefact": ("organizer", "stage"),
    "withdraw_artefact": ("organizer", "stage"),
    "take_cue": ("organizer", "stage"),
    "revert_cue": ("organizer", "stage"),
    "accept_edits": ("organizer", "stage"),
    "cover_screen": ("organizer", "stage"),
    "begin_rehearsal": ("organizer", "stage"),
    "close_stage": ("organizer", "stage"),
    "reach_wings": ("organizer", "stage"),
    "scan_at_wings": ("organizer", "stage"),
    "leave_wings": ("organizer", "stage"),
    "settle_absence": ("organizer", "stage"),
    "lift_absence": ("organizer", "stage"),
    "give_gold_card": ("organizer", "stage"),
    "correct_presentation": ("organizer", "stage"),
    "close_up_row": ("organizer", "stage"),
    "tick_object": ("organizer", "stage"),
    "confirm_tray": ("organizer", "stage"),
    "appoint_member": ("admin",),
    "dismiss_member": ("admin",),
    "pair_device": ("admin",),
    "revoke_device": ("admin",),
}
"""Whatever is not named in either is the organizer's."""

DOOR = {"follow_conference", "read_attendance", "check_in_guest", "admit_walk_in"}
CREW = {"follow_conference", "read_run_sheet", "read_stage_screen"}
TRAY = CREW | {"tick_object", "confirm_tray"}
STAGE = CREW | {
    *("settle_absence", "lift_absence", "correct_presentation"),
}
AT_SCREENS = {
    "door": DOOR,
    "supervisor": DOOR | {"find_guest", "reverse_check_in", "settle_contest"},
    "mc": STAGE | {"take_cue", "revert_cue", "accept_edits", "cover_screen", "give_gold_card"},
    "stage": STAGE
    | TRAY
    | {"reach_wings", "leave_wings", "scan_at_wings", "give_gold_card", "close_up_row"},
    "tray": TRAY,
    "usher": CREW,
    "photographer": CREW,
    "speaker": {"follow_conference", "read_agenda"},
    "hall": {"follow_conference", "read_agenda", "read_stage_screen"},
}
"""What a paired device may do: its one screen."""


def wanted(act: str) -> tuple[str, ...]:
    return tuple((READS | OTHERS).get(act, ("organizer",)))


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An app with a conference; forms need no token here, so that the role decides."""
    folder: Path = tmp_path_factory.mktemp("permissions")
    settings = Settings(data_dir=folder, secret_key="a key for tests only")
    Store.migrate(settings)
    with serving(settings) as made:
        made.config["WTF_CSRF_ENABLED"] = False
        stamp = Stamp(by=id("planner"), at=datetime.now(UTC))
        for name in ("ours", "theirs"):
            said = {"planner": "Văn phòng", "title": f"Hội nghị {name}", "host": "UBND tỉnh"}
            plan_conference(store_of(made), stamp, conference_id=id(name), **said)
        for screen in AT_SCREENS:
            at = {"name": screen, "screen": screen, "door": "A" if screen == "door" else None}
            pair_device(
                store_of(made), stamp, conference_id=id("ours"), device=id(f"at {screen}"), **at
            )
        for role in ROLES:
            known = {"member": id(role), "name": role, "roles": [role]}
            appoint_member(store_of(made), stamp, conference_id=id("ours"), **known)
        yield made


def acting(
    app: Flask,
    account: UUID | None,
    everywhere: tuple[str, ...] = (),
    device_at: UUID | None = None,
) -> None:
    """From here on every request is this account's, or this device's."""
    actor = gate.Actor(account, "Ai đó", everywhere, device_at) if account else None
    app.extensions["who"] = lambda: actor


def routes(app: Flask) -> list[tuple[str, Rule, str]]:
    return [
        (method, rule, getattr(app.view_functions[rule.endpoint], "act", gate.UNDECLARED))
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static"
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]


def asked(app: Flask, method: str, rule: Rule, conference: str) -> int:
    """The status of a request with ids that are nobody's, apart from the conference's."""
    given = {name: uuid4() for name in rule.arguments}
    given |= {"seat": "A-01", "language": "vi", "secret": "x", "waiting": "x", "entry": 1, "run": 0}
    values = {name: given[name] for name in rule.arguments}
    if "conference_id" in values:
        values["conference_id"] = id(conference)
    path = app.url_map.bind("localhost").build(rule.endpoint, values, method=method)
    client = app.test_client()
    answer = client.open(path, method=method, buffered=False)
    answer.close()
    return answer.status_code


def test_every_route_declares_its_act(app: Flask) -> None:
    found = routes(app)
    assert len(found) > 140
    assert [rule.rule for _, rule, act in found if act == gate.UNDECLARED] == []


@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_do_its_own_acts_and_no_others(app: Flask, role: str) -> None:
    wrong = {}
    for method, rule, act in routes(app):
        if "conference_id" not in rule.arguments:
            continue
        acting(app, id(role))
        status = asked(app, method, rule, "ours")
        may = role in wanted(act)
        if (status == 403) == may or status in (401, 500):
            wrong[f"{method} {rule.rule}"] = status
    assert wrong == {}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_held_everywhere_opens_the_same_doors_in_every_conference(
    app: Flask, role: str
) -> None:
    wrong = {}
    for method, rule, act in routes(app):
        if act in (gate.PUBLIC, gate.MEMBER, gate.KNOWN):
            continue
        acting(app, id("somebody else"), (role,))
        status = asked(app, method, rule, "theirs")
        if (status == 403) == (role in wanted(act)) or status in (401, 500):
            wrong[f"{method} {rule.rule}"] = status
    assert wrong == {}


@pytest.mark.parametrize("screen", list(AT_SCREENS))
def test_a_device_opens_its_own_screen_and_nothing_else(app: Flask, screen: str) -> None:
    acting(app, id(f"at {screen}"), device_at=id("ours"))
    opened, elsewhere = set(), []
    for method, rule, act in routes(app):
        if act in (gate.PUBLIC, gate.KNOWN):
            continue
        if asked(app, method, rule, "ours") not in (401, 403):
            opened.add(act)
        if "conference_id" in rule.arguments and asked(app, method, rule, "theirs") != 404:
            elsewhere.append(rule.rule)
    assert (opened, elsewhere) == (AT_SCREENS[screen], [])


def test_another_conference_does_not_exist_for_a_member_of_this_one(app: Flask) -> None:
    found = {}
    for role in ROLES:
        for method, rule, _ in routes(app):
            if "conference_id" in rule.arguments:
                acting(app, id(role))
                status = asked(app, method, rule, "theirs")
                if status != 404:
                    found[f"{role} {method} {rule.rule}"] = status
    assert found == {}


def test_nobody_is_sent_to_the_sign_in_and_a_program_to_its_token(app: Flask) -> None:
    found = {}
    for method, rule, act in routes(app):
        if act == gate.PUBLIC:
            continue
        acting(app, None)
        expected = 401 if rule.rule.startswith("/api/") else 303
        status = asked(app, method, rule, "ours")
        if status != expected:
            found[f"{method} {rule.rule}"] = status
    assert found == {}
