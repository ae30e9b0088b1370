"""Templates: one for every kind of conference, and none of another version."""

import pytest

from conference.commands.agenda import KINDS
from conference.commands.conference import KINDS as CONFERENCES
from conference.errors import Refused
from conference.rules.agenda_templates import TEMPLATES, VERSION, template_of


def test_every_kind_of_conference_has_a_template_with_its_source() -> None:
    assert [one.key for one in TEMPLATES] == list(CONFERENCES)
    assert all(one.source for one in TEMPLATES)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.key)
def test_a_template_begins_with_an_opening_and_ends_with_the_closing(template: object) -> None:
    kinds = [kind for kind, _, _ in template.rows]  # type: ignore[attr-defined]
    assert set(kinds) <= set(KINDS)
    assert (kinds[0], kinds[-1], kinds.count("closing")) == ("opening", "closing", 1)


def test_awards_come_after_the_speeches_of_a_summary_conference() -> None:
    rows = template_of(f"summary_conference@{VERSION}").rows
    kinds = [kind for kind, _, _ in rows]
    assert kinds.index("remarks") < kinds.index("award") < kinds.index("launch")


@pytest.mark.parametrize("code", ["", "summary_conference", "summary_conference@0", "ball@1", "@"])
def test_a_template_of_another_version_is_refused(code: str) -> None:
    with pytest.raises(Refused, match=r"agenda\.unknown-template"):
        template_of(code)
