"""How long a guest waits at the door's camera: from the frame that shows the code until the verdict
is painted, in Chromium, online and without a network; beside reading the same frame alone. And how
long one waits who comes without an invitation, at the speed of somebody who types with thumbs."""

import tempfile
from pathlib import Path
from statistics import median
from time import monotonic

from _figures import sized, tell
from builders_door_app import KEPT, Hall, film, picture, seeing
from builders_journeys import CHROMIUM_FLAGS, chromium
from playwright.sync_api import BrowserType, Page, sync_playwright

from conference.config import Settings
from conference.store import Store

GUESTS = sized(30, 3)
"""Codes that come before the camera, each for two seconds, in two frames."""

FRAME = (1280, 720)

WALK_IN = {"name": "Hồ Văn Cường", "body": "Báo Kiên Giang", "voucher": "Trần Thị Đào"}

LETTER_MS = sized(430, 20)
"""Three keys a second, and 1.3 keys a letter: Telex types an accent with a key of its own."""

TAP_MS = sized(1_000, 20)
"""Looking for a field and reaching it."""

LISTEN = """() => {
  window.waited = [];
  const told = (list) => {
    const kind = document.getElementById("verdict").dataset.verdict;
    for (const one of list.getEntriesByName("door-verdict")) waited.push([one.duration, kind]);
  };
  new PerformanceObserver(told).observe({ entryTypes: ["measure"] });
}"""

ALONE = """async (times) => {
  const video = document.getElementById("camera");
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const taken = [];
  for (let n = 0; n < times; n += 1) {
    const begun = performance.now();
    pen.drawImage(video, 0, 0);
    const frame = pen.getImageData(0, 0, canvas.width, canvas.height);
    await window.ZXingWASM.readBarcodes(frame, { formats: ["QRCode"], maxNumberOfSymbols: 1 });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    taken.push(performance.now() - begun);
  }
  return taken;
}"""
"""The floor: the same frame read and one paint awaited, with no door behind it."""


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="le-dai-bench-") as folder, sync_playwright() as play:
        settings = Settings(data_dir=Path(folder), secret_key="a key for a benchmark")
        Store.migrate(settings)
        hall = Hall(settings, Store(settings))
        hall.start()
        try:
            for where, aim in (("online", "< 300 ms"), ("offline", "< 150 ms")):
                ours, alone = waited(hall, play.chromium, Path(folder), where)
                tell(f"frame to painted verdict, {where}", "ms", median(ours), median(alone), aim)
                late = sorted(ours)[int(len(ours) * 0.95)]
                tell(f"frame to painted verdict, {where}, p95", "ms", late, median(alone))
            ours, alone = walked_in(hall, play.chromium)
            tell("walk-in, from the first tap until painted", "s", ours, alone, "< 30 s")
        finally:
            hall.stop()
            hall.store.close()


def waited(
    hall: Hall, kind: BrowserType, folder: Path, where: str
) -> tuple[list[float], list[float]]:
    """Milliseconds of each guest, every one admitted; and of the frame alone."""
    names = [f"Khách {where} {number}" for number in range(GUESTS)]
    conference = hall.conference(f"Máy ảnh {where}", *names)
    codes = hall.codes(conference)
    seen = (picture(f"HTTPS://LE-DAI.VN/D/{codes[name]}", FRAME) for name in names)
    frames = [frame for one in seen for frame in (one, one)]
    shown = film(folder / f"{where}.y4m", *frames, rate=1)
    with seeing(kind, shown) as own, hall.phone(own, conference) as page:
        page.wait_for_selector(KEPT)
        page.context.set_offline(where == "offline")
        page.evaluate(LISTEN)
        page.locator("#camera-on").click()
        wait_for(page)
        told = page.evaluate("waited")
        alone = page.evaluate(ALONE, sized(30, 3))
    assert [kind for _, kind in told[:GUESTS]] == ["admitted"] * GUESTS, told
    return [spent for spent, _ in told[:GUESTS]], alone


def wait_for(page: Page) -> None:
    """Asked again and again from here: the page's policy lets nobody evaluate text in it."""
    end = monotonic() + GUESTS * 4
    while page.evaluate("waited.length") < GUESTS and monotonic() < end:
        page.wait_for_timeout(200)


def walked_in(hall: Hall, kind: BrowserType) -> tuple[float, float]:
    """Seconds from before the first tap until the verdict stands; and of the typing and tapping."""
    conference = hall.conference("Phát sinh", "Lê Thị Lan")
    browser = kind.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
    with hall.phone(browser, conference) as page:
        begun = monotonic()
        page.wait_for_timeout(TAP_MS)
        page.locator("#walk-in-open").click()
        for field, text in WALK_IN.items():
            page.wait_for_timeout(TAP_MS)
            page.locator(f"#walk-in-{field}").press_sequentially(text, delay=LETTER_MS)
        page.wait_for_timeout(TAP_MS)
        page.locator("#walk-in-enter").click()
        page.wait_for_selector('#verdict[data-verdict="admitted"]')
        taken = monotonic() - begun
    browser.close()
    keys = sum(map(len, WALK_IN.values())) * LETTER_MS
    return taken, (keys + TAP_MS * (len(WALK_IN) + 2)) / 1000


if __name__ == "__main__":
    main()
