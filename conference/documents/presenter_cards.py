"""Cards for presenters: one for each of them and turn, with the names he hands over to."""

from itertools import groupby

from conference.documents.ceremony_paper import Card, Cards, Paper, Row, Section, Text, plain
from conference.documents.ceremony_source import Source, recipients
from conference.documents.plan_words import plan_words
from projections.ceremony_row import LiveTurn
from projections.stage import Place

FITS = ((4, 34, 88), (2, 84, 88))
"""Cards of a page: how many letters a line of theirs holds, and how many millimetres are left for
post, award and names. A6 and A5; what does not fit has a whole page."""

LINE_MM = 5.2
"""A line of a card."""


def presenter_cards(source: Source) -> Paper:
    """All of one size, since they are cut out of one stack of paper."""
    made = [(live, cards(source, live)) for live in source.turns]
    size = of_page([card for _, some in made for card in some])
    together = tuple(card for _, some in made for card in some)
    section = (Section("cards", "", "", "", (Cards(size, together),)),) if together else ()
    say = source.say
    return Paper("presenter-cards", say("presenter-cards"), "", section)


def of_page(made: list[Card]) -> int:
    """4, 2 or 1: the smallest card that holds the longest list of names."""
    for size, letters, high in FITS:
        if all(high_mm(card, letters) <= high for card in made):
            return size
    return 1


def high_mm(card: Card, letters: int) -> float:
    """How high a card's own texts are, each on as many lines as it takes."""
    names = (text.text for row in card.rows for text in row.cells[1])
    return LINE_MM * sum(-(-len(text) // letters) for text in (card.post, card.lines[0], *names))


def cards(source: Source, live: LiveTurn) -> tuple[Card, ...]:
    """The row in parts, by who hands over; a turn without presenters has one card all the same."""
    parts = groupby(live.places, key=lambda place: place.presenter or "")
    return tuple(card(source, live, who, tuple(places)) for who, places in parts)


def card(source: Source, live: LiveTurn, who: str, places: tuple[Place, ...]) -> Card:
    known = {one.name: source.presenter(one) for one in live.turn.assigned}
    name, post = known.get(who, (who or source.say("no-presenter"), ""))
    first, last = places[0].position, places[-1].position
    span = "position-one" if first == last else "positions"
    lines = (
        source.award_of(live),
        source.decision(live.turn.of_instrument),
        source.say(span, first=first, last=last),
    )
    shelf = source.shelf
    plan = plan_words(shelf.run_sheet.book, source.reader.say)
    foot = f"{plan} · {source.reader.say('paper.position')} #{shelf.position}"
    rows = tuple(row(source, live, place) for place in places)
    return Card(f"{live.id}/{who}/{first}", name, post, source.numbered(live), lines, rows, foot)


def row(source: Source, live: LiveTurn, place: Place) -> Row:
    one = recipients(live).get(place.line)
    gap = source.say("gap", why=source.why_gap(one))
    instead = source.instead(place, one.kind if one else "") if not place.gap else ""
    more = (Text(instead, "small"),) if instead else ()
    cells = (plain(str(place.position), "number"), (*source.name(place, gap=gap), *more))
    return Row(str(place.line), cells, place.name, "gap" if place.gap else "plain")
