"""Where a paper's code leads: the print still holds, or exactly what has changed since."""

from io import BytesIO
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest
import zxingcpp
from builders import STAMP
from builders_demo import DEMO, shelf_of
from builders_doors import bearer, browser, store_of
from builders_pages import ENGLISH, VIETNAMESE, element, send
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image

from conference import gate
from conference.commands.agenda import time_item
from conference.commands.agenda_release import release_agenda
from conference.commands.awards_ceremony import name_representative
from conference.commands.awards_plan import lock_plan, move_recipient, move_turn
from conference.commands.awards_prepared import note_phonetic, prepare_turn
from conference.commands.team import pair_device
from conference.documents.ceremony_papers import FORMATS, PAPERS
from conference.language import sentence
from conference.web.prints import KINDS
from projections.run_sheet_turn import Turn

HERE: dict[str, Any] = {"conference_id": DEMO}
INSIDE = f"/conferences/{DEMO}"
LIST = f"{INSIDE}/run-sheet/papers"
NEEDS = ("side", "servers", "bouquets", "music", "photo_s", "seconds", "note")


def turns(app: Flask) -> tuple[Turn, ...]:
    return shelf_of(app).run_sheet.turns


def print_of(app: Flask, paper: str = "tray-sheet") -> str:
    """The address on a print that is made now."""
    return f"{INSIDE}/prints/{paper}/{shelf_of(app).position}"


def verdict(client: FlaskClient, address: str, headers: dict[str, str] = VIETNAMESE) -> str:
    return element(client.get(address, headers=headers).text, "print-verdict")


def changed(client: FlaskClient, address: str) -> str:
    return element(client.get(address, headers=VIETNAMESE).text, "print-changes")


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("paper", list(PAPERS))
def test_every_paper_is_a_file_of_its_position(app: Flask, paper: str, form: str) -> None:
    client, position = browser(app, "stage"), shelf_of(app).position
    answer = client.get(f"{LIST}/{paper}.{form}")
    assert (answer.status_code, answer.mimetype) == (200, FORMATS[form][1])
    assert f"-{position}.{form}" in answer.headers["Content-Disposition"]
    named = element(client.get(LIST, headers=VIETNAMESE).text, f"paper-{paper}")
    assert ("PDF" in named, "Word" in named) == (True, True)


def test_a_paper_of_a_past_position_is_what_it_was(app: Flask) -> None:
    client, position = browser(app), shelf_of(app).position
    before = client.get(f"{LIST}/mc-script.pdf").data
    line = turns(app)[0].recipients[0].line
    note_phonetic(store_of(app), STAMP, **HERE, line=line, phonetic="đơn vị")
    assert client.get(f"{LIST}/mc-script.pdf?at={position}").data == before
    assert client.get(f"{LIST}/mc-script.pdf").data != before


def test_a_print_is_current_until_something_on_it_changes(app: Flask) -> None:
    client, address = browser(app, "stage"), print_of(app)
    assert "Bản in này còn đúng" in verdict(client, address)
    assert "This print is current" in verdict(client, address, ENGLISH)
    line = turns(app)[0].recipients[1]
    name_representative(store_of(app), STAMP, **HERE, line=line.line, name="Bà C", relation=None)
    assert "Bản in này đã cũ" in verdict(client, address)
    said = changed(client, address)
    assert f"{line.name}: – → đại diện nhận: Bà C" in said
    assert said.count("→") == 1


def test_it_tells_who_stands_elsewhere_and_which_turn(app: Flask) -> None:
    client, tray, script = browser(app), print_of(app), print_of(app, "mc-script")
    first, second = turns(app)[0].recipients[:2]
    move_recipient(
        store_of(app),
        STAMP,
        **HERE,
        line=second.line,
        turn=turns(app)[0].id,
        before=first.line,
        why="vai",
    )
    for address in (tray, script):
        said = changed(client, address)
        assert f"{second.name}: vị trí" in said
        assert f"{first.name}: vị trí" in said
        assert turns(app)[1].recipients[0].name not in said


def test_it_tells_side_and_mirror(app: Flask) -> None:
    client, address, turn = browser(app), print_of(app), turns(app)[1]
    side = "left" if turn.side == "right" else "right"
    said: dict[str, Any] = {**dict.fromkeys(NEEDS), "side": side}
    prepare_turn(store_of(app), STAMP, **HERE, turn=turn.id, **said)
    told = changed(client, address)
    assert ("bên trái" in told, "bên phải" in told) == (True, True)
    assert "Cả hàng đảo chiều" in told
    assert told.count("→") == 1


def test_a_turn_that_moved_and_one_that_is_new_are_told(app: Flask) -> None:
    client, address = browser(app), print_of(app, "posting-list")
    first, last = turns(app)[0], turns(app)[-1]
    move_turn(store_of(app), STAMP, **HERE, turn=last.id, before=first.id)
    said = changed(client, address)
    assert f"Lượt {last.number} → Lượt 1" in said
    assert "Thứ tự của phần này đã đổi" in said


