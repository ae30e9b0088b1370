"""A list of 5,000 guests, from the address of its preview to the whole page, beside reading it raw.

The clerk has sent the file and waits: it is read in its limited process, its headings found, every
row understood and compared with the guests already invited, and the page drawn. The floor reads the
same bytes with calamine, or with the csv module, and does nothing with them.
"""

import csv
from io import BytesIO, StringIO
from random import Random
from typing import Any

from _figures import in_turn, seconds, sized, tell
from _stores import emptied
from builders import KIEN_GIANG, STAMP
from builders_commands import HERE, plan
from builders_doors import browser, csrf, serving, store_of
from flask.testing import FlaskClient
from python_calamine import load_workbook
from xlsxwriter import Workbook

from conference.commands.guest_import import Asked, ListFile, import_guests
from conference.importers.guest_sheet import open_sheet
from projections.guest_list import GuestList

GUESTS = sized(5_000, 200)
AIM = "< 2 s"

FAMILIES = "Nguyễn,Trần,Lê,Phạm,Hoàng,Huỳnh,Phan,Vũ,Võ,Đặng,Bùi,Đỗ,Hồ,Ngô,Dương,Lý"
MIDDLES = "Văn,Thị,Đức,Minh,Thanh,Hữu,Ngọc,Quang,Thu,Kim,Xuân,Hoàng,Gia,Bảo"
GIVEN = "An,Bình,Cường,Dũng,Đạt,Giang,Hà,Hải,Hạnh,Hưng,Hùng,Khánh,Lan,Linh,Mai,Nga,Phượng,Yến"
POSTS = ("Giám đốc", "Phó Giám đốc", "Trưởng phòng", "Phó Trưởng phòng", "Chuyên viên")
HEADINGS = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Điện thoại", "Email", "Ngày sinh", "Ghi chú")
BODIES = 100
"""Bodies that the guests come from, fifty from each: the size of a province's."""

Rows = list[tuple[Any, ...]]


def main() -> None:
    rows = guests(Random(20190325))
    as_xlsx, as_csv = xlsx(rows), text(rows)
    newer = xlsx(
        [(*row[:2], "Chánh Văn phòng", *row[3:]) if row[0] % 20 == 0 else row for row in rows]
    )
    with emptied("SQLite") as settings, serving(settings) as app:
        plan(store_of(app))
        client = browser(app)
        previewed(client, f"preview of {GUESTS:,} guests, XLSX", "a.xlsx", as_xlsx)
        previewed(client, f"preview of {GUESTS:,} guests, CSV", "a.csv", as_csv)
        invited(store_of(app), as_xlsx)
        name = f"preview of {GUESTS:,} guests beside as many invited, XLSX"
        previewed(client, name, "a.xlsx", newer)


def guests(random: Random) -> Rows:
    def word(of: str) -> str:
        return random.choice(of.split(","))

    def one(number: int) -> tuple[Any, ...]:
        name = " ".join(("Ông", word(FAMILIES), word(MIDDLES), word(MIDDLES), word(GIVEN)))
        place = (random.choice(POSTS), f"Sở, ban, ngành số {random.randrange(BODIES)}")
        contact = (912_000_000 + number, f"khach{number}@tinh.vn")
        return (number, name, *place, *contact, 20_000 + random.randrange(9_000), "")

    return [one(number) for number in range(1, GUESTS + 1)]


def xlsx(rows: Rows) -> bytes:
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        page = book.add_worksheet("Danh sách")
        for number, row in enumerate((HEADINGS, *rows)):
            page.write_row(number, 0, row)
    return file.getvalue()


def text(rows: Rows) -> bytes:
    said = StringIO()
    csv.writer(said, delimiter=";").writerows((HEADINGS, *rows))
    return said.getvalue().encode("utf-8-sig")


def previewed(client: FlaskClient, figure: str, name: str, data: bytes) -> None:
    """The page that the upload leads to, asked for anew in each round."""
    page = f"/conferences/{KIEN_GIANG}/guests/import"
    form = {"csrf_token": csrf(client.get(page).text), "file": (BytesIO(data), name)}
    address = client.post(page, data=form).headers["Location"]

    def look() -> None:
        assert f"{name}</h2>" in client.get(address).text

    floor = raw_xlsx if name.endswith("xlsx") else raw_text
    ours, least = in_turn(lambda: seconds(look), lambda: seconds(lambda: floor(data)))
    tell(figure, "s", ours, least, AIM, bytes=len(data))


def raw_xlsx(data: bytes) -> int:
    return len(load_workbook(BytesIO(data)).get_sheet_by_index(0).to_python())


def raw_text(data: bytes) -> int:
    return len(list(csv.reader(StringIO(data.decode("utf-8-sig")), delimiter=";")))


def invited(store: Any, data: bytes) -> None:
    """Accept the list, as its page would."""
    preview = open_sheet(data).beside(GuestList(), "Đại biểu")
    asked = [Asked(row.state, None, row.said, {}) for row in preview.taken]
    file = ListFile("a.xlsx", "0" * 64, "Danh sách", 0, 0)
    import_guests(store, STAMP, **HERE, number=1, file=file, asked=asked)


if __name__ == "__main__":
    main()
