"""A code shown at the wings: the door's rules without its entry, and whose line is here."""

from builders import STAMP, at, id
from builders_awards import an_instrument
from builders_commands import HERE, plan, recorded, shelf_of
from builders_door import code, invite

from conference.commands.awards import register_instrument
from conference.commands.awards_ceremony import link_recipient
from conference.commands.invitation_answers import reissue_invitation, withdraw_invitation
from conference.commands.stage_wings import AtWings, scan_at_wings
from conference.store import Store
from events.stage import StageOpened
from events.stage_row import RecipientReached


def wings(store: Store, *names: str) -> None:
    """Guests who receive a line each."""
    plan(store)
    invite(store, *names)
    register_instrument(store, STAMP, **HERE, **an_instrument(*names))
    for name in names:
        link_recipient(store, STAMP, **HERE, line=id(name), guest=id(name))


def shown(store: Store, token: str, run: int = 0, awaited: bool = True) -> AtWings:
    said = {**HERE, "run": run, "token": token, "at": at("10:00")}
    return scan_at_wings(store, STAMP, reaches=lambda guest: guest if awaited else None, **said)


def test_who_is_awaited_is_in_the_wings_once_and_was_let_in_by_no_door(store: Store) -> None:
    wings(store, "a")
    head = store.head()
    assert shown(store, code(store, id("a"))) == AtWings("genuine", id("a"), True)
    assert shown(store, f"https://le-dai/d/{code(store, id('a')).lower()}") == AtWings(
        "genuine", id("a"), False
    )
    facts = recorded(store, head)
    assert [kind for kind, _ in facts] == [StageOpened, RecipientReached]
    assert facts[1][1] == {"run": 0, "line": id("a"), "at": at("10:00")}
    assert shelf_of(store).attendance.present == 0


def test_of_who_is_not_awaited_nothing_is_recorded(store: Store) -> None:
    wings(store, "a")
    head = store.head()
    assert shown(store, code(store, id("a")), awaited=False) == AtWings("genuine", id("a"))
    assert recorded(store, head) == []


def test_codes_that_do_not_count_name_nobody(store: Store) -> None:
    wings(store, "cũ", "rút")
    reissue_invitation(store, STAMP, **HERE, guest=id("cũ"), reason="mất giấy mời")
    withdraw_invitation(store, STAMP, **HERE, guest=id("rút"), reason="không mời nữa")
    plan(store, conference_id=id("theirs"))
    tokens = {
        "replaced": code(store, id("cũ")),
        "withdrawn": code(store, id("rút")),
        "unknown": code(store, id("cũ"), 1, id("theirs")),
    }
    head = store.head()
    found = {said: shown(store, token) for said, token in tokens.items()}
    assert found == {said: AtWings(said) for said in tokens}
    assert shown(store, "không phải mã") == AtWings("unknown")
    said = {**HERE, "conference_id": id("theirs"), "run": 0, "at": at("10:00")}
    token = code(store, id("cũ"), 1)
    foreign = scan_at_wings(store, STAMP, token=token, reaches=lambda guest: guest, **said)
    assert foreign == AtWings("other_conference")
    assert recorded(store, head) == []
