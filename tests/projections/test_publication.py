"""Since when the conference has a public page."""

from builders import STAMP, at, folded
from builders_conference import a_conference

from projections import conference as document


def test_the_page_is_there_from_its_publication_until_its_withdrawal() -> None:
    conference = a_conference()
    seen = []
    for act in (conference.publish, conference.unpublish, conference.publish):
        act(STAMP, at("07:30"))
        page = folded(document, list(conference.pending_events))
        seen.append((page.published_at, page.version))
    assert seen == [(at("07:30"), 2), (None, 3), (at("07:30"), 4)]
