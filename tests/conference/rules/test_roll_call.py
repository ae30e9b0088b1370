"""The roll call's sentence: three places for figures, and nothing else in braces."""

import pytest

from conference.rules.roll_call import misplaced, spoken

FIGURES = {"summoned": 55, "present": 52, "absent": 3}


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Triệu tập {summoned}, có mặt {present}, vắng {absent}.",
            "Triệu tập 55, có mặt 52, vắng 3.",
        ),
        ("{present}/{summoned}", "52/55"),
        ("{present} và {present}", "52 và 52"),
        ("Không có số nào", "Không có số nào"),
    ],
)
def test_the_figures_stand_in_their_places(sentence: str, said: str) -> None:
    assert misplaced(sentence) is None
    assert spoken(sentence, **FIGURES) == said


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("có mặt {here}", "{here}"),
        ("{present.real}", "{present.real}"),
        ("{present!r:>9}", "{present!r:>9}"),
        ("{{present}}", "{}"),
        ("có mặt {present", "{present"),
        ("có mặt present}", "}"),
        ("{} {absent}", "{}"),
        ("{present}{", "{"),
    ],
)
def test_whatever_else_stands_in_braces_is_named(sentence: str, found: str) -> None:
    assert misplaced(sentence) == found
