"""A form that is refused stays open with what was typed, and asks where it has to."""

from collections.abc import Callable

import pytest
from builders_journeys import Served
from playwright.sync_api import Page, expect

from conference.commands.invitation import invite_group
from conference.commands.invitation_answers import accept_invitation
from projections.library import Library

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def test_a_smaller_count_asks_in_the_open_form_and_is_saved_when_sure(
    house: Served, visit: Visit
) -> None:
    conference, by = house.planned("Giảm số lượng"), house.clerk()
    said = {"group": "Sở Y tế", "body": "Sở Y tế", "bloc": "agency", "order": 1, "count": 2}
    more = {"invited_by": None, "tier": "province", "note": None, "superior": False}
    rank = {"post_rank": None, "host": False}
    invite_group(house.store, by, conference_id=conference, **said, **more, **rank)
    library = Library(house.store.facts)
    library.catch_up()
    for place in library.shelf(conference).guest_list.guests:
        accept_invitation(house.store, by, conference_id=conference, guest=place.id)
    page = visit(viewport={"width": 390, "height": 844})
    page.goto(house.page("/guests", conference))
    box = page.locator("details[id^=group-count-]")
    box.locator("summary").click()
    box.locator("input[name=count]").fill("1")
    box.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("thì phải rút lời mời của")).to_be_visible()
    expect(box.locator("input[name=count]")).to_have_value("1")
    box.get_by_label("Rút cả những lời mời này").check()
    box.get_by_role("button", name="Lưu").click()
    expect(page.locator(".flashes")).to_contain_text("Đã lưu số lượng.")
    expect(box.locator("input[name=count]")).to_be_hidden()
