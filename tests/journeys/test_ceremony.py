"""A ceremony in real browsers: five screens follow one list, and none shows a name too early."""

from uuid import UUID

import pytest
from builders import STAMP
from builders_door_app import Hall
from builders_load import figure
from builders_screens import CREWS, READERS, Screens, case_01, screens
from playwright.sync_api import Browser, expect

from conference.commands.stage_row import settle_absence

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


def planned(hall: Hall, title: str) -> UUID:
    """Case 01 as a conference of its own."""
    if hall.server is None:
        hall.start()
    conference = hall.served.released(title, "Trao thưởng")
    case_01(hall.store, conference)
    return conference


def names_of(hall: Hall, conference: UUID) -> list[str]:
    return [one.name for one in hall.shelf(conference).run_sheet.recipients]


def absent(hall: Hall, conference: UUID, *names: str) -> None:
    """Who will not come, said before the ceremony."""
    for one in hall.shelf(conference).run_sheet.recipients:
        if one.name in names:
            said = {"conference_id": conference, "run": 0, "line": one.line, "outcome": "later"}
            settle_absence(hall.store, STAMP, **said, at=STAMP.at)


def test_no_wall_shows_a_name_before_it_was_read_nor_one_that_is_absent(
    hall: Hall, browser: Browser
) -> None:
    conference = planned(hall, "Ba mươi chín dòng")
    known = names_of(hall, conference)
    assert len(known) == 39
    away = ("Khối 03 hạng 1", "Khối 16 hạng 2")
    absent(hall, conference, *away)
    with screens(hall, browser, conference, CREWS, known) as five:
        kinds = [now.cue.kind for now in five.play() if now.cue]
        assert kinds.count("handover") == 5
        assert five.shown("hall") == five.wall()
        assert [name for names in five.shown("hall") for name in names] == [
            name for name in known if name not in away
        ]
        followed_in_order(five, known, away)
        figure("ceremony-39", screens=len(CREWS), **five.figures())


def followed_in_order(five: Screens, known: list[str], away: tuple[str, ...]) -> None:
    """Every list on every screen is in the plan's order, without who is absent; what the MC reads
    is whole: a decision, or a row as it was called."""
    read = [known[:16], known[16:32], known[32:]]
    for screen in CREWS:
        lists = [names for names in five.listed(screen) if names not in read]
        assert all(names == sorted(names, key=known.index) for names in lists)
        assert not {name for names in lists for name in names} & set(away)
    called = [[place.name for place in live.called] for live in five.now.turns]
    lists = five.listed("mc")
    assert all(names in [*read, *called, []] for names in lists)
    assert all(names in lists for names in [*read, *called])


def test_the_wall_of_a_day_and_who_reads_follow_too(hall: Hall, browser: Browser) -> None:
    conference = planned(hall, "Tường và người đọc")
    known = names_of(hall, conference)
    with screens(hall, browser, conference, READERS, known) as five:
        until(five, "photo")
        until(five, "handover")
        assert five.shown("wall") == five.shown("hall") == five.wall()
        assert five.listed("run-sheet")[-1] == known
        assert five.listed("announcer") == five.listed("mc")


@pytest.fixture
def mc(hall: Hall, browser: Browser) -> Screens:
    conference = planned(hall, "Mất máy chủ")
    with screens(hall, browser, conference, READERS, names_of(hall, conference)) as five:
        yield five  # type: ignore[misc]


def until(five: Screens, kind: str) -> None:
    """Press until a cue of this kind is on."""
    while True:
        five.press()
        cue = five.now.cue
        if cue and cue.kind == kind:
            return


def lines_of(five: Screens) -> dict[str, str]:
    """What each screen of the stage says, without clock and position."""
    panes = {"mc": ".stage-now", "announcer": ".stage-now", "hall": ".stage-hall"}
    found = {name: five.pages[name].locator(f"#stage {pane}") for name, pane in panes.items()}
    found["wall"] = five.pages["wall"].locator(".stage-hall")
    return {name: one.inner_text() for name, one in found.items()}


def test_after_a_kill_in_mid_turn_every_screen_goes_on_at_the_same_line(mc: Screens) -> None:
    until(mc, "clear")
    until(mc, "handover")
    before = lines_of(mc)
    mc.hall.kill()
    expect(mc.mc.locator("body")).to_have_attribute("data-connection", "lost", timeout=30_000)
    mc.hall.start()
    for page in mc.pages.values():
        expect(page.locator("body")).to_have_attribute("data-connection", "up", timeout=60_000)
    expect(mc.mc.locator("#stage-resume")).to_have_text("Tiếp tục từ lượt 2")
    assert lines_of(mc) == before
    mc.press()
    assert mc.now.cue is not None
    assert mc.now.cue.kind == "photo"


def test_presses_without_a_server_wait_while_the_mc_reads_on(mc: Screens) -> None:
    until(mc, "call")
    expect(mc.mc.locator("#stage-script")).to_have_attribute(
        "data-position", str(mc.position()), timeout=15_000
    )
    mc.hall.kill()
    waiting = mc.mc.locator("#presses [data-waiting] li")
    for n, said in enumerate(("lên trao tặng", "chụp ảnh lưu niệm", "trở về chỗ ngồi"), 1):
        mc.mc.keyboard.press("PageDown")
        expect(mc.mc.locator("#stage .stage-now")).to_contain_text(said)
        expect(waiting).to_have_count(n + 1)
        mc.mc.wait_for_timeout(500)
    expect(waiting.first).to_contain_text("chưa gửi được, chờ máy chủ", ignore_case=True)
    mc.mc.keyboard.press("PageUp")
    expect(mc.mc.locator("#stage .stage-now")).to_contain_text("chụp ảnh lưu niệm")
    assert [one.kind for one in mc.now.taken][-1] == "call"
    mc.hall.start()
    expect(waiting).to_have_count(0, timeout=60_000)
    assert [one.kind for one in mc.now.taken][-3:] == ["call", "handover", "photo"]
    expect(mc.mc.locator("#stage .stage-now")).to_contain_text("chụp ảnh lưu niệm")
    expect(mc.pages["hall"].locator(".stage-shown li")).to_have_count(8, timeout=30_000)
