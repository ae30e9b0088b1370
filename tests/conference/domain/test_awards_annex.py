"""What an annex says beside its instrument: told once, and of its own lines alone."""

import pytest
from builders import STAMP, id, then, told
from builders_awards import register, some_awards

from conference.errors import NotFound
from events.awards_annex import AnnexImported

SAID = {"file": "a.docx", "sha256": "0" * 64, "collectives": 2, "individuals": None}
COUNTS = {"added": 2, "changed": 0, "gone": 0}
DETAIL = {"line": id("a"), "unit": "Sở Y tế", "note": None, "aliases": ["A"]}
TOLD = {**SAID, **COUNTS, "details": [DETAIL]}


def test_an_annex_is_noted_once_and_again_where_it_says_something_new() -> None:
    awards = some_awards(register("flags"))
    awards.note_annex(STAMP, id("flags"), True, **TOLD)
    assert told(then(awards)) == [(AnnexImported, {"instrument": id("flags"), **TOLD})]
    assert awards.aliases == {id("a"): ["A"]}
    awards.note_annex(STAMP, id("flags"), False, **{**TOLD, "added": 0, "file": "b.docx"})
    assert then(awards) == []
    awards.note_annex(STAMP, id("flags"), False, **{**TOLD, "collectives": 3})
    assert [kind for kind, _ in told(then(awards))] == [AnnexImported]


@pytest.mark.parametrize(("instrument", "line"), [("nowhere", "a"), ("flags", "nobody")])
def test_what_is_not_there_cannot_be_noted(instrument: str, line: str) -> None:
    awards = some_awards(register("flags"))
    details = [{**DETAIL, "line": id(line)}]
    with pytest.raises(NotFound):
        awards.note_annex(STAMP, id(instrument), True, **{**TOLD, "details": details})
    assert then(awards) == []
