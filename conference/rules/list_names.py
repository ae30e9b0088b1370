"""A name as a cell of a list has it becomes a name as a letter has it; what is not sure is told."""

import re
from dataclasses import dataclass
from itertools import pairwise

from conference.rules.honorifics import ALSO_A_NAME, TITLE, split_honorific
from conference.rules.names import bare
from conference.rules.names_in_lists import BARE_SURNAMES, MIDDLE, SURNAMES, reads_as
from conference.rules.syllables import syllable

BEHIND = re.compile(r",\s*(?=\S)|\s+[-–]\s+(?=\S)")
"""What parts a name from the post that stands behind it in the same cell."""

SEVERAL = re.compile(r"\s(?:và|cùng|với|\+)\s|[;&/]", re.IGNORECASE)
"""What parts several people in one cell."""

NUMBER = re.compile(r"\d+\s*[.)]\s*(?=\D)")
"""What numbers a name in its own cell: 1. Nguyễn Văn A."""

PLAIN = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|[ '’ʼ.-])*")
"""What a name is written with."""

PARTS = re.compile(r"[^'’ʼ`-]+")
"""What has a large letter of its own in a word: H'Hen, Kim-Ngân."""

COMRADE = re.compile(r"^(?:đ/c|đc)(?=\W|$)\.?", re.IGNORECASE)
"""What a letter writes out: Đồng chí."""

EDGES = " :.,–-"


@dataclass(frozen=True)
class ListedName:
    """A name, what stood in front of and behind it, and the codes of what is not sure about it."""

    name: str
    honorific: str = ""
    post: str = ""
    doubts: tuple[str, ...] = ()


def listed_name(cell: str, post: str = "", fonts: bool = False) -> ListedName:
    """What a cell says. `post` is what the list says elsewhere; `fonts`: its capitals with a tone
    were lost in an old font."""
    said = NUMBER.sub("", cell.strip(EDGES), count=1) if NUMBER.match(cell.strip(EDGES)) else cell
    title, rest = split_honorific(" ".join(said.split()).strip(EDGES))
    name, behind = parted(rest, post)
    titles = [title] if title else []
    if behind and only_titles(behind):
        titles, behind = [*titles, behind], ""
    shown = " ".join(map(capital, name.split())) if fonts or in_capitals(name) else name
    return ListedName(
        shown,
        " ".join(map(written_title, titles)),
        behind if behind != post else "",
        tuple(doubts(cell, title or "", name, behind, fonts)),
    )


def parted(text: str, post: str) -> tuple[str, str]:
    """A name and what stands behind it, which is a post unless the list says another."""
    apart = BEHIND.search(text)
    if apart is None:
        return text.strip(EDGES), ""
    name, behind = text[: apart.start()].strip(EDGES), text[apart.end() :].strip(EDGES)
    free = not post or bare(behind) == bare(post) or only_titles(behind)
    return (name, post if bare(behind) == bare(post) else behind) if free else (text, "")


def only_titles(text: str) -> bool:
    """Whether nothing but titles stands there: PGS.TS behind a name."""
    left = TITLE.sub("", f"{text} ").strip()
    return not left


def written_title(title: str) -> str:
    """A title as a letter has it: Đ/c is Đồng chí, the first letter is large."""
    whole = COMRADE.sub("Đồng chí ", title)
    whole = re.sub(r"\s*:\s*|\s+", " ", whole).strip()
    return whole[:1].upper() + whole[1:]


def in_capitals(name: str) -> bool:
    return name.isupper() and " " in name


def capital(word: str) -> str:
    """A word with its first letter large, and that behind an apostrophe or a hyphen: nguyỄn, ÁNH,
    H'HEN, KIM-NGÂN."""
    return PARTS.sub(lambda part: part[0][:1].upper() + part[0][1:].lower(), word)


def doubts(cell: str, title: str, name: str, behind: str, fonts: bool) -> list[str]:
    """Codes of what a clerk should look at."""
    found = []
    if SEVERAL.search(name) or of_another(behind):
        found.append("several-people")
    elif not PLAIN.fullmatch(name) or unread_title(name) or grown_together(name):
        found.append("odd-name")
    if unsure(title, name):
        found.append("unsure-name")
    if in_capitals(name) and not fonts and not all(map(syllable, name.split())):
        found.append("capitals")
    return found


def of_another(behind: str) -> bool:
    """Whether what stands behind a name is somebody else's."""
    return reads_as(behind) in ("person", "name") and not behind.islower()


def unread_title(name: str) -> bool:
    """Whether a name begins with letters that are no word, a title that is not known: CVCC Lê A."""
    first = name.split(maxsplit=1)[0] if name else ""
    return len(first) > 1 and first.isalpha() and not re.search("[aeiouy]", bare(first))


def grown_together(name: str) -> bool:
    """Whether two words of a name have lost what parted them: NguyễnVăn A."""
    mixed = [word for word in name.split() if word[1:] != word[1:].lower()]
    return any(a.islower() and b.isupper() for word in mixed for a, b in pairwise(word))


def unsure(title: str, name: str) -> bool:
    """Whether the last title may be the name's first word, or its first word a title."""
    words = name.lower().split()
    last = title.lower().split()[-1:] if title else []
    first = words[0] if words else ""
    if last == ["ông"] and first in MIDDLE:
        return True
    if last and last[0] in ALSO_A_NAME and first not in SURNAMES | {"thích"}:
        return True
    if first in ALSO_A_NAME:
        return True
    plain = name.isascii() and first in ("ong", "ba", "anh", "chi", "co", "thay", "dong")
    return plain and len(words) > 2 and words[1] in BARE_SURNAMES | {"chi"}
