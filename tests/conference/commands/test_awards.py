"""What may be asked of the awards, on real stores: instruments, settings, the ceremony."""

from functools import partial
from typing import Any

import pytest
from builders import KIEN_GIANG, STAMP, at, id
from builders_awards import CERTIFICATE, FLAG, a_line, an_instrument
from builders_commands import HERE, at_once, plan, recorded, shelf_of
from builders_invitation import issued
from marshmallow import ValidationError

from conference.commands.awards import (
    RegisterInstrument,
    register_instrument,
    revise_instrument,
    withdraw_instrument,
)
from conference.commands.awards_ceremony import (
    announce_instrument,
    link_recipient,
    name_representative,
    present_award,
)
from conference.commands.awards_rules import (
    ChoosePrecedence,
    SetEntryRule,
    SetStageCapacity,
    choose_precedence,
    set_entry_rule,
    set_stage_capacity,
)
from conference.commands.awards_typed import MOST_TYPED, TypedInstrument
from conference.domain.awards import Awards
from conference.errors import NotFound, Refused, Stale
from conference.store import Store
from events.awards import AwardPresented, InstrumentAnnounced

AWARDS = Awards.id_of(KIEN_GIANG)
FLAGS = id("flags")


@pytest.fixture
def home(store: Store) -> Store:
    """A conference with a decision of two lines, a and b, and the guest a."""
    plan(store)
    store.create(issued("a"))
    register_instrument(store, STAMP, **HERE, instrument=FLAGS, **an_instrument("a", "b"))
    return store


def awards(store: Store) -> Awards:
    return store.load(Awards, AWARDS)


def announce(store: Store, **said: Any) -> None:
    who = {"instrument": FLAGS, "announcer": "Ban Thi đua", "at": at("10:00")}
    announce_instrument(store, STAMP, **HERE, **{**who, **said})


def present(store: Store, line: str = "a", **said: Any) -> None:
    who = {"presenter": "Chủ tịch", "receiver": line, "at": at("10:10")}
    present_award(store, STAMP, **HERE, line=id(line), **{**who, **said})


def test_a_ceremony_is_prepared_and_held(home: Store) -> None:
    choose_precedence(home, STAMP, **HERE, preset="decree_list", direction="descending")
    set_stage_capacity(home, STAMP, **HERE, capacity=1)
    set_entry_rule(home, STAMP, **HERE, level="province", recipients_enter="before")
    link_recipient(home, STAMP, **HERE, line=id("a"), guest=id("a"))
    name_representative(home, STAMP, **HERE, line=id("b"), name="Bà B", relation="phó")
    announce(home)
    present(home)
    turns = shelf_of(home).run_sheet.turns
    assert [(turn.number, turn.recipients_enter) for turn in turns] == [
        (1, "before"),
        (2, "before"),
    ]
    rows = [(one.state, one.guest, one.representative) for turn in turns for one in turn.recipients]
    assert rows == [("presented", id("a"), None), ("unlinked", None, "Bà B")]


def test_lines_without_an_id_get_one(home: Store) -> None:
    line = {**a_line("x"), "line": None}
    said = {**an_instrument(), "lines": [line, {**line, "number": 2}]}
    instrument = register_instrument(home, STAMP, **HERE, **said)
    lines = [line["line"] for line in awards(home).instruments[instrument]["lines"]]
    assert None not in lines
    assert len(set(lines)) == 2


def test_an_instrument_is_revised_and_withdrawn(home: Store) -> None:
    revised = an_instrument("a", "c", award=CERTIFICATE, title="Tặng Bằng khen")
    revise_instrument(home, STAMP, **HERE, instrument=FLAGS, **revised)
    head = home.head()
    revise_instrument(home, STAMP, **HERE, instrument=FLAGS, **revised)
    assert home.head() == head
    assert [one.title for one in shelf_of(home).awards.instruments] == ["Tặng Bằng khen"]
    withdraw_instrument(home, STAMP, **HERE, instrument=FLAGS, reason="chưa ký")
    assert shelf_of(home).awards.instruments == ()


def test_a_proposal_is_announced_and_never_presented(home: Store) -> None:
    proposal = an_instrument("x", kind="proposal")
    register_instrument(home, STAMP, **HERE, instrument=id("proposal"), **proposal)
    announce(home, instrument=id("proposal"))
    head = home.head()
    with pytest.raises(Refused, match=r"awards\.proposal-never-presented"):
        present(home, "x")
    assert home.head() == head


def test_a_line_presented_at_once_by_two_is_presented_once(home: Store) -> None:
    announce(home)
    head = home.head()
    presenters = ("Chủ tịch", "Bí thư")
    outcomes = at_once(*(partial(present, home, presenter=one) for one in presenters))
    ((fact, said),) = recorded(home, head)
    assert (fact, said["presenter"]) == (AwardPresented, presenters[outcomes.index(None)])
    (refused,) = [one for one in outcomes if one is not None]
    assert isinstance(refused, Refused)
    assert refused.code == "awards.already-presented"


