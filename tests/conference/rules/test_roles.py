"""Who may do what: each act of the house has its roles, and only these (issue 2, section 3)."""

import pytest

from conference.rules.roles import MAY, ROLES, may

EXPECTED = {
    "check_in_guest": {"organizer", "reception", "supervisor"},
    "admit_walk_in": {"organizer", "reception", "supervisor"},
    "reverse_check_in": {"organizer", "supervisor"},
    "excuse_absence": {"organizer", "supervisor"},
    "start_item": {"organizer", "stage"},
    "present_award": {"organizer", "stage"},
    "move_item": {"organizer"},
    "register_instrument": {"organizer"},
    "accept_seating": {"organizer"},
    "import_workbook": {"organizer"},
    "read_personal": {"organizer"},
    "appoint_member": {"admin"},
    "pair_device": {"admin"},
    "read_conference": set(ROLES),
}


@pytest.mark.parametrize("act", sorted(EXPECTED))
def test_an_act_is_its_roles_alone(act: str) -> None:
    assert {role for role in ROLES if may([role], act)} == EXPECTED[act]


def test_an_auditor_reads_all_but_what_is_the_organizers_alone_and_changes_nothing() -> None:
    acts = {act for act in MAY if may(["auditor"], act)}
    reading = {act for act in MAY if act.startswith(("read_", "export_"))}
    kept_back = reading - acts
    assert "read_personal" in kept_back
    assert {MAY[act] for act in kept_back} == {frozenset({"organizer"})}
    assert {act.split("_")[0] for act in acts} <= {"read", "export", "follow"}


def test_who_has_several_roles_may_do_what_one_of_them_may() -> None:
    assert may(["auditor", "stage"], "start_item")
    assert not may(["auditor", "reception"], "start_item")


def test_nobody_may_do_anything() -> None:
    assert [act for act in MAY if may([], act)] == []


def test_an_act_that_nobody_declared_is_a_defect() -> None:
    with pytest.raises(KeyError):
        may(ROLES, "dance")


def test_every_act_is_somebodys() -> None:
    assert [act for act, roles in MAY.items() if not roles] == []
