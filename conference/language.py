"""Sentences in Vietnamese and English, from the message catalogues that lie beside this module."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po
from flask import Flask, g, has_request_context, request
from flask_babel import Babel, format_date, format_number

FOLDER = Path(__file__).parent / "translations"
LANGUAGES = ("vi", "en")
"""The first is the language of the source sentences and of everybody who did not choose."""


@cache
def catalogue(language: str) -> dict[str, str]:
    """Every sentence of a language by its msgid, from all its catalogues."""
    sentences: dict[str, str] = {}
    for path in sorted((FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            found = read_po(file, locale=language)
        sentences |= {str(m.id): str(m.string) for m in found if m.id and m.string}
    return sentences


def chosen_language() -> str:
    """By the switch (a cookie), else by the browser, else Vietnamese; found once a request."""
    if not has_request_context():
        return LANGUAGES[0]
    if "language" not in g:
        chosen = request.cookies.get("language")
        browser = request.accept_languages
        g.language = chosen if chosen in LANGUAGES else browser.best_match(LANGUAGES, LANGUAGES[0])
    found: str = g.language
    return found


def gettext(sentence: str) -> str:
    """The sentence in the language of this request; unknown ones stay as they are."""
    return catalogue(chosen_language()).get(sentence, sentence)


def sentence(code: str, /, **facts: Any) -> str:
    """The sentence of a refusal code or a label, its placeholders filled."""
    template = gettext(code)
    return template % facts if facts and template != code else template


def label(kind: str, value: object) -> str:
    """What people call an enumeration's value: label("kind", "speech") is "Tham luận"."""
    return sentence(f"{kind}.{value}")


def group_words(group: str) -> str:
    """How a group is called: by its own name, but those without an invitation have none."""
    return sentence("group.walk-in") if group == WALKED_IN else group


WALKED_IN = "walk_in"
"""The group of those who were let in without an invitation (admit_walk_in)."""

LABELLED = {
    "preset": "preset",
    "direction": "direction",
    "level": "level",
    "recipients_enter": "enter",
    "roles": "role",
    "verdict": "verdict",
    "outcome": "outcome",
    "channel": "channel",
    "reason": "reason",
}
"""Payload of facts that is a code, and the kind of its labels; a reason mostly is no code."""


def fact_sentence(topic: str, subject: str, words: Mapping[str, Any]) -> str:
    """A fact as the history tells it: codes as people call them, and where something was left
    open the sentence without it, if there is one."""
    told = {name: called(name, value) for name, value in words.items()}
    without = (f"fact.{topic}.without-{name}" for name, value in told.items() if value == "")
    known = catalogue(LANGUAGES[0])
    code = next((one for one in without if one in known), f"fact.{topic}")
    return sentence(code, subject=subject, **told)


def called(name: str, value: Any) -> Any:
    """A payload's value as people call it: codes that have a label, one or several."""
    if name not in LABELLED or not isinstance(value, str):
        return value
    codes = [f"{LABELLED[name]}.{one}" for one in value.split(", ")]
    known = all(code in catalogue(LANGUAGES[0]) for code in codes)
    return ", ".join(map(sentence, codes)) if known else value


def options(kind: str, values: Sequence[str]) -> list[tuple[str, str]]:
    """Value and label of a choice, as `_field.html` takes them."""
    return [(value, label(kind, value)) for value in values]


def ngettext(singular: str, plural: str, count: int) -> str:
    """Vietnamese has no plural; English takes the plural's translation for all but one."""
    return gettext(singular if count == 1 else plural)


def init_app(app: Flask) -> None:
    """Give templates `_`, `label`, and the language; dates and numbers follow it."""
    Babel(app, configure_jinja=False, default_locale="vi", locale_selector=chosen_language)
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    app.jinja_env.globals.update(
        options=options,
        label=label,
        group_words=group_words,
        code_words=called,
        sentence=sentence,
        language=chosen_language,
    )
    app.jinja_env.filters.update(numberformat=format_number, dateformat=format_date)
    for language in LANGUAGES:
        catalogue(language)