def test_the_same_announcement_at_once_is_recorded_once(home: Store) -> None:
    head = home.head()
    assert at_once(*[partial(announce, home)] * 4) == [None] * 4
    assert [fact for fact, _ in recorded(home, head)] == [InstrumentAnnounced]


def test_an_old_version_is_stale(home: Store) -> None:
    seen = awards(home).version
    set_stage_capacity(home, STAMP, **HERE, capacity=5, expecting=seen)
    with pytest.raises(Stale) as stale:
        set_stage_capacity(home, STAMP, **HERE, capacity=7, expecting=seen)
    assert (stale.value.kind, stale.value.version) == ("awards", seen + 1)
    assert awards(home).capacity == 5


def test_only_a_guest_of_the_conference_receives(home: Store) -> None:
    plan(home, conference_id=id("elsewhere"))
    here_only = {"line": id("a"), "guest": id("a")}
    with pytest.raises(NotFound):
        link_recipient(home, STAMP, conference_id=id("elsewhere"), **here_only)
    with pytest.raises(NotFound):
        link_recipient(home, STAMP, **HERE, line=id("a"), guest=id("nobody"))
    link_recipient(home, STAMP, **HERE, **here_only)
    link_recipient(home, STAMP, **HERE, line=id("a"), guest=None)
    assert awards(home).guests == {id("a"): None}


TYPED = {
    "kind": "decision",
    "title": "Tặng Cờ",
    "level": "province",
    "announcer": "Ban Thi đua",
    "award": FLAG,
    "placing": "1",
    "names": " Huyện A \n\n Huyện B\n",
}


def test_names_typed_a_line_each_become_lines_in_order() -> None:
    said = TypedInstrument().load(TYPED)
    like = {"award": FLAG, "placing": 1, "year": None, "kind": "collective", "reason": None}
    new = {"line": None, "guest": None, "representative": None}
    assert said["lines"] == [
        {**like, **new, "number": 1, "name": "Huyện A"},
        {**like, **new, "number": 2, "name": "Huyện B"},
    ]


def test_a_line_whose_name_stands_keeps_its_id_and_its_guest(home: Store) -> None:
    link_recipient(home, STAMP, **HERE, line=id("a"), guest=id("a"))
    (known,) = shelf_of(home).awards.instruments
    said = TypedInstrument.knowing(known)().load({**TYPED, "names": "c\na"})
    kept = [(line["name"], line["line"], line["guest"]) for line in said["lines"]]
    assert kept == [("c", None, None), ("a", id("a"), id("a"))]
    revise_instrument(home, STAMP, **HERE, instrument=FLAGS, **said)
    assert shelf_of(home).run_sheet.recipients[1].guest == id("a")


@pytest.mark.parametrize("names", ["\n \n", "a\n" * (MOST_TYPED + 1)])
def test_nobody_or_more_than_a_form_holds_is_refused(names: str) -> None:
    with pytest.raises(ValidationError) as error:
        TypedInstrument().load({**TYPED, "names": names})
    assert list(error.value.normalized_messages()) == ["names"]
    assert (
        len(TypedInstrument().load({**TYPED, "names": "a\n" * MOST_TYPED})["lines"]) == MOST_TYPED
    )


def test_fields_become_values() -> None:
    line = {"number": "1", "name": "Huyện A", "award": FLAG}
    asked = {key: TYPED[key] for key in ("kind", "title", "level", "announcer")}
    said = RegisterInstrument().load({**asked, "dated_on": "1/3/2019", "lines": [line]})
    blank = ("line", "placing", "year", "reason", "guest", "representative")
    expected = {**dict.fromkeys(blank), **line, "number": 1, "kind": "collective"}
    assert (said["dated_on"], said["lines"]) == ("2019-03-01", [expected])
    assert ChoosePrecedence().load({"preset": "flags_first"})["direction"] == "descending"


@pytest.mark.parametrize(
    ("schema", "said", "code"),
    [
        (ChoosePrecedence, {"preset": "mine"}, "field.choice"),
        (SetStageCapacity, {"capacity": 0}, "field.range"),
        (SetStageCapacity, {"capacity": 61}, "field.range"),
        (SetEntryRule, {"recipients_enter": "during"}, "field.choice"),
        (RegisterInstrument, {"dated_on": "30/2/2019"}, "field.day"),
        (RegisterInstrument, {"kind": "law"}, "field.choice"),
        (RegisterInstrument, {"announcer": ""}, "field.required"),
    ],
)
def test_a_field_that_is_not_understood_is_refused(
    schema: Any, said: dict[str, Any], code: str
) -> None:
    usual = {**TYPED, "preset": "flags_first", "recipients_enter": "after"}
    with pytest.raises(ValidationError) as error:
        schema().load({**usual, "lines": [], **said})
    (field,) = said
    assert error.value.normalized_messages() == {field: [code]}
