"""History: every fact as a line to read, ids named, nothing private."""

from typing import Any

from builders import CLERK, DAY, KIEN_GIANG, STAMP, at, id
from builders_agenda import add
from builders_awards import announce, present, register
from builders_conference import a_conference
from builders_invitation import a_group, a_place, enter, facts_of, issued, replace_by
from builders_seating import hall_said
from builders_team import appoint, pair

from conference.domain.agenda import Agenda
from conference.domain.awards import Awards
from conference.domain.conference import Conference
from conference.domain.seating import Seating
from conference.domain.team import Team
from projections.history import Line, found, lines
from projections.library import Library


def read(*nouns: Any, of: Conference | None = None) -> list[Line]:
    """The lines of a conference and these, in the order of the log."""
    log = facts_of(of or a_conference(), *nouns)

    def between(after: int, limit: int) -> list[Any]:
        return list(enumerate(log[after : after + limit], after + 1))

    return list(lines(Library(between).shelf(KIEN_GIANG), between(0, len(log))))


def told(*nouns: Any, of: Conference | None = None) -> list[tuple[str, str, dict[str, Any]]]:
    """Topic, subject and words of the lines behind the first."""
    return [(line.topic, line.subject, line.words) for line in read(*nouns, of=of)[1:]]


def test_a_line_says_when_who_and_what() -> None:
    (line,) = read()
    assert (line.position, line.at, line.by, line.version) == (1, DAY, CLERK, 1)
    assert (line.topic, line.subject) == ("conference-planned", "Hội nghị tổng kết")
    assert line.words["held_on"] == "25/3/2019"
    assert line.words["reporting_year"] == ""


def test_a_guests_story_is_about_the_guest_at_the_conferences_time() -> None:
    guest = issued("Nguyễn Thị Hoa")
    enter(guest, "07:42")
    topic, subject, words = told(guest)[-1]
    assert (topic, subject) == ("guest-checked-in", "Nguyễn Thị Hoa")
    read = {"door": "A", "device": "quầy 1", "at": "07:42 25/3/2019", "site": ""}
    assert read.items() <= words.items()


def test_who_has_no_name_is_called_by_post_body_or_group() -> None:
    post = issued("x", kind="post", name=None, post="Chủ tịch", body="UBND huyện")
    place = a_place(body=None)
    assert [subject for _, subject, _ in told(post, place)] == ["Chủ tịch, UBND huyện", "Vân Hòa"]


def test_a_group_is_named_when_it_is_counted() -> None:
    group = a_group(None)
    group.count_group(STAMP, 8)
    assert told(group)[-1] == ("group-counted", "Vân Hòa", {"count": 8})


def test_what_is_private_is_never_read() -> None:
    private = {"phone": "0912", "email": "a@b.vn", "birth_date": "1960", "in_post_since": "2010"}
    guest = issued("a", **private)
    replace_by(guest, phone="0913")
    guest.check_in(STAMP, "A", "quầy 1", at("07:30"), scan_id="secret")
    guest.describe(STAMP, honorific="Bà", phone="0914")
    words = [value for _, _, said in told(guest) for value in said.values()]
    for secret in (*private.values(), "0913", "0914", "secret"):
        assert secret not in words


def test_ids_are_read_as_the_names_of_what_they_stand_for() -> None:
    agenda, awards = Agenda.draft(STAMP, KIEN_GIANG), Awards.begin_for(STAMP, KIEN_GIANG)
    add(agenda, "khai mạc")
    add(agenda, "bế mạc")
    agenda.move_item(STAMP, id("bế mạc"), id("khai mạc"))
    for act in (register("Tặng cờ", "Huyện A"), announce("Tặng cờ"), present("Huyện A")):
        act(awards)
    awards.link_recipient(STAMP, id("Huyện A"), id("Lê A"))
    said = {
        topic: (subject, words) for topic, subject, words in told(issued("Lê A"), agenda, awards)
    }
    assert said["item-moved"] == ("bế mạc", {"item": "bế mạc", "before": "khai mạc"})
    assert said["instrument-announced"][1]["instrument"] == "Tặng cờ"
    assert said["award-presented"][0] == "Huyện A"
    assert said["recipient-linked"] == ("Huyện A", {"line": "Huyện A", "guest": "Lê A"})


def test_documents_members_and_devices_have_names_and_the_unknown_none() -> None:
    conference = a_conference(
        lambda c: c.table_document(STAMP, id("report"), "Báo cáo", "other"),
        lambda c: c.open(STAMP, at("07:30")),
        lambda c: c.adopt_document(STAMP, id("report"), at("08:00")),
        lambda c: c.name_chair(STAMP, "Ông A", "Chủ tịch", None, id("nobody")),
    )
    team = Team.form(STAMP, KIEN_GIANG)
    for act in (appoint("chief", "admin"), appoint("b", "stage", "auditor"), pair("máy A")):
        act(team)
    team.revoke_device(STAMP, id("máy A"), "mất")
    said = {topic: words for topic, _, words in told(team, of=conference)}
    assert said["document-adopted"] == {"document": "Báo cáo", "at": "08:00 25/3/2019"}
    assert said["chair-named"]["guest"] == ""
    assert said["member-appointed"] == {"member": "b", "name": "b", "roles": "stage, auditor"}
    assert said["device-revoked"] == {"device": "máy A", "reason": "mất"}


def test_a_withdrawn_instrument_is_still_named() -> None:
    awards = Awards.begin_for(STAMP, KIEN_GIANG)
    register("Tặng cờ", "Huyện A")(awards)
    awards.withdraw_instrument(STAMP, id("Tặng cờ"), "chưa ký")
    assert told(awards)[-1] == (
        "instrument-withdrawn",
        "Tặng cờ",
        {"instrument": "Tặng cờ", "reason": "chưa ký"},
    )


def test_a_withdrawn_document_is_still_named() -> None:
    conference = a_conference(
        lambda c: c.table_document(STAMP, id("report"), "Báo cáo", "other"),
        lambda c: c.withdraw_document(STAMP, id("report")),
    )
    assert told(of=conference)[-1] == ("document-withdrawn", "Báo cáo", {"document": "Báo cáo"})


def test_lists_are_counted_or_read_out() -> None:
    seating, awards = Seating.begin_for(STAMP, KIEN_GIANG), Awards.begin_for(STAMP, KIEN_GIANG)
    seating.adopt_hall(STAMP, **hall_said(4, 4, unusable=["A-01", "B-02"]))
    register("Tặng cờ", "a", "b", "c")(awards)
    said = {topic: words for topic, _, words in told(seating, awards)}
    assert (said["hall-adopted"]["rows"], said["hall-adopted"]["unusable"]) == (2, "A-01, B-02")
    assert said["instrument-registered"]["lines"] == 3


def test_a_line_is_found_by_its_sentence_its_subject_or_its_position() -> None:
    (line,) = read()
    hits = {wanted: found(line, "Lập hội nghị", wanted) for wanted in ("lap", "TONG", "#1", "#2")}
    assert hits == {"lap": True, "TONG": True, "#1": True, "#2": False}