def test_another_lock_with_the_same_content_can_be_used(app: Flask) -> None:
    client, address = browser(app), print_of(app)
    lock_plan(store_of(app), STAMP, **HERE)
    page = client.get(address, headers=VIETNAMESE).text
    assert "Bản in này còn đúng" in element(page, "print-verdict")
    assert "vẫn dùng được" in element(page, "print-other-lock")
    editions = element(page, "print-editions")
    assert ("Bản nháp" in editions, "Bản chốt số 1" in editions) == (True, True)


def test_a_print_in_use_is_entered_once_by_what_it_shows(app: Flask) -> None:
    client, address = browser(app, "stage"), print_of(app)
    position = shelf_of(app).position
    answer = send(client, address, f"{address}/use")
    assert (answer.status_code, answer.location) == (303, address)
    (made,) = shelf_of(app).run_sheet.book.prepared.artefacts.values()
    standing = tuple(one.name for turn in turns(app) for one in turn.standing)
    assert (made.kind, made.shows, made.shown_at) == ("tray_sheet", standing, position)
    page = client.get(address, headers=VIETNAMESE).text
    assert "đang dùng" in element(page, "print-used")
    head = store_of(app).head()
    token_page = f"{INSIDE}/awards"
    assert send(browser(app), token_page, f"{address}/use").status_code == 303
    assert store_of(app).head() == head


def found_by_the_check(app: Flask) -> set[str]:
    """What the check says of papers that are in use."""
    url = f"/api/v1/conferences/{DEMO}/lint"
    answer = app.test_client().get(url, headers=bearer(app) | VIETNAMESE).get_json()
    return {one["message"] for one in answer["findings"] if one["code"].startswith("artefact")}


def test_the_check_of_the_plan_names_every_print_in_use_once_it_is_old(app: Flask) -> None:
    client = browser(app)
    position = shelf_of(app).position
    for paper in KINDS:
        address = f"{INSIDE}/prints/{paper}/{position}"
        assert send(client, address, f"{address}/use").status_code == 303
    assert found_by_the_check(app) == set()
    first, second = turns(app)[0].recipients[:2]
    said = {"line": second.line, "turn": turns(app)[0].id, "before": first.line, "why": "vai"}
    move_recipient(store_of(app), STAMP, **HERE, **said)
    found = found_by_the_check(app)
    titles = {sentence(f"ceremony-paper.{paper}") for paper in KINDS}
    missing = {title for title in titles if not any(title in one for one in found)}
    assert (len(titles), missing) == (5, set())


def test_the_device_of_the_mc_opens_papers_and_prints(app: Flask) -> None:
    device, address = uuid4(), print_of(app, "mc-script")
    said: dict[str, Any] = {"name": "MC", "screen": "mc", "door": None}
    pair_device(store_of(app), STAMP, **HERE, device=device, **said)
    app.extensions["who"] = lambda: gate.Actor(device, "MC", device_at=DEMO)
    client = app.test_client()
    assert "Bản in này còn đúng" in verdict(client, address)
    assert 'id="print-use"' not in client.get(address).text
    assert client.get(f"{LIST}/mc-script.pdf").mimetype == "application/pdf"
    assert client.get(f"{INSIDE}/papers").status_code == 403


def test_what_is_no_print_is_not_found(app: Flask) -> None:
    client, position = browser(app), shelf_of(app).position
    for path in (f"menu/{position}", f"tray-sheet/{position + 1000}", "tray-sheet/0"):
        assert client.get(f"{INSIDE}/prints/{path}").status_code == 404
    for name in ("menu.pdf", "mc-script.odt"):
        assert client.get(f"{LIST}/{name}").status_code == 404
    answer = send(client, f"{INSIDE}/awards", f"{INSIDE}/prints/certificate-check/{position}/use")
    assert answer.status_code == 404


def test_a_print_of_a_draft_says_so_to_whom_the_draft_is_not_shown(app: Flask) -> None:
    item = shelf_of(app).agenda.items[0]
    said: dict[str, Any] = {"item": item.id, "minutes": item.minutes + 5, "fixed_start": None}
    time_item(store_of(app), STAMP, **HERE, **said)
    organizer, stage = browser(app), browser(app, "stage")
    address = f"{print_of(app, 'run-sheet')}?draft=1"
    assert code_of(organizer) == f"http://127.0.0.1:8000{address}"
    assert code_of(stage) == f"http://127.0.0.1:8000{print_of(app, 'run-sheet')}"
    assert "Bản in này còn đúng" in verdict(organizer, address)
    assert "theo chương trình dự thảo" in verdict(stage, address)
    release_agenda(store_of(app), STAMP, **HERE, at=STAMP.at)
    assert "Bản in này còn đúng" in verdict(organizer, address)


def code_of(client: FlaskClient) -> str:
    """What a phone reads in the code of the run-sheet's Word file."""
    with ZipFile(BytesIO(client.get(f"{LIST}/run-sheet.docx").data)) as file:
        (picture,) = (name for name in file.namelist() if name.endswith(".png"))
        dots = Image.open(BytesIO(file.read(picture))).convert("L")
    (code,) = zxingcpp.read_barcodes(dots)
    text: str = code.text
    return text


def test_who_only_reads_enters_nothing(app: Flask) -> None:
    address = print_of(app)
    page = browser(app, "auditor").get(address, headers=VIETNAMESE).text
    assert 'id="print-use"' not in page
