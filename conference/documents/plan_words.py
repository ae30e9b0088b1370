"""How a plan of the awards is called on screens and papers, by its lock."""

from conference.documents.paper_frame import Say
from conference.rules.days import written_day
from projections.award_book import AwardBook
from projections.library import Shelf


def plan_words(awards: AwardBook, say: Say) -> str:
    """The lock's number, and whether the plan was amended behind it; else a draft."""
    prepared = awards.prepared
    if not prepared.locked:
        return say("plan-edition.draft")
    code = "plan-edition.amended" if prepared.amended else "plan-edition.locked"
    return say(code, number=prepared.locks)


def lock_words(shelf: Shelf, awards: AwardBook, say: Say) -> str:
    """When the plan was locked, how often it was amended since and why; of a draft, whether a lock
    came before it."""
    prepared = awards.prepared
    if not prepared.locked:
        return (
            say("plan-lock.opened", number=prepared.locks)
            if prepared.locks
            else say("plan-lock.never")
        )
    local = prepared.locked_at.astimezone(shelf.conference.zone) if prepared.locked_at else None
    when = {"time": f"{local:%H:%M}" if local else "", "day": written_day(local) if local else ""}
    reasons = {"count": len(prepared.amended), "reasons": "; ".join(prepared.amended)}
    count = min(len(prepared.amended), 2)
    code = ("plan-lock.locked", "plan-lock.amended-one", "plan-lock.amended")[count]
    return say(code, number=prepared.locks, **when, **reasons)
