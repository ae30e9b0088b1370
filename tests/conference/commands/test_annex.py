"""What may be asked of an annex, on real stores: one act, relations kept, a lock held."""

from typing import Any
from uuid import UUID

import pytest
from builders import KIEN_GIANG, STAMP, id
from builders_awards import INSTRUMENT, a_line
from builders_commands import HERE, plan, shelf_of

from conference.commands.annex import AnnexFields, import_annex
from conference.commands.awards_ceremony import name_representative
from conference.commands.awards_plan import lock_plan
from conference.commands.awards_prepared import note_aliases
from conference.domain.awards import Awards
from conference.errors import NotFound, Refused, Stale
from conference.store import Store
from projections.award_plan import Line

AWARDS = Awards.id_of(KIEN_GIANG)
TOLD: dict[str, Any] = {"file": "qd-501.docx", "sha256": "0" * 64, "added": 2, "changed": 0}
TOLD |= {"gone": 0, "collectives": 2, "individuals": None}


@pytest.fixture
def home(store: Store) -> Store:
    plan(store)
    return store


def detail(at: int, unit: str | None = None, *aliases: str) -> dict[str, Any]:
    return {"at": at, "unit": unit, "note": None, "aliases": list(aliases)}


def take(store: Store, *names: str, instrument: UUID | None = None, **said: Any) -> UUID:
    """The annex of these collectives, the first of them at Rạch Giá."""
    lines = [{**a_line(name, n), "line": said.pop(name, None)} for n, name in enumerate(names, 1)]
    whole = {"said": {**INSTRUMENT, "lines": lines}, "details": [detail(0, "Rạch Giá", "Sở")]}
    return import_annex(
        store, STAMP, **HERE, instrument=instrument, **{**whole, "told": TOLD, **said}
    )


def line(store: Store, at: int = 0) -> Line:
    return shelf_of(store).awards.instruments[0].lines[at]


def test_an_annex_is_one_act_and_its_details_are_known(home: Store) -> None:
    before = home.head()
    take(home, "a", "b")
    assert [fact.TOPIC for _, fact in home.facts(before, 9)] == [
        *("instrument-registered", "annex-imported")
    ]
    first = line(home)
    assert (first.unit, first.aliases, line(home, 1).unit) == ("Rạch Giá", ("Sở",), None)
    annexes = shelf_of(home).awards.annexes
    assert [(one.file, one.stated, one.added) for one in annexes.values()] == [
        ("qd-501.docx", 2, 2)
    ]


def test_a_revision_keeps_ids_relations_and_aliases_and_repeating_it_records_nothing(
    home: Store,
) -> None:
    id = take(home, "a", "b")
    first, second = line(home).id, line(home, 1).id
    name_representative(home, STAMP, **HERE, line=first, name="Hoa", relation="vợ")
    note_aliases(home, STAMP, **HERE, line=second, aliases=["Bê"])
    lines = [
        {**a_line("a", 1), "line": first, "representative": "Hoa"},
        {**a_line("c", 2), "line": None},
    ]
    again = {"instrument": id, "said": {**INSTRUMENT, "lines": lines}}
    take(home, **again)
    assert (line(home).id, line(home).representative, line(home).relation) == (first, "Hoa", "vợ")
    assert line(home, 1).name == "c"
    lines[1]["line"] = line(home, 1).id
    head = home.head()
    take(home, **again)
    assert home.head() == head


def test_a_locked_plan_asks_why(home: Store) -> None:
    id = take(home, "a", "b")
    lock_plan(home, STAMP, **HERE)
    head = home.head()
    with pytest.raises(Refused, match=r"awards\.locked"):
        take(home, "a", "b", "c", instrument=id)
    assert home.head() == head
    take(home, "a", "b", "c", instrument=id, amends="Quyết định bổ sung")
    assert shelf_of(home).awards.prepared.amended == ("Quyết định bổ sung",)


def test_an_old_page_and_an_unknown_instrument_are_refused(home: Store) -> None:
    head = home.head()
    with pytest.raises(Stale):
        take(home, "a", expecting=99)
    with pytest.raises(NotFound):
        take(home, "a", instrument=id("nowhere"))
    assert home.head() == head


def test_the_fields_are_the_instruments_own_and_the_counts_of_its_text() -> None:
    said = {**INSTRUMENT, "collectives": "16", "individuals": "", "lines": "x"}
    loaded = AnnexFields().load({k: v for k, v in said.items() if v is not None})
    assert (loaded["collectives"], loaded["individuals"]) == (16, None)
    assert "lines" not in loaded
