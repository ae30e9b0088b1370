"""How a plan is called: a draft, a locked version, an amended one, and its state in a sentence."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import STAMP
from builders_demo import DEMO, serving_demo, shelf_of
from builders_doors import store_of
from flask import Flask

from conference.commands.awards_plan import lock_plan, unlock_plan
from conference.commands.awards_rules import set_stage_capacity
from conference.documents.plan_words import lock_words, plan_words
from conference.language import sentence

HERE: dict[str, Any] = {"conference_id": DEMO}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving_demo(tmp_path) as made:
        yield made


def called(app: Flask) -> tuple[str, str]:
    shelf = shelf_of(app)
    return plan_words(shelf.awards, sentence), lock_words(shelf, shelf.awards, sentence)


def test_a_plan_is_a_draft_until_it_is_locked_and_amended_behind_the_lock(app: Flask) -> None:
    store = store_of(app)
    assert called(app) == ("Bản nháp", "Kế hoạch chưa chốt: còn đổi tự do.")
    lock_plan(store, STAMP, **HERE)
    when = "lúc 07:00 ngày 25/3/2019"
    assert called(app) == ("Bản chốt số 1", f"Đã chốt lần 1 {when}, chưa sửa.")
    set_stage_capacity(store, STAMP, **HERE, capacity=5, amends="sân khấu hẹp")
    amended = f"Đã chốt lần 1 {when}, 1 sửa đổi: sân khấu hẹp."
    assert called(app) == ("Bản chốt số 1, đã sửa", amended)
    set_stage_capacity(store, STAMP, **HERE, capacity=6, amends="thêm bục")
    twice = f"Đã chốt lần 1 {when}, 2 sửa đổi: sân khấu hẹp; thêm bục."
    assert called(app)[1] == twice
    lock_plan(store, STAMP, **HERE)
    assert called(app) == ("Bản chốt số 2", f"Đã chốt lần 2 {when}, chưa sửa.")
    unlock_plan(store, STAMP, **HERE, reason="xếp lại")
    assert called(app) == ("Bản nháp", "Đã mở chốt lần 2: còn đổi tự do.")
