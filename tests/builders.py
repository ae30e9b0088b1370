"""One builder per fact and command of the conference and the agenda, everything defaulted."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import UUID, uuid5

from conference.domain.base import Noun
from events.base import Fact, Stamp

N = TypeVar("N", bound=Noun)

SPACE = UUID("6f1c7c52-5d0e-4a0e-9a55-0d5a20190325")
"""The space of all ids in tests: id("x") is the same in every run."""

DAY = datetime(2019, 3, 25, tzinfo=UTC)


def id(name: str) -> UUID:
    return uuid5(SPACE, name)


KIEN_GIANG = id("kien-giang-2019")
CLERK = id("clerk")
STAMP = Stamp(by=CLERK, at=DAY)


def at(clock: str) -> datetime:
    """A time of the conference's day in Việt Nam (UTC+7), as an instant."""
    hour, minute = map(int, clock.split(":"))
    return DAY.replace(hour=(hour - 7) % 24, minute=minute)


def story(kind: type[Noun], first: Fact, *rest: Fact) -> Any:
    """An aggregate as its facts make it."""
    noun = first.mutate(None)
    for fact in rest:
        noun = fact.mutate(noun)
    assert isinstance(noun, kind)
    return noun


def then(noun: Noun) -> list[Fact]:
    """What the aggregate has recorded since it was made."""
    return list(noun.collect_events())  # type: ignore[arg-type]


def told(facts: Sequence[Fact]) -> list[tuple[type[Fact], dict[str, Any]]]:
    """Facts as class and own payload, for `==` without the envelope."""
    envelope = {
        "originator_id",
        "originator_version",
        "timestamp",
        "conference_id",
        "by",
        "originator_topic",
    }
    return [(type(f), {k: v for k, v in vars(f).items() if k not in envelope}) for f in facts]


def folded(module: Any, facts: Sequence[Fact], conference_id: UUID = KIEN_GIANG) -> Any:
    """A document as its facts make it."""
    document = module.blank(conference_id)
    for fact in facts:
        document = module.evolve(fact, document)
    return document


def given(make: Callable[[], N], *acts: Callable[[N], None]) -> N:
    """An aggregate after some acts, with nothing pending."""
    noun = make()
    for act in acts:
        act(noun)
    noun.collect_events()
    return noun
