"""Names under the linter: the decision's spelling against the guest's."""

import unicodedata

import pytest
from builders import STAMP, id
from builders_awards import CERTIFICATE, register
from builders_lint import House


def person(decided: str, written: str) -> House:
    """A decision that names a person who is on the guest list under a spelling."""
    house = House()
    said = {"award": CERTIFICATE, "recipients": "individual", "number": "2"}
    house.plan(register("people", decided, **said))
    house.invite(written, body="Sở Y tế")
    house.awards.link_recipient(STAMP, id(decided), id(written))
    return house


SPELT = [
    ("Nguyễn Văn Đào", "Nguyễn Văn Đào", None),
    ("Nguyễn Văn Đào", "Ông Nguyễn Văn Đào", None),
    ("Nguyễn Văn Đào", "Nguyên Văn Đào", "diacritics"),
    ("Nguyễn Văn Đào", "Nguyễn Văn Dào", "d"),
    ("Nguyễn Văn Đào", "NGUYỄN VĂN ĐÀO", "case"),
    ("Nguyễn Văn Đào", "Nguyễn  Văn Đào", "spaces"),
    ("Lê Hòa", "Lê Hoà", "tone-place"),
    ("Lê Hòa", unicodedata.normalize("NFD", "Lê Hòa"), "composition"),
    ("Nguyễn Văn Đào", "nguyen van dao", "case, d, diacritics"),
]


@pytest.mark.parametrize(("decided", "written", "ways"), SPELT)
def test_a_name_that_only_looks_like_the_decisions_is_told_with_the_way(
    decided: str, written: str, ways: str | None
) -> None:
    house = person(decided, written)
    said = {"name": decided, "number": 1, "decided": decided, "written": written, "ways": ways}
    assert house.facts_of("name-alike") == ([said] if ways else [])
    assert "name-differs" not in house.codes()


def test_another_name_is_an_error() -> None:
    house = person("Thành Lộc", "Thành Long")
    said = {"decided": "Thành Lộc", "written": "Thành Long"}
    assert house.facts_of("name-differs") == [{"name": "Thành Lộc", "number": 1, **said}]
    assert not house.lint().ready


def test_a_name_by_which_the_recipient_is_known_is_no_other_name() -> None:
    house = person("Võ Thành Lộc", "Thành Lộc")
    assert "name-differs" in house.codes()
    house.awards.note_aliases(STAMP, id("Võ Thành Lộc"), ["thành lộc"])
    assert "name-differs" not in house.codes()


def test_a_collective_is_compared_with_its_body_by_look_alikes_alone() -> None:
    house = House("Sở Y tế", "Sở Tư pháp")
    house.invite("Giám đốc", body="Sở Y Tế")
    house.awards.link_recipient(STAMP, id("Sở Y tế"), id("Giám đốc"))
    assert house.one("name-alike").facts["ways"] == "case"
    house.invite("Chánh Văn phòng", body="Văn phòng Sở Y tế")
    house.awards.link_recipient(STAMP, id("Sở Y tế"), id("Chánh Văn phòng"))
    assert {"name-alike", "name-differs"}.isdisjoint(house.codes())


def test_a_representative_is_the_guest_who_comes() -> None:
    house = House()
    house.awards.name_representative(STAMP, id("Sở Y tế"), "Khách 2", None)
    facts = house.one("name-differs").facts
    assert (facts["decided"], facts["written"]) == ("Khách 2", "Khách 1")
    house.awards.name_representative(STAMP, id("Sở Y tế"), "Ông Khách 1", None)
    assert "name-differs" not in house.codes()
