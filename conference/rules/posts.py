"""The order in which several posts of one person are said: that of the Party first."""

import re

PARTY = re.compile(
    r"(nguyên |phó |quyền )*"
    r"(tổng bí thư|bí thư|ủy viên (dự khuyết )?(bộ chính trị|ban bí thư|ban chấp hành|ban thường vụ"
    r"|trung ương|bch|btv)|thường trực (tỉnh|thành|huyện|thị|quận) ủy"
    r"|(tỉnh|thành|huyện|thị|quận|đảng) ủy viên)",
    re.IGNORECASE,
)
"""How a post of the Party begins (domain knowledge 1.7: a person's posts are all printed, Party
post first)."""

YOUTH = re.compile(r"đoàn\b", re.IGNORECASE)
"""A secretary of the Youth Union is none of the Party's."""


def party_first(posts: str) -> str:
    """All posts as they are written, those that begin as a Party post before the others; commas
    within a post stay where they are."""
    parts = [part.strip() for part in re.split(r"[,;]", posts) if part.strip()]
    held: list[list[str]] = []
    for part in parts:
        begins = is_party(part) or not held or (part[:1].isupper() and is_party(held[-1][0]))
        if begins:
            held.append([part])
        else:
            held[-1].append(part)
    whole = [", ".join(one) for one in held]
    return ", ".join(sorted(whole, key=lambda one: not is_party(one)))


def is_party(post: str) -> bool:
    return PARTY.match(post) is not None and not YOUTH.search(post)
