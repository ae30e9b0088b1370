"""Every fact there is: importing this module registers all topics."""

from events import (
    agenda,
    agenda_day,
    agenda_notices,
    agenda_release,
    attendance,
    awards,
    awards_annex,
    awards_checks,
    awards_plan,
    awards_prepared,
    badges,
    conference,
    guest_import,
    invitation,
    invitation_answers,
    invitation_letters,
    publication,
    seating,
    speech,
    stage,
    stage_row,
    team,
)
from events.base import TOPICS

NOUNS = (
    conference,
    invitation,
    invitation_answers,
    invitation_letters,
    guest_import,
    attendance,
    agenda,
    agenda_day,
    agenda_notices,
    agenda_release,
    speech,
    awards,
    awards_annex,
    awards_plan,
    awards_prepared,
    awards_checks,
    stage,
    stage_row,
    seating,
    badges,
    publication,
    team,
)

__all__ = ["NOUNS", "TOPICS"]
