"""What a door's device remembers: at once whom the server let in, and of nobody more than it needs,
also when it is not trusted any longer."""

import json
from uuid import UUID

import pytest
from builders import STAMP
from builders_door_app import KEPT, READY, Hall, scan, told
from builders_paired import device_key
from playwright.sync_api import Browser, Page, expect

from conference.commands.invitation_answers import withdraw_invitation
from conference.commands.team import revoke_device

pytestmark = pytest.mark.browser

STORED = """async () => {
  const opening = (name) => new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const found = {};
  for (const { name } of await indexedDB.databases()) {
    const database = await opening(name);
    for (const table of database.objectStoreNames) {
      found[table] = await new Promise((resolve) => {
        const request = database.transaction(table).objectStore(table).getAll();
        request.onsuccess = () => resolve(request.result);
      });
    }
    database.close();
  }
  return JSON.stringify(found);
}"""
"""All that the device keeps, as anybody reads it who holds it."""


def stored(page: Page) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(page.evaluate(STORED))
    return found


def revoke(hall: Hall, conference: UUID) -> None:
    (device,) = hall.shelf(conference).team.devices
    said = {"conference_id": conference, "device": device, "reason": "mất máy"}
    revoke_device(hall.store, STAMP, **said)


def test_whom_the_server_let_in_or_refused_is_known_before_the_next_list(
    hall: Hall, browser: Browser
) -> None:
    conference = hall.conference("Nhớ ngay", "Lê Thị Lan", "Trần Văn Rút")
    codes = hall.codes(conference)
    withdrawn = next(g for g in hall.shelf(conference).guest_list.guests if "Rút" in str(g.name))
    with hall.phone(browser, conference) as page:
        page.wait_for_selector(KEPT)
        page.route("**/door/snapshot*", lambda route: route.abort())
        said = {"conference_id": conference, "guest": withdrawn.id, "reason": "trùng"}
        withdraw_invitation(hall.store, STAMP, **said)
        scan(page, codes["Trần Văn Rút"])
        told(page, "withdrawn")
        scan(page, codes["Lê Thị Lan"])
        told(page, "admitted")
        page.context.set_offline(True)
        page.reload()
        page.wait_for_selector(READY)
        for name, kind in (("Lê Thị Lan", "already"), ("Trần Văn Rút", "withdrawn")):
            scan(page, codes[name])
            expect(page.locator('[data-part="name"]')).to_have_text(name)
            told(page, kind)
        page.unroute("**/door/snapshot*")
        page.context.set_offline(False)
        expect(page.locator("#pill")).to_have_text("Trực tuyến")
    assert hall.shelf(conference).contests.open == ()


def test_the_queue_keeps_nobodys_card_and_a_revoked_device_loses_no_entry(
    hall: Hall, browser: Browser
) -> None:
    conference = hall.conference("Thu hồi rồi ghép lại", "Lê Thị Lan", "Trần Văn Hòa")
    codes = hall.codes(conference)
    with hall.phone(browser, conference) as page:
        page.wait_for_selector(KEPT)
        page.context.set_offline(True)
        scan(page, codes["Lê Thị Lan"])
        told(page, "admitted")
        kept = stored(page)
        assert [one["told"] for one in kept["queue"]] == [{"verdict": "admitted"}]
        assert "Lan" not in json.dumps(kept, ensure_ascii=False)
        revoke(hall, conference)
        page.context.set_offline(False)
        expect(page.locator("#pill")).to_have_text("Máy này không còn được dùng · 1 chờ gửi")
        scan(page, codes["Trần Văn Hòa"])
        told(page, "unlisted")
        kept = stored(page)
        assert (kept["list"], kept["seen"], len(kept["queue"])) == ([], [], 2)
        assert hall.shelf(conference).attendance.present == 0
        again = device_key(hall.store, conference, "Bàn 1 ghép lại")
        page.context.add_cookies([{"name": "device", "value": again, "url": hall.address}])
        page.reload()
        page.wait_for_selector(READY)
        expect(page.locator("#pill")).to_have_text("Trực tuyến")
        expect(page.locator("#count-present")).to_have_text("1")
        expect(page.locator("#notes")).to_contain_text("Chờ giám sát quyết định")
    assert [one.verdict for one in hall.shelf(conference).contests.open] == ["unlisted"]
