"""Builders of page visits: an element's text, a form sent as the browser would."""

import re
from html import unescape

from builders_doors import csrf
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

VIETNAMESE = {"Accept-Language": "vi"}
ENGLISH = {"Accept-Language": "en"}


def words(html: str) -> str:
    """Text without tags, white space folded."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def element(page: str, id: str) -> str:
    """The text of an element with all that is inside, tags taken away."""
    found = re.search(rf'<(\w+)[^>]*\bid="{id}"', page)
    assert found, f"no #{id} on this page"
    depth = 0
    for tag in re.finditer(rf"<(/?){found[1]}\b", page[found.start() :]):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return words(page[found.start() : found.start() + tag.start()])
    raise AssertionError(f"#{id} does not end")


def notice(page: str) -> str:
    """The sentence on top of a page after a form: what was done, or why nothing was."""
    found = re.search(r'<div class="flashes".*?</div>', page, re.DOTALL)
    assert found, "no place for notices on this page"
    return words(found[0])


def send(
    client: FlaskClient,
    page: str,
    path: str,
    form: dict[str, object] | None = None,
    headers: dict[str, str] = VIETNAMESE,
) -> TestResponse:
    """Open a page, take its token, and send a form."""
    token = csrf(client.get(page).text)
    return client.post(path, data={"csrf_token": token} | (form or {}), headers=headers)
