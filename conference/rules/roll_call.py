"""The sentence in which the MC tells the roll call: words with places for three figures."""

import re

PLACE = re.compile(r"\{(summoned|present|absent)\}")
"""Where a figure stands (the script of Cát Vân commune, 2019)."""

BRACED = re.compile(r"\{[^{}]*\}?|\}")


def misplaced(sentence: str) -> str | None:
    """What stands in braces in a sentence and is none of the places, or a brace alone."""
    found = BRACED.search(PLACE.sub("", sentence))
    return found[0] if found else None


def spoken(sentence: str, *, summoned: int, present: int, absent: int) -> str:
    """The sentence with its figures; whatever else it says stays as it is."""
    figures = {"summoned": summoned, "present": present, "absent": absent}
    return PLACE.sub(lambda place: str(figures[place[1]]), sentence)
