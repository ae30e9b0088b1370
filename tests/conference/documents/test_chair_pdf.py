"""The chair's copy, read back: hours, who speaks, what is noted, when it ends."""

from builders_pdf import pages_of
from builders_programme import a_day, a_reader

from conference.config import Settings
from conference.documents.chair_pdf import chair_pdf
from conference.store import Store


def test_the_chair_reads_hours_speakers_and_notes(settings: Settings) -> None:
    store = Store(settings)
    shelf = a_day(store)
    made = chair_pdf(shelf, a_reader())
    store.close()
    (page,) = [" ".join(" ".join(page).split()) for page in pages_of(made)]
    for said in (
        "Chương trình dành cho chủ trì",
        "Ông Đỗ Thanh Bình",
        "Dự kiến kết thúc : 14h05",
        "07h40 8 phút Tham luận: Nông thôn mới & đời sống",
        "Bà Nguyễn Thị Đào, Bí thư, Huyện An Biên chiếu phim",
        "Buổi chiều",
        f"Bản dự thảo, chưa ban hành · Nhật ký #{shelf.position}",
    ):
        assert said in page, said
    assert b"pdfuaid" in made
