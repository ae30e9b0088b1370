"""Who may do what: one table from act to roles, for web and API alike."""

from collections.abc import Iterable

ROLES = ("organizer", "reception", "supervisor", "stage", "auditor", "admin")

PLANNER = ("organizer", "admin")
"""The roles that who plans a conference gets in it."""

ORGANISING = [
    "plan_conference",
    "retitle_conference",
    "date_conference",
    "choose_venue",
    "name_chair",
    "choose_theme",
    "table_document",
    "withdraw_document",
    "adopt_document",
    "launch_movement",
    "open_conference",
    "close_conference",
    "set_playing_clock",
    "choose_introduction_depth",
    "note_source",
    "add_site",
    "issue_invitation",
    "invite_group",
    "count_group",
    "describe_guest",
    "accept_invitation",
    "decline_invitation",
    "name_substitute",
    "withdraw_invitation",
    "reissue_invitation",
    "override_precedence",
    "set_agenda_start",
    "add_item",
    "schedule_speech",
    "describe_item",
    "move_item",
    "time_item",
    "withdraw_item",
    "register_instrument",
    "revise_instrument",
    "withdraw_instrument",
    "link_recipient",
    "name_representative",
    "choose_precedence",
    "set_stage_capacity",
    "set_entry_rule",
    "adopt_hall",
    "propose_seating",
    "accept_seating",
    "pin_seat",
    "unpin_seat",
    "swap_seats",
    "vacate_seat",
    "import_workbook",
    "read_personal",
]

DOOR = ["check_in_guest", "admit_walk_in"]
OVERSIGHT = ["reverse_check_in", "excuse_absence", "revoke_excuse"]
STAGE = ["start_item", "finish_item", "announce_instrument", "present_award"]
TEAM = ["appoint_member", "dismiss_member", "pair_device", "revoke_device"]

READING = {
    "read_conference": ROLES,
    "read_guest_list": ("organizer", "reception", "supervisor", "auditor"),
    "read_attendance": ("organizer", "reception", "supervisor", "stage", "auditor"),
    "read_introductions": ("organizer", "supervisor", "stage", "auditor"),
    "read_agenda": ("organizer", "supervisor", "stage", "auditor"),
    "read_awards": ("organizer", "stage", "auditor"),
    "read_seating_plan": ("organizer", "reception", "supervisor", "stage", "auditor"),
    "read_run_sheet": ("organizer", "supervisor", "stage", "auditor"),
    "read_team": ("admin", "auditor"),
    "read_history": ("organizer", "auditor"),
    "export_conference": ("organizer", "auditor"),
}

MAY: dict[str, frozenset[str]] = {
    **{act: frozenset({"organizer"}) for act in ORGANISING},
    **{act: frozenset({"organizer", "reception", "supervisor"}) for act in DOOR},
    **{act: frozenset({"organizer", "supervisor"}) for act in OVERSIGHT},
    **{act: frozenset({"organizer", "stage"}) for act in STAGE},
    **{act: frozenset({"admin"}) for act in TEAM},
    **{act: frozenset(roles) for act, roles in READING.items()},
}
"""Phone, birth date and tokens are `read_personal`: the organizer's only."""


def may(roles: Iterable[str], act: str) -> bool:
    """Whether one of the roles may do the act. KeyError for an act that nobody declared."""
    return not MAY[act].isdisjoint(roles)
