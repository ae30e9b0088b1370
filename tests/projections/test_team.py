"""The team as its page shows it: members with roles, trusted devices."""

from builders import KIEN_GIANG, STAMP, folded, id
from builders_conference import a_conference
from builders_invitation import facts_of
from builders_team import appoint, pair

from conference.domain.team import Team
from projections import team as document
from projections.team import Device, Member


def page_of(*acts: object) -> document.Team:
    team = Team.form(STAMP, KIEN_GIANG)
    for act in acts:
        act(team)  # type: ignore[operator]
    return folded(document, facts_of(team))  # type: ignore[no-any-return]


def test_members_have_the_roles_last_given_in_the_order_of_names() -> None:
    page = page_of(
        appoint("Lê B", "stage"),
        appoint("Hồ A", "admin", "organizer"),
        appoint("Lê B", "auditor"),
    )
    assert page.by_name == (
        Member(id("Hồ A"), "Hồ A", ("organizer", "admin")),
        Member(id("Lê B"), "Lê B", ("auditor",)),
    )
    assert page.version == 4


def test_members_stand_by_given_name_and_devices_by_name_in_vietnamese_order() -> None:
    people = ("Trần Đào", "Lê Dung", "Hồ Ân", "Đỗ An")
    devices = ("Đài", "Cửa B", "Cửa A", "Ảnh")
    page = page_of(*(appoint(one, "admin") for one in people), *(pair(one) for one in devices))
    assert [one.name for one in page.by_name] == ["Đỗ An", "Hồ Ân", "Lê Dung", "Trần Đào"]
    assert [one.name for one in page.trusted] == ["Ảnh", "Cửa A", "Cửa B", "Đài"]


def test_who_was_dismissed_is_no_longer_listed() -> None:
    page = page_of(
        appoint("a", "admin"), appoint("b", "stage"), lambda t: t.dismiss_member(STAMP, id("b"))
    )
    assert [member.name for member in page.by_name] == ["a"]


def test_a_revoked_device_is_kept_with_the_reason_and_not_trusted() -> None:
    page = page_of(
        pair("màn hình", "hall"),
        pair("máy A", "door", "A"),
        lambda t: t.revoke_device(STAMP, id("máy A"), "mất"),
    )
    assert page.trusted == (Device(id("màn hình"), "màn hình", "hall", None),)
    assert page.devices[id("máy A")] == Device(id("máy A"), "máy A", "door", "A", "mất")


def test_members_and_devices_are_named() -> None:
    page = page_of(appoint("a", "admin"), pair("máy A"))
    assert [page.named(id(name)) for name in ("a", "máy A", "x")] == ["a", "máy A", None]


def test_a_fact_of_another_noun_leaves_the_same_document() -> None:
    page = page_of()
    for fact in facts_of(a_conference()):
        assert document.evolve(fact, page) is page
