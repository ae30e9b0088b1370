"""A thousand letters in one file, and mails through the outbox to a mail server on loopback."""

from datetime import UTC, datetime
from smtplib import SMTP

import typst
from _figures import in_turn, seconds, sized, tell
from _stores import emptied
from builders_commands import shelf_of
from builders_mail import (
    SENDER,
    Clock,
    Taker,
    a_conference,
    deliver,
    mail_server,
    mailing,
    postman,
    queued,
)

from conference import vault_door
from conference.config import Settings
from conference.documents.invitation_mail import Cover, invitation_mail
from conference.documents.letters_pdf import letters_pdf
from conference.documents.typst_pdf import FONTS
from conference.rules.door_code import door_code
from conference.store import Store
from projections.guest import Guest
from projections.library import Shelf

LETTERS = sized(1_000, 20)
MAILS = sized(100, 5)
ADDRESS = "https://hoinghi.kiengiang.gov.vn"


def main() -> None:
    with emptied("SQLite") as settings:
        store = Store(settings)
        a_conference(store, *(f"Nguyễn Thị Đào {n}" for n in range(LETTERS)))
        letters(store, shelf_of(store))
        mails(settings, store)
        store.close()


def letters(store: Store, shelf: Shelf) -> None:
    """Codes drawn, data handed over, typeset, tagged; beside as many pages of plain words."""
    key = vault_door.door_key(store, shelf.conference.id)
    guests = shelf.guest_list.guests

    def address_of(guest: Guest) -> str:
        return f"{ADDRESS}/D/{door_code(key, guest.id, guest.revision)}"

    ours, floor = in_turn(
        lambda: seconds(lambda: letters_pdf(shelf, guests, address_of)),
        lambda: seconds(lambda: plain_pages(len(guests))),
        rounds=3,
    )
    tell("letters in one file", "s", ours, floor, letters=len(guests))


def plain_pages(count: int) -> bytes:
    """As many pages of the words of a letter, in one column, as tagged as ours."""
    words = " ".join(["Ủy ban nhân dân tỉnh trân trọng kính mời đại biểu tới dự"] * 10)
    page = f"#for n in range({count}) {{ if n > 0 {{ pagebreak() }}; [#n {words}] }}"
    said = {"font_paths": [FONTS], "ignore_system_fonts": True, "pdf_standards": ["ua-1"]}
    head = '#set document(title: "x")\n#set text(font: "Tinos", lang: "vi")\n'
    return typst.compile((head + page).encode(), format="pdf", timestamp=0, **said)


def mails(settings: Settings, store: Store) -> None:
    """From the outbox to the server and back into the log, each with its letter and appointment;
    beside the same message handed to the same server again and again."""
    with mail_server(Taker()) as port:
        to = mailing(settings, port)
        rates = in_turn(lambda: through_outbox(to, store), lambda: handed_over(port, store))
    tell("mails through the outbox", "mails/s", *rates, mails=MAILS)


def through_outbox(settings: Settings, store: Store) -> float:
    """Mails a second; the guests have been sent theirs in the rounds before, and get another."""
    shelf = shelf_of(store)
    to = [guest.id for guest in shelf.guest_list.guests[:MAILS]]
    queued(store, guests=to, number=f"{store.head()}/GM")
    return MAILS / seconds(lambda: deliver(postman(settings, store, Clock())))


def handed_over(port: int, store: Store) -> float:
    shelf = shelf_of(store)
    guest = shelf.guest_list.guests[0]
    made_at = datetime.now(UTC)
    cover = Cover(guest.id, "letter", SENDER, "a@example.vn", f"{ADDRESS}/D/X", made_at)
    mail = invitation_mail(shelf, guest, cover)

    def hand_over() -> None:
        with SMTP("127.0.0.1", port) as server:
            for _ in range(MAILS):
                server.send_message(mail)

    return MAILS / seconds(hand_over)


if __name__ == "__main__":
    main()
