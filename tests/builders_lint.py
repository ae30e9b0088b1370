"""Builders of a plan that the linter has nothing against, to be spoilt in one thing at a time."""

from collections.abc import Callable
from datetime import date
from typing import Any

from builders import KIEN_GIANG, STAMP, id
from builders_awards import register
from builders_conference import a_conference
from builders_invitation import issued
from builders_seating import hall_said

from conference.domain.agenda import Agenda
from conference.domain.awards import Awards
from conference.domain.invitation import Invitation
from conference.domain.seating import Seating
from events.base import Fact
from projections.library import Library, Shelf
from projections.lint_finding import Finding, Lint
from projections.lint_kept import Kept

EARLY = date(2019, 3, 1)
"""Weeks before the conference's day, 25 March."""

NAMES = ("Sở Y tế", "Sở Tư pháp")
"""Two collectives that a decision names, in its order, each also the body of its guest."""

PRESENTER = "Đỗ Thanh Bình"


class House:
    """A conference with all that the linter reads; `acts` change it, `lint` looks at it."""

    def __init__(self, *names: str, **said: Any) -> None:
        names = names or NAMES
        self.log: list[Fact] = []
        self.conference = a_conference()
        self.agenda = Agenda.draft(STAMP, KIEN_GIANG)
        self.awards = Awards.begin_for(STAMP, KIEN_GIANG)
        self.seating = Seating.begin_for(STAMP, KIEN_GIANG)
        self.seating.adopt_hall(STAMP, **hall_said(10, 10))
        self.guests: dict[str, Invitation] = {}
        register("flags", *names, **said)(self.awards)
        self.invite(PRESENTER, body="UBND tỉnh", bloc="government")
        for number, name in enumerate(names, 1):
            self.invite(f"Khách {number}", body=name)
            self.awards.link_recipient(STAMP, id(name), id(f"Khách {number}"))
            self.seating.pin_seat(STAMP, f"A-{number:02}", id(f"Khách {number}"), "")
        self.present(PRESENTER)
        self.awards.ready_objects(STAMP, [id(name) for name in names], "framed")

    def invite(self, name: str, **said: Any) -> Invitation:
        self.guests[name] = issued(name, **said)
        return self.guests[name]

    def present(self, *names: str, turns: slice = slice(None)) -> None:
        """The guests of these names hand over, in all turns or some."""
        who = [{"guest": id(n), "name": n, "post": None} for n in names]
        for turn in self.awards.turns[turns]:
            self.awards.assign_presenters(STAMP, turn.id, who)

    def plan(self, act: Callable[[Awards], object]) -> None:
        act(self.awards)

    def facts(self) -> list[Fact]:
        """The log so far: what is new in each story stands behind it."""
        stories = (self.conference, self.awards, self.seating, self.agenda, *self.guests.values())
        for noun in stories:
            self.log += noun.collect_events()  # type: ignore[arg-type]
        return self.log

    def library(self) -> Library:
        log = list(enumerate(self.facts(), 1))
        return Library(lambda after, most: log[after : after + most])

    def shelf(self) -> Shelf:
        return self.library().shelf(KIEN_GIANG)

    def lint(self, today: date = EARLY) -> Lint:
        library = self.library()
        return Kept().of(library.shelf(KIEN_GIANG), today, library)

    def codes(self, today: date = EARLY) -> list[str]:
        return [one.code for one in self.lint(today).findings]

    def one(self, code: str, today: date = EARLY) -> Finding:
        """The only finding of this rule."""
        (found,) = [one for one in self.lint(today).findings if one.code == code]
        return found

    def facts_of(self, code: str, today: date = EARLY) -> list[dict[str, Any]]:
        """What the findings of a rule say."""
        return [dict(one.facts) for one in self.lint(today).findings if one.code == code]


def an_agenda_of(house: House, *items: tuple[str, str]) -> None:
    """Items of these kinds and titles; a speech is the unit's of that title."""
    for kind, title in items:
        if kind == "speech":
            said = {"unit": title, "title": f"Tham luận {title}", "minutes": 8}
            house.agenda.schedule_speech(STAMP, id(title), **said)
        else:
            house.agenda.add_item(STAMP, id(title), kind=kind, title=title, minutes=20)
