"""Who may do what: one table from act to roles, for web and API alike."""

from collections.abc import Iterable

ROLES = ("organizer", "reception", "supervisor", "stage", "auditor", "admin")

SCREENS = (
    *("door", "supervisor", "mc", "stage", "tray", "usher", "photographer"),
    *("speaker", "hall"),
)
"""Where a paired device stands: it opens this one screen and nothing else."""

PLANNER = ("organizer", "admin")
"""The roles that who plans a conference gets in it."""

ORGANISING = [
    "plan_conference",
    "retitle_conference",
    "date_conference",
    "choose_venue",
    "book_hall",
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
    "word_roll_call",
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
    "word_letter",
    "set_answer_deadline",
    "send_letters",
    "make_personal_links",
    "remind_guests",
    "read_mails",
    "send_test_mail",
    "retry_mail",
    "report_bounce",
    "drop_mails",
    "set_agenda_start",
    "add_item",
    "schedule_speech",
    "describe_item",
    "move_item",
    "time_item",
    "withdraw_item",
    "duplicate_item",
    "split_item",
    "insert_template",
    "set_least_minutes",
    "copy_agenda",
    "release_agenda",
    "lay_notices",
    "send_notices",
    "request_speech",
    "describe_speech",
    "link_speaker",
    "receive_text",
    "send_back_speech",
    "approve_speech",
    "place_speech",
    "arrange_speeches",
    "withdraw_speech",
    "set_speech_terms",
    "make_speech_links",
    "read_draft",
    "register_instrument",
    "revise_instrument",
    "withdraw_instrument",
    "link_recipient",
    "name_representative",
    "choose_precedence",
    "set_stage_capacity",
    "set_entry_rule",
    "set_plan_rules",
    "choose_late_policy",
    "arrange_precedence",
    "choose_stage_list",
    "move_turn",
    "move_recipient",
    "split_turn",
    "join_turns",
    "reset_turns",
    "lock_plan",
    "unlock_plan",
    "assign_presenters",
    "share_presenters",
    "prepare_turn",
    "note_phonetic",
    "note_aliases",
    "waive_finding",
    "revoke_waiver",
    "import_annex",
    "adopt_hall",
    "propose_seating",
    "accept_seating",
    "pin_seat",
    "unpin_seat",
    "swap_seats",
    "vacate_seat",
    "choose_reserve",
    "import_workbook",
    "import_schedule",
    "publish_conference",
    "unpublish_conference",
    "import_guests",
    "undo_guest_import",
    "read_personal",
    "read_door_codes",
]

DOOR = ["check_in_guest", "admit_walk_in", "print_badges"]
"""Reception prints badges of walk-ins alone: everybody else's carries a code that lets in, which
would be a way round the search that only supervisors have (product.md 1b, complaint 7)."""

OVERSIGHT = [
    "find_guest",
    "print_any_badge",
    "print_tents",
    "reverse_check_in",
    "settle_contest",
    "excuse_absence",
    "revoke_excuse",
]
STAGE = [
    "start_item",
    "retake_item",
    "finish_item",
    "pass_on",
    "allot_item",
    "skip_item",
    "return_item",
    "insert_item",
    "reinstate_item",
    "revert_step",
    "choose_pulse",
    "announce_instrument",
    "present_award",
    "ready_objects",
    "enter_artefact",
    "withdraw_artefact",
    "take_cue",
    "revert_cue",
    "accept_edits",
    "cover_screen",
    "begin_rehearsal",
    "close_stage",
    "reach_wings",
    "scan_at_wings",
    "leave_wings",
    "settle_absence",
    "lift_absence",
    "give_gold_card",
    "correct_presentation",
    "close_up_row",
    "tick_object",
    "confirm_tray",
]
TEAM = ["appoint_member", "dismiss_member", "pair_device", "revoke_device"]

READING = {
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

DOORS = ("door", "supervisor")
"""Screens that scan: a steward's, which knows a guest by the code alone, and a supervisor's."""

CREWS = ("stage", "tray", "usher", "photographer")
"""Screens of those who work around the stage: the stage manager's, and who follows it."""

AT_SCREENS = {
    "follow_conference": SCREENS,
    "read_attendance": DOORS,
    **dict.fromkeys(("check_in_guest", "admit_walk_in"), DOORS),
    **dict.fromkeys(("find_guest", "reverse_check_in", "settle_contest"), ("supervisor",)),
    "read_run_sheet": ("mc", *CREWS),
    "read_stage_screen": ("mc", *CREWS, "hall"),
    **dict.fromkeys(("take_cue", "revert_cue", "accept_edits", "cover_screen"), ("mc",)),
    **dict.fromkeys(("settle_absence", "lift_absence", "correct_presentation"), ("mc", "stage")),
    **dict.fromkeys(("reach_wings", "leave_wings", "scan_at_wings"), ("stage",)),
    "give_gold_card": ("mc", "stage"),
    "close_up_row": ("stage",),
    **dict.fromkeys(("tick_object", "confirm_tray"), ("stage", "tray")),
    "read_agenda": ("speaker", "hall"),
}
"""What the device at a screen may do; it holds no role, and no role holds a screen."""

ROLES_OF: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(ORGANISING, ("organizer",)),
    **dict.fromkeys(DOOR, ("organizer", "reception", "supervisor")),
    **dict.fromkeys(OVERSIGHT, ("organizer", "supervisor")),
    **dict.fromkeys(STAGE, ("organizer", "stage")),
    **dict.fromkeys(TEAM, ("admin",)),
    **READING,
}
"""Phone, birth date and tokens are `read_personal`: the organizer's only."""


def at_screen(screen: str) -> str:
    """What the gate knows a screen's device by, beside the roles of people."""
    return f"{screen}-screen"


MAY = {
    act: frozenset([*roles, *map(at_screen, AT_SCREENS.get(act, ()))])
    for act, roles in ROLES_OF.items()
}


def may(roles: Iterable[str], act: str) -> bool:
    """Whether one of the roles may do the act. KeyError for an act that nobody declared."""
    return not MAY[act].isdisjoint(roles)
