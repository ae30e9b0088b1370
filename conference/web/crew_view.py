"""What the crews' templates ask of a ceremony, and the sentences that only they say."""

from conference.language import label, sentence
from conference.stage_desk_crew import Verdict
from projections.award_plan import objects_of
from projections.ceremony_crew import (
    corrected,
    fetched_at,
    here,
    lying,
    photographed,
    portrayed,
    presenters,
    stood,
    trays,
)
from projections.ceremony_row import LiveTurn
from projections.ceremony_wings import Due, zones_of
from projections.stage import Place

__all__ = [
    "corrected",
    "fetched_at",
    "here",
    "lying",
    "photographed",
    "portrayed",
    "presenters",
    "stood",
    "trays",
    "zones_of",
]


def turn_words(live: LiveTurn) -> str:
    """How a turn is called; one at the end has no number."""
    number = live.turn.number
    return sentence("crew.turn", number=number) if number else sentence("crew.last-turn")


def verdict_words(verdict: Verdict) -> str:
    """The verdict in one line: the word, the turn and the place."""
    due = verdict.due
    if due is None or due.live is None or due.place is None:
        return sentence(f"at-wings.{verdict.code.replace('_', '-')}")
    state = due.live.states.get(due.place.line, "present")
    number = due.live.turn.number
    turn = sentence("crew.turn-within" if number else "crew.last-turn-within", number=number)
    said = {"turn": turn, "place": due.place.position, "state": label("live", state)}
    words = sentence(f"at-wings.{verdict.code.replace('_', '-')}", **said)
    return words[:1].upper() + words[1:]


def advice(due: Due) -> list[str]:
    """What the stage manager says to who showed the code: behind whom, before whom, for whom a
    place is kept free."""
    found = []
    if due.before:
        found.append(sentence("at-wings.behind", **of(due.before)))
    if due.behind:
        found.append(sentence("at-wings.before", **of(due.behind)))
    if due.awaited:
        places = ", ".join(map(str, due.awaited))
        found.append(sentence("at-wings.awaited", places=places))
    return found


def of(place: Place) -> dict[str, object]:
    return {"place": place.position, "name": place.receiver or place.name}


def objects(live: LiveTurn) -> str:
    """What each recipient of a turn gets, in the order of handing over, and how it is carried."""
    return " + ".join(
        f"{label('object', f'{kind}-one')} ({label('carried', how)})"
        for kind, how in objects_of(live.turn.award)
    )


def caption(live: LiveTurn) -> str:
    """The names of a photograph in one sentence, for who writes below it."""
    names = "; ".join(map(person, portrayed(live)))
    said = {"award": label("award", live.turn.award), "names": names}
    return sentence("crew.caption", **said)


def person(place: Place) -> str:
    """A recipient, and who stands there instead or for a collective."""
    if not place.receiver:
        return place.name
    code = "crew.proxy-for" if place.relation else "crew.stands-for"
    said = {"name": place.receiver, "recipient": place.name, "relation": place.relation}
    return sentence(code, **said)
