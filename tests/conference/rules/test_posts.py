"""Several posts of one person: all of them are said, that of the Party first."""

import pytest

from conference.rules.posts import party_first


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Chủ tịch HĐND tỉnh, Phó Bí thư Tỉnh ủy", "Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh"),
        ("Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh", "Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh"),
        ("Phó Chủ tịch UBND tỉnh; Tỉnh ủy viên", "Tỉnh ủy viên, Phó Chủ tịch UBND tỉnh"),
        (
            "Giám đốc Sở Lao động, Thương binh và Xã hội, Tỉnh ủy viên",
            "Tỉnh ủy viên, Giám đốc Sở Lao động, Thương binh và Xã hội",
        ),
        (
            "Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng ban Tuyên giáo, Dân vận",
            "Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng ban Tuyên giáo, Dân vận",
        ),
        ("Chủ tịch UBND tỉnh, Bí thư Tỉnh đoàn", "Chủ tịch UBND tỉnh, Bí thư Tỉnh đoàn"),
        ("Giám đốc", "Giám đốc"),
        ("", ""),
    ],
)
def test_the_partys_post_comes_first_and_none_is_lost(written: str, said: str) -> None:
    assert party_first(written) == said
