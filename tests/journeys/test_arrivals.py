"""Somebody comes in: every screen that shows arrivals shows it, without anybody touching it."""

import json
import time
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from builders_journeys import Served
from playwright.sync_api import Page, expect

from conference import vault_roles
from conference.commands.invitation import issue_invitation

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

SEEN = """(selector) => new Promise((resolve) => {
  const there = () => document.querySelector(selector) && resolve(Date.now());
  const all = {subtree: true, childList: true, attributes: true};
  new MutationObserver(there).observe(document.body, all);
  there();
})"""
"""When an element is first there, by the browser's clock (which is this machine's)."""


def invited(house: Served, conference: UUID, name: str, post_rank: int) -> UUID:
    """A guest whom the plan introduces by name."""
    said: dict[str, Any] = {"kind": "person", "name": name, "honorific": "Bà", "post": "Giám đốc"}
    said |= {"body": "Sở Y tế", "group": "Sở, ban, ngành", "bloc": "agency", "order": 1}
    return issue_invitation(
        house.store, house.clerk(), conference_id=conference, post_rank=post_rank, **said
    )


def check_in(house: Served, conference: UUID, guest: UUID) -> float:
    """Let a guest in by the API, as any scanner does; answers the milliseconds since 1970 then."""
    token = vault_roles.token_of_role(house.store, "organizer", "organizer", datetime.now(UTC))
    url = f"{house.address}/api/v1/conferences/{conference}/check-ins"
    head = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    body = {"guest": str(guest), "scan_id": f"scan {guest}", "door": "Cửa 1"}
    asked = urllib.request.Request(url, json.dumps(body).encode(), head)
    at = time.time() * 1000
    with urllib.request.urlopen(asked, timeout=10) as answer:
        assert json.load(answer)["verdict"] == "admitted"
    return at


def test_a_scan_by_the_api_is_seen_on_the_roll_call_and_in_the_introductions(
    house: Served, visit: Visit, record_testsuite_property: Callable[[str, object], None]
) -> None:
    conference = house.planned("Đang vào")
    first, second = (
        invited(house, conference, name, n) for n, name in enumerate(("Lan", "Hòa"), 1)
    )
    roll_call, list_ = visit(), visit("second organizer")
    roll_call.goto(house.page("/attendance", conference))
    list_.goto(house.page("/introductions", conference))
    for page in (roll_call, list_):
        expect(page.locator("body")).to_have_attribute("data-connection", "up")
        page.evaluate("window.untouched = true")
    line = f"#introduction-{second}:not(.is-missing)"
    for page, selector in ((roll_call, "#by-door"), (list_, line)):
        page.evaluate(f"window.seen = ({SEEN})({json.dumps(selector)}); 0")
    at = check_in(house, conference, second)
    expect(roll_call.locator("#roll-call")).to_contain_text("có mặt 1 đại biểu; vắng 1 đại biểu")
    expect(roll_call.locator("#by-door tbody")).to_contain_text("Cửa 1")
    expect(list_.locator(line)).to_contain_text("đã có mặt")
    expect(list_.locator(f"#introduction-{first}")).to_contain_text("chưa đến")
    for name, page in (("roll call", roll_call), ("introductions", list_)):
        assert page.evaluate("window.untouched") is True
        record_testsuite_property(
            f"{name}: scan to screen, ms", round(page.evaluate("window.seen") - at)
        )
