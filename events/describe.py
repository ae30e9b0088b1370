"""The catalogue of facts as a page: `python -m events.describe > docs/events.md`."""

import inspect
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any, ClassVar, get_args, get_origin

from events.base import Created, Fact
from events.catalogue import NOUNS, TOPICS

OPENING = """# Facts

Every fact there is, as it is recorded. Made by `python -m events.describe`; a test compares.

Each carries `originator_id` (its aggregate), `originator_version` (counted from 1 within it),
`timestamp` (when it was recorded, UTC), `conference_id`, and `by` (who did it). A fact marked
**begins** starts the story of one aggregate. *Personal* fields identify a person, and say whose
they are.
"""


def page() -> str:
    """The whole page, noun by noun, in the order of the modules."""
    return "\n".join([OPENING, *(line for noun in NOUNS for line in section(noun))])


def section(noun: ModuleType) -> Iterator[str]:
    yield f"## {noun.__name__.removeprefix('events.').replace('_', ' ')}\n"
    yield f"{inspect.getdoc(noun)}\n"
    for fact in TOPICS.values():
        if fact.__module__ == noun.__name__:
            yield from entry(fact)


def entry(fact: type[Fact]) -> Iterator[str]:
    begins = " — **begins**" if issubclass(fact, Created) else ""
    yield f"### {fact.__name__} `{fact.TOPIC}`{begins}\n"
    yield f"{inspect.getdoc(fact)}\n"
    rows = [row(fact, name, kind) for name, kind in payload(fact).items()]
    if rows:
        yield "| field | type | personal |\n| --- | --- | --- |"
        yield "\n".join(rows) + "\n"


def payload(fact: type[Fact]) -> dict[str, Any]:
    """The fact's own fields by name, without those that every fact has."""
    own = inspect.get_annotations(fact)
    return {name: kind for name, kind in own.items() if not of_the_class(kind)}


def of_the_class(kind: Any) -> bool:
    """Whether an annotation is a ClassVar: the topic and the personal list are no payload."""
    return kind is ClassVar or get_origin(kind) is ClassVar


def row(fact: type[Fact], name: str, kind: Any) -> str:
    default = getattr(fact, name, ...)
    optional = "" if default is ... else f" = {default!r}"
    return f"| `{name}` | `{called(kind)}{optional}` | {fact.PERSONAL.get(name, '')} |"


def called(kind: Any) -> str:
    """A type as people write it: `str | None`, `list[AwardLine]`; a bar is no table's border."""
    if isinstance(kind, type) and not get_args(kind):
        return kind.__name__
    return re.sub(r"\b(?:\w+\.)+(\w+)", r"\1", str(kind)).replace("|", "\\|")


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201
