"""The award check on an open screen: it follows the facts, and is answered by keyboard alone."""

from collections.abc import Callable
from uuid import UUID

import pytest
from builders_awards import an_instrument
from builders_journeys import Served
from playwright.sync_api import Page, expect

from conference.commands.awards import register_instrument, withdraw_instrument

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def decided(house: Served, conference: UUID, number: str | None) -> UUID:
    """A decision of two collectives, of which the conference's own people hear nothing else."""
    said = an_instrument("Sở Y tế", "Sở Tư pháp", title="Tặng Cờ thi đua", number=number)
    said["lines"] = [{**line, "line": None} for line in said["lines"]]
    known = {"conference_id": conference, **said}
    return register_instrument(house.store, house.clerk(), **known)


def test_an_open_check_follows_the_facts_without_a_reload(house: Served, visit: Visit) -> None:
    conference = house.planned("Kiểm tra trực tiếp")
    page = visit()
    page.goto(house.page("/lint", conference))
    expect(page.locator("#lint-ready")).to_have_text("Sẵn sàng")
    page.evaluate("window.untouched = true")
    one = decided(house, conference, None)
    expect(page.locator("#lint-ready")).to_have_text("Chưa sẵn sàng: 1 lỗi")
    expect(page.locator(f"#decision-unnumbered-instrument-{one}")).to_be_visible()
    said = {"conference_id": conference, "instrument": one, "reason": "nhập lại"}
    withdraw_instrument(house.store, house.clerk(), **said)
    expect(page.locator("#lint-ready")).to_have_text("Sẵn sàng")
    assert page.evaluate("window.untouched") is True


def test_a_finding_is_answered_for_by_keyboard_while_another_one_comes(
    house: Served, visit: Visit
) -> None:
    conference = house.planned("Chấp nhận bằng bàn phím")
    one = decided(house, conference, None)
    page = visit()
    page.goto(house.page("/lint", conference))
    form = page.locator(f"#waive-decision-unnumbered-instrument-{one}")
    form.locator("summary").press("Enter")
    reason = form.get_by_label("Lý do")
    reason.press_sequentially("Số có ")
    decided(house, conference, "502/QĐ-UBND")
    expect(page.locator("#rule-warning-presenter-none + .count")).to_have_text("2")
    reason.press_sequentially("hôm sau")
    reason.press("Enter")
    expect(page.locator("#lint-ready")).to_have_text("Sẵn sàng")
    page.get_by_role("link", name="Đã chấp nhận").press("Enter")
    shown = page.locator(f"#decision-unnumbered-instrument-{one}")
    expect(shown).to_contain_text("organizer chấp nhận: Số có hôm sau")
