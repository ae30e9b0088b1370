"""A mail to a guest: words, letter and appointment read back from its bytes."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from builders import STAMP, at, id
from builders_commands import HERE, shelf_of
from builders_mail import SENDER, a_conference
from builders_pdf import pages_of
from icalendar import Calendar

from conference.commands.agenda_release import release_agenda
from conference.commands.conference import retitle_conference
from conference.config import Settings
from conference.documents.invitation_mail import Cover, invitation_mail
from conference.store import Store
from projections.library import Shelf

COVER = Cover(
    id("mail"),
    "letter",
    SENDER,
    "dao@example.vn",
    "https://le-dai.vn/D/XX",
    datetime(2019, 3, 15, 2, tzinfo=UTC),
    number="45/GM-UBND",
    dated_on="2019-03-15",
)
LINK = "https://le-dai.vn/m/abc"


@pytest.fixture
def store(settings: Settings) -> Any:
    made = Store(settings)
    a_conference(made, "Nguyễn Thị Đào", honorific="bà")
    release_agenda(made, STAMP, **HERE, at=at("07:00"))
    yield made
    made.close()


@pytest.fixture
def shelf(store: Store) -> Shelf:
    return shelf_of(store)


def mail(shelf: Shelf, cover: Cover = COVER, **said: Any) -> EmailMessage:
    """The mail as its reader's program understands it."""
    (guest,) = shelf.guest_list.guests
    made = invitation_mail(shelf, replace(guest, **said), cover)
    found = message_from_bytes(made.as_bytes(), policy=default)
    assert isinstance(found, EmailMessage)
    return found


def part(found: EmailMessage, kind: str) -> Any:
    return next(one for one in found.walk() if one.get_content_type() == kind)


def text_of(found: EmailMessage) -> str:
    return str(part(found, "text/plain").get_content()).replace("\r\n", "\n")


def test_the_mail_says_who_invites_whom_when_and_where(shelf: Shelf) -> None:
    found = mail(shelf, replace(COVER, link=LINK))
    assert str(found["To"]) == "Bà Nguyễn Thị Đào <dao@example.vn>"
    assert str(found["From"]) == "Văn phòng <van-phong@example.vn>"
    assert str(found["Subject"]) == "Giấy mời: Hội nghị tổng kết"
    assert str(found["Message-ID"]) == f"<{COVER.id}@example.vn>"
    said = text_of(found)
    assert "Thời gian: 07 giờ 30, Thứ Hai ngày 25/3/2019 (dự kiến đến 09 giờ 00)." in said
    assert "Giấy mời số 45/GM-UBND, ngày 15/3/2019." in said
    assert f"trang riêng của Quý vị:\n{LINK}\n" in said
    assert "trả lời trước 07 giờ 30 ngày 25/3/2019" in said
    assert "Địa điểm" not in said
    html = part(found, "text/html").get_content()
    assert f'<a href="{LINK}">{LINK}</a>' in html


def test_without_a_page_of_ones_own_none_is_promised(shelf: Shelf) -> None:
    assert "trang riêng" not in text_of(mail(shelf))


def test_the_letter_is_attached_with_the_guests_name_and_number(shelf: Shelf) -> None:
    attached = part(mail(shelf), "application/pdf")
    (page,) = pages_of(attached.get_content())
    said = " ".join(" ".join(page).split())
    assert attached.get_filename() == "giay-moi.pdf"
    assert "Bà Nguyễn Thị Đào" in said
    assert "45/GM-UBND" in said


def test_the_appointment_is_a_request_in_utf_8_and_a_file(shelf: Shelf) -> None:
    found = mail(shelf)
    asked = part(found, "text/calendar")
    assert asked["Content-Type"].params["method"] == "REQUEST"
    assert asked["Content-Type"].params["charset"].lower() == "utf-8"
    file = part(found, "application/ics")
    assert file.get_filename() == "hoi-nghi.ics"
    assert asked.get_payload(decode=True) == file.get_content()
    (event,) = Calendar.from_ical(file.get_content()).walk("VEVENT")
    assert event["UID"] == f"{id('Nguyễn Thị Đào')}@le-dai"


def test_a_reminder_says_the_deadline_first(shelf: Shelf) -> None:
    found = mail(shelf, replace(COVER, kind="reminder"))
    assert str(found["Subject"]).startswith("Nhắc trả lời giấy mời: ")
    assert "Xin Quý vị trả lời trước 07 giờ 30 ngày 25/3/2019" in text_of(found)


def test_no_name_and_no_title_adds_a_header(store: Store) -> None:
    """The forms take no control characters; a log from elsewhere may hold them."""
    title = "Hội nghị\r\nBcc: tat-ca@example.vn\r\n\r\nHết"
    retitle_conference(store, STAMP, **HERE, title=title, host="UBND\r\ntỉnh")
    found = mail(shelf_of(store), name="Đào\r\nBcc: tat-ca@example.vn")
    assert found["Bcc"] is None
    assert str(found["Subject"]) == "Giấy mời: Hội nghị Bcc: tat-ca@example.vn Hết"
    assert found["To"].addresses[0].addr_spec == "dao@example.vn"


def test_an_address_with_letters_is_written_as_such(shelf: Shelf) -> None:
    (guest,) = shelf.guest_list.guests
    made = invitation_mail(shelf, guest, replace(COVER, address="đào@example.vn"))
    assert made["To"].addresses[0].addr_spec == "đào@example.vn"
