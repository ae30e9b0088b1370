"""Builders of a ceremony on paper: a plan in a store, and what a paper made of it says."""

import re
from dataclasses import asdict
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from builders import STAMP, id
from builders_awards import CERTIFICATE, an_instrument
from builders_commands import HERE, plan, shelf_of
from builders_invitation import issued
from builders_pdf import pages_of
from builders_programme import a_reader
from builders_seating import hall_said
from docx import Document

from conference.commands.agenda import add_item, set_agenda_start
from conference.commands.awards import register_instrument
from conference.commands.awards_ceremony import link_recipient, name_representative
from conference.commands.awards_prepared import assign_presenters, note_phonetic, prepare_turn
from conference.commands.awards_rules import set_stage_capacity
from conference.commands.conference import choose_venue
from conference.commands.seating import adopt_hall, pin_seat
from conference.commands.stage import Step, take_cue
from conference.documents.ceremony_paper import Paper
from conference.documents.ceremony_papers import PAPERS, drawn
from conference.documents.ceremony_source import Source
from conference.store import Store
from projections.ceremony import ceremony_of
from projections.library import Shelf

ADDRESS = "http://127.0.0.1/conferences/x/prints/mc-script/1"

PRESENTERS = (
    {"guest": None, "name": "Bà Em", "post": "Chủ tịch HĐND tỉnh, Phó Bí thư Tỉnh ủy"},
    {"guest": None, "name": "Ông Bình", "post": "Phó Chủ tịch UBND tỉnh"},
)


def a_ceremony(store: Store) -> Shelf:
    """A President's order for Y Bhĕm, a proposal, and a province's certificate for alpha, beta and
    gamma on a stage of two: beta declined, Bà C receives for gamma, alpha sits on A-02."""
    plan(store)
    choose_venue(store, STAMP, **HERE, name="Hội trường", address=None)
    add_item(store, STAMP, **HERE, kind="award", title="Trao thưởng", minutes=30)
    set_agenda_start(store, STAMP, **HERE, starts_at=STAMP.at)
    order = {"award": "huan_chuong_lao_dong", "placing": 3, "level": "president"}
    order |= {"title": "Tặng Huân chương Lao động", "number": "118/QĐ-CTN"}
    said = an_instrument("Y Bhĕm", recipients="individual", **order)
    register_instrument(store, STAMP, **HERE, **said)
    flags = {"award": "co_thi_dua_chinh_phu", "number": "42/TTr-UBND", "title": "Đề nghị tặng Cờ"}
    register_instrument(store, STAMP, **HERE, **an_instrument("x", kind="proposal", **flags))
    register_instrument(store, STAMP, **HERE, **an_instrument(*ROW, award=CERTIFICATE, placing=2))
    set_stage_capacity(store, STAMP, **HERE, capacity=2)
    seated(store)
    return shelf_of(store)


ROW = ("alpha", "beta", "gamma")


def seated(store: Store) -> None:
    alpha, beta = issued("alpha"), issued("beta")
    beta.decline(STAMP, "ốm")
    store.create(alpha, beta)
    for name in ROW[:2]:
        link_recipient(store, STAMP, **HERE, line=id(name), guest=id(name))
    name_representative(store, STAMP, **HERE, line=id("gamma"), name="Bà C")
    adopt_hall(store, STAMP, **HERE, **hall_said())
    pin_seat(store, STAMP, **HERE, coming={id("alpha"): True}, seat="A-02", guest=id("alpha"))


def prepare(store: Store, number: int, **said: Any) -> None:
    """What a turn needs beside what the rules have."""
    names = ("side", "servers", "bouquets", "music", "photo_s", "seconds", "note")
    turn = shelf_of(store).run_sheet.turns[number - 1].id
    prepare_turn(store, STAMP, **HERE, turn=turn, **{**dict.fromkeys(names), **said})


def present_by(store: Store, number: int, *presenters: dict[str, Any]) -> None:
    turn = shelf_of(store).run_sheet.turns[number - 1].id
    assign_presenters(store, STAMP, **HERE, turn=turn, presenters=list(presenters))


def say_as(store: Store, name: str, phonetic: str) -> None:
    note_phonetic(store, STAMP, **HERE, line=id(name), phonetic=phonetic)


def a_source(shelf: Shelf, language: str = "vi") -> Source:
    return Source(shelf, a_reader(language, ADDRESS))


def made(shelf: Shelf, name: str, language: str = "vi") -> Paper:
    return PAPERS[name](a_source(shelf, language))


def pdf_text(shelf: Shelf, name: str, language: str = "vi") -> str:
    """All that the PDF says, in reading order, white space folded."""
    pages = pages_of(drawn(a_source(shelf, language), name, "pdf"))
    return " ".join(" ".join(" ".join(page) for page in pages).split())


def docx_text(shelf: Shelf, name: str, language: str = "vi") -> str:
    """All that the Word file says, in reading order; a merged cell once."""
    paper = Document(BytesIO(drawn(a_source(shelf, language), name, "docx")))
    body = (node.text or "" for node in paper.element.body.iter() if node.tag.endswith("}t"))
    return " ".join(" ".join(body).split())


def in_order(text: str, names: set[str]) -> list[str]:
    """Which of the names a text says, as it says them."""
    longest = sorted(names, key=len, reverse=True)
    return re.findall("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest), text)


def play(store: Store, cues: int, start: datetime = STAMP.at) -> None:
    """Take so many cues, a minute apart, as the MC's screen would: Bà Chứng sees what happens."""
    for minute in range(cues):
        shelf = shelf_of(store)
        now = ceremony_of(shelf.run_sheet, shelf.agenda.awards_start_at)
        cue = now.next_cue
        assert cue is not None
        row = None
        if cue.kind == "call" and cue.turn:
            row = [asdict(place) for place in now.by_id[cue.turn].planned]
        said = (cue.key, cue.kind, cue.turn, cue.instrument, row, shelf.position, ())
        step = Step(*said, "Ban Thi đua", "Bà Chứng")
        after = now.cue.key if now.cue else None
        at = start + timedelta(minutes=minute)
        take_cue(store, STAMP, **HERE, run=0, step=step, after=after, at=at)
