"""Real cases under the linter: what it would have said before anybody stepped on the stage."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from builders import STAMP, id
from builders_awards import CERTIFICATE, a_line, an_instrument
from cases import case_bac_tra_my, case_lang_son, case_late_graduands, case_tiktok_awards

from conference.commands.awards import register_instrument, revise_instrument
from conference.commands.awards_checks import enter_artefact
from conference.commands.awards_plan import move_recipient, move_turn
from conference.commands.awards_rules import choose_precedence, set_plan_rules
from conference.commands.conference import plan_conference
from conference.importers.workbook import read_book
from conference.rules.award_plan import RECIPIENT_S, TURN_S
from conference.store import Store
from demo import make
from projections.award_plan import Instrument
from projections.library import Library, Shelf
from projections.lint_finding import Lint
from projections.lint_kept import Kept

EARLY = date(2019, 1, 7)


class Lived:
    """A conference in a store, and what the linter finds in it."""

    def __init__(self, store: Store, conference_id: UUID) -> None:
        self.store, self.id = store, conference_id
        self.library = Library(store.facts)

    @property
    def shelf(self) -> Shelf:
        return self.library.shelf(self.id)

    def do(self, command: Any, **said: Any) -> Any:
        return command(self.store, STAMP, conference_id=self.id, **said)

    def lint(self) -> Lint:
        return Kept().of(self.shelf, EARLY, self.library)

    def codes(self) -> set[str]:
        return {one.code for one in self.lint().findings}

    def instrument(self, kind: str) -> Instrument:
        return next(one for one in self.shelf.awards.instruments if one.kind == kind)

    def revise(self, one: Instrument, **said: Any) -> None:
        """The instrument as it is, but for what is said."""
        names = ("kind", "title", "number", "dated_on", "level", "signatory", "announcer")
        known: dict[str, Any] = {name: getattr(one, name) for name in names}
        known |= {"stated_count": one.stated_count, "note": one.note, "lines": list(lines_of(one))}
        self.do(revise_instrument, instrument=one.id, **{**known, **said})


def lines_of(one: Instrument) -> Iterator[dict[str, Any]]:
    names = ("number", "name", "kind", "award", "placing", "year", "reason", "guest")
    for line in one.lines:
        said = {name: getattr(line, name) for name in names}
        yield {**said, "line": line.id, "representative": line.representative}


def from_workbook(store: Store, data: bytes) -> Lived:
    book = read_book(data)
    book.take_over(store, STAMP, "Ban tổ chức")
    return Lived(store, book.conference_id)


def planned(store: Store) -> Lived:
    """A conference with nothing in it yet."""
    who = {"planner": "Văn thư", "title": "Trao giải", "host": "Ban tổ chức"}
    plan_conference(store, STAMP, conference_id=id("case"), held_on="2024-11-23", **who)
    return Lived(store, id("case"))


def test_kien_giangs_flags_of_2017_and_its_proposal_are_told(store: Store) -> None:
    house = from_workbook(store, make.made())
    (year,) = [one for one in house.lint().findings if one.code == "year-mismatch"]
    flags = next(one for one in house.shelf.awards.instruments if one.lines[0].year == 2017)
    assert year.where == f"instrument:{flags.id}"
    assert (year.facts["count"], year.facts["year"], year.facts["usual"]) == (16, "2017", 2018)
    proposal = house.instrument("proposal")
    assert "proposal-in-turns" not in house.codes()
    house.revise(proposal, kind="decision")
    assert "number-mismatch" in house.codes()
    house.revise(proposal, kind="decision", number=None)
    assert "decision-unnumbered" in house.codes()
    first, second = house.shelf.run_sheet.turns[:2]
    house.do(move_turn, turn=second.id, before=first.id)
    house.revise(proposal, kind="proposal")
    (among,) = [one for one in house.lint().findings if one.code == "proposal-in-turns"]
    assert (among.where, among.facts["count"]) == (f"instrument:{proposal.id}", 10)
    assert (house.lint().ready, {turn.instrument for turn in house.shelf.run_sheet.turns}) == (
        False,
        {one.id for one in house.shelf.awards.instruments} - {proposal.id},
    )


def test_bac_tra_my_sorted_by_block_is_against_its_decision(store: Store) -> None:
    house = from_workbook(store, case_bac_tra_my.workbook())
    assert {"order-decision", "decision-unnumbered"} & house.codes() == {"decision-unnumbered"}
    (turn,) = house.shelf.run_sheet.turns
    by_block = dict(zip(case_bac_tra_my.BLOCKS, turn.recipients, strict=True))
    said = {"line": by_block["02"].line, "before": by_block["03"].line}
    house.do(move_recipient, turn=turn.id, why="theo số khối", **said)
    (order,) = [one for one in house.lint().findings if one.code == "order-decision"]
    assert order.facts["other"] == "Hội Liên hiệp Phụ nữ huyện Bắc Trà My"
    assert order.facts["name"] == "Văn phòng HĐND và UBND huyện Bắc Trà My"


@pytest.mark.parametrize(
    ("precedence", "against"), [("flags_first", [2, 3, 4, 5, 6]), ("decree_list", [2, 3, 4, 5])]
)
def test_lang_sons_order_from_low_to_high_is_against_the_precedence(
    store: Store, precedence: str, against: list[int]
) -> None:
    """As listed: Labour Order third to first class, Independence Order, heroic title."""
    house = from_workbook(store, case_lang_son.workbook(precedence))
    assert (house.shelf.run_sheet.turns, "proposal-in-turns" in house.codes()) == ((), False)
    house.revise(house.instrument("proposal"), kind="decision")
    assert not house.lint().ready  # a decision without a number is none
    groups = [(award, placing and int(placing)) for award, placing, _ in case_lang_son.GROUPS]
    for group in groups:
        turns = {(turn.award, turn.placing): turn.id for turn in house.shelf.run_sheet.turns}
        house.do(move_turn, turn=turns[group], before=None)
    found = [one for one in house.lint().findings if one.code == "order-precedence"]
    assert sorted(one.told["turn"] for one in found) == against
    house.do(choose_precedence, preset="flags_first", direction="ascending")
    assert "order-precedence" not in house.codes()


def test_keeles_rows_by_surname_are_held_to_the_surname(store: Store) -> None:
    house = planned(store)
    awards = {"Degree": "bang_khen_thu_tuong", "Diploma": CERTIFICATE}
    for kind, award in awards.items():
        names = [name for one, name in case_late_graduands.GRADUANDS if one == kind]
        lines = [a_line(name, n, award=award, kind="individual") for n, name in enumerate(names, 1)]
        whole = {**an_instrument(title=kind, number=kind), "lines": lines}
        house.do(register_instrument, instrument=id(kind), **whole)
    rules: dict[str, Any] = {"split": "even", "within": "name", "side": "right", "proxies": False}
    times = {"turn_s": TURN_S, "recipient_s": RECIPIENT_S, "witness": None}
    house.do(set_plan_rules, **rules, **times)
    turns = house.shelf.run_sheet.turns
    called = [one.name for turn in turns for one in turn.recipients]
    assert (tuple(called), "order-decision" in house.codes()) == (
        case_late_graduands.IN_ORDER,
        False,
    )
    swap = {"turn": turns[0].id, "line": id("Amir Young"), "before": id("Zoe Abbott")}
    house.do(move_recipient, why="đổi ghế", **swap)
    (order,) = [one for one in house.lint().findings if one.code == "order-decision"]
    assert (order.facts["name"], order.facts["other"]) == ("Zoe Abbott", "Amir Young")


def test_the_card_that_named_another_winner_is_found_before_the_doors_open(store: Store) -> None:
    house = planned(store)
    line = a_line(case_tiktok_awards.AWARDED, award=CERTIFICATE, kind="individual")
    whole = {**an_instrument(title=case_tiktok_awards.CATEGORY), "lines": [line]}
    house.do(register_instrument, instrument=id("category"), **whole)
    (turn,) = house.shelf.run_sheet.turns
    for kind, name in case_tiktok_awards.PAPERS:
        said = {"kind": kind, "title": kind, "turn": turn.id, "shown_at": None}
        house.do(enter_artefact, artefact=id(kind), shows=[name], **said)
    found = house.lint()
    assert (found.mismatch, found.ready) == (case_tiktok_awards.MISMATCH, False)
    (card,) = [one for one in found.findings if one.code == "artefact-mismatch"]
    told = (card.facts["paper"], card.facts["place"], card.facts["shows"], card.facts["should"])
    assert told == ("presenter_card", 1, "Lê Tuấn Khang", "Khiết Đan")
    before = store.head()
    said = {"kind": "presenter_card", "title": "presenter_card", "turn": turn.id}
    house.do(
        enter_artefact, artefact=id("presenter_card"), shows=["Khiết Đan"], shown_at=None, **said
    )
    assert (house.lint().mismatch, house.lint().ready, store.head()) == ((), True, before + 1)
