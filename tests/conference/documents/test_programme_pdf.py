"""The programme on paper, read back: the office's five columns, and what each line says."""

from builders import STAMP, at
from builders_commands import HERE, plan, shelf_of
from builders_pdf import pages_of
from builders_programme import a_day, a_reader, add

from conference.commands.agenda import set_agenda_start
from conference.commands.agenda_release import release_agenda
from conference.documents.programme_pdf import programme_pdf
from conference.documents.programme_rows import facts, sections
from conference.store import Store
from projections.library import Shelf


def texts(shelf: Shelf, language: str = "vi", since: int | None = None) -> list[str]:
    """The text of each page, its runs joined."""
    made = programme_pdf(shelf, a_reader(language), since=since)
    return [" ".join(" ".join(page).split()) for page in pages_of(made)]


def test_the_programme_has_the_form_that_offices_use(store: Store) -> None:
    a_day(store)
    release_agenda(store, STAMP, **HERE, at=at("07:00"))
    shelf = shelf_of(store)
    (page,) = texts(shelf)
    for said in (
        "ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "CHƯƠNG TRÌNH Hội nghị tổng kết",
        "07h30 – 14h05, thứ Hai, ngày 25 tháng 3 năm 2019",
        "Hội trường UBND tỉnh, Rạch Giá",
        "Ông Đỗ Thanh Bình, Phó Chủ tịch",
        "STT Thời gian Nội dung Người thực hiện Ghi chú",
        "Bản ban hành số 1, 07:00 ngày 25/3/2019",
        f"#{shelf.position}",
    ):
        assert said in page, said


def test_a_line_says_when_what_who_and_what_is_noted(store: Store) -> None:
    morning, afternoon = sections(a_day(store), a_reader().say)
    told = [(one["number"], one["time"], one["content"], one["who"]) for one in morning["lines"]]
    assert told == [
        (1, "07h30 – 07h40", "Khai mạc", "Văn phòng UBND tỉnh"),
        (
            *(2, "07h40 – 07h48", "Tham luận: Nông thôn mới & đời sống"),
            "Bà Nguyễn Thị Đào, Bí thư, Huyện An Biên",
        ),
        (3, "07h48 – 07h56", "Tham luận của Sở Y tế", "Đại diện Sở Y tế"),
        (4, "07h56 – 08h11", "Giải lao", ""),
    ]
    assert [one["note"] for one in morning["lines"]] == ["", "chiếu phim", "", ""]
    assert [one["time"] for one in afternoon["lines"]] == ["13h30 – 14h05"]


def test_halves_of_a_day_are_named_and_days_where_there_are_several(store: Store) -> None:
    a_day(store)
    assert [part["title"] for part in sections(shelf_of(store), a_reader().say)] == [
        "Buổi sáng",
        "Buổi chiều",
    ]
    add(store, "Phiên hai", fixed_start=at("08:00").replace(day=26))
    assert [part["title"] for part in sections(shelf_of(store), a_reader("en").say)] == [
        "Morning, Monday, 25 March 2019",
        "Afternoon, Monday, 25 March 2019",
        "Morning, Tuesday, 26 March 2019",
    ]
    when = next(facts(shelf_of(store), a_reader("en").say))[1]
    assert when == "07:30 – 08:10 26/3, Monday, 25 March 2019"


def test_one_half_of_a_day_needs_no_name(store: Store) -> None:
    plan(store)
    set_agenda_start(store, STAMP, **HERE, starts_at=at("07:30"))
    add(store, "Khai mạc")
    assert [part["title"] for part in sections(shelf_of(store), a_reader().say)] == [None]


def test_while_no_hour_is_known_a_line_says_how_long_it_takes(store: Store) -> None:
    plan(store, held_on=None)
    add(store, "Khai mạc", 15)
    (page,) = texts(shelf_of(store))
    assert "15 phút" in page
    assert "Bản dự thảo" in page


def test_a_long_programme_has_its_head_on_every_page_and_no_torn_row(store: Store) -> None:
    plan(store)
    set_agenda_start(store, STAMP, **HERE, starts_at=at("07:30"))
    for number in range(60):
        add(store, f"Mục {number:02} " + "báo cáo kết quả công tác " * 6, 5)
    pages = texts(shelf_of(store))
    assert len(pages) > 3
    for page in pages:
        assert "STT Thời gian Nội dung Người thực hiện Ghi chú" in page
        assert page.count("Mục ") == page.count("báo cáo kết quả công tác") / 6


def test_a_draft_says_how_far_it_is_ahead_of_the_last_release(store: Store) -> None:
    a_day(store)
    release_agenda(store, STAMP, **HERE, at=at("07:00"))
    add(store, "Bế mạc", kind="closing")
    (page,) = texts(shelf_of(store), since=1)
    assert "Thay đổi so với bản ban hành số 1 • Bế mạc: mới, 14:05" in page
    assert "Bản dự thảo, 1 thay đổi so với bản ban hành số 1" in page
    assert "Draft, 1 change since release 1" in texts(shelf_of(store), "en")[0]
    add(store, "Văn nghệ")
    assert "Draft, 2 changes since release 1" in texts(shelf_of(store), "en")[0]


def test_english_readers_get_an_english_form(store: Store) -> None:
    (page,) = texts(a_day(store), "en")
    assert "No. Time Item Carried out by Notes" in page
    assert "07:30 – 14:05, Monday, 25 March 2019" in page
    assert "Representative of Sở Y tế" in page


def test_the_same_programme_is_the_same_tagged_bytes(store: Store) -> None:
    shelf = a_day(store)
    made = programme_pdf(shelf, a_reader())
    assert made == programme_pdf(shelf, a_reader())
    assert b"pdfuaid" in made
    assert b"/Type3" not in made
