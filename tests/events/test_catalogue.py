"""Facts that were ever recorded can still be read: one stored example of each, as it was written.

`examples.jsonl` only grows. A line in it is never changed: it is what lies in somebody's store.
"""

import json
from pathlib import Path

import pytest

from conference.importers.log_file import line_of, read_fact
from conference.store_mapper import UnknownTopic, fact_of, state_of
from events.base import Created, Fact
from events.catalogue import NOUNS, TOPICS

EXAMPLES = [
    json.loads(line)
    for line in (Path(__file__).parent / "examples.jsonl").read_text("utf-8").splitlines()
]


def test_every_fact_has_an_example() -> None:
    assert {example["topic"] for example in EXAMPLES} == set(TOPICS)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["topic"])
def test_an_example_is_read_and_written_as_it_was(example: dict[str, object]) -> None:
    fact = read_fact(example)
    assert type(fact) is TOPICS[str(example["topic"])]
    again = json.loads(line_of(fact))
    for name, value in dict(again["payload"]).items():  # a field added later has its default
        if name not in example["payload"]:  # type: ignore[operator]
            assert value == getattr(type(fact), name)
            del again["payload"][name]
    assert again == example


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["topic"])
def test_a_row_of_the_store_gives_the_same_fact(example: dict[str, object]) -> None:
    fact = read_fact(example)
    row = (fact.originator_id, fact.originator_version, fact.TOPIC, state_of(fact))
    assert vars(fact_of(*row)) == vars(fact)


def test_a_fact_without_its_later_fields_gets_their_defaults() -> None:
    """`note` came after the first release of `item-added`: an old row lacks it."""
    example = next(one for one in EXAMPLES if one["topic"] == "item-added")
    old = {**example, "payload": {k: v for k, v in example["payload"].items() if k != "note"}}
    assert read_fact(old).note is None  # type: ignore[attr-defined]


def test_an_unknown_topic_is_named_and_never_imported() -> None:
    with pytest.raises(UnknownTopic, match="os:system"):
        fact_of(read_fact(EXAMPLES[0]).originator_id, 1, "os:system", b"{}", 7)


def test_topics_are_unique_and_beginnings_are_created() -> None:
    classes = [one for noun in NOUNS for one in vars(noun).values() if is_fact(one)]
    assert len({one.TOPIC for one in classes}) == len({id(one) for one in classes}) == len(TOPICS)
    for topic, fact in TOPICS.items():
        story_begins = "originator_topic" in next(
            one["payload"] for one in EXAMPLES if one["topic"] == topic
        )
        assert issubclass(fact, Created) == story_begins, topic


def is_fact(one: object) -> bool:
    return isinstance(one, type) and issubclass(one, Fact) and bool(one.__dict__.get("TOPIC"))
