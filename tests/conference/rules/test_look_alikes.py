"""Names that read alike: in which ways they differ."""

import unicodedata

import pytest

from conference.rules.look_alikes import likeness

PAIRS = [
    ("Đỗ Thanh Bình", "Đỗ Thanh Bình", ()),
    ("Đỗ Thanh Bình", "Đỗ Thanh Binh", ("diacritics",)),
    ("Đỗ Thanh Bình", "Dỗ Thanh Bình", ("d",)),
    ("Đỗ Thanh Bình", "ĐỖ THANH BÌNH", ("case",)),
    ("Đỗ Thanh Bình", "Đỗ Thanh  Bình", ("spaces",)),
    ("Đỗ Thanh Bình", "Đỗ Thanh\u00a0Bình", ("spaces",)),
    ("Hòa Bình", "Hoà Bình", ("tone-place",)),
    ("Hòa Bình", "Hoa Bình", ("diacritics",)),
    ("Hòa", unicodedata.normalize("NFD", "Hòa"), ("composition",)),
    ("Đỗ Thanh Bình", "do thanh binh", ("case", "d", "diacritics")),
    ("Thành Lộc", "Thành Long", None),
    ("Lê An", "Lê Ân Bình", None),
]


@pytest.mark.parametrize(("one", "other", "ways"), PAIRS)
def test_two_names_differ_in_these_ways_whichever_comes_first(
    one: str, other: str, ways: tuple[str, ...] | None
) -> None:
    assert (likeness(one, other), likeness(other, one)) == (ways, ways)
