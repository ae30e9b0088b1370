"""Speeches in a real store: text and fact together, agenda and speech together, or neither."""

from hashlib import sha256

import pytest
from builders import CLERK, STAMP, at, id
from builders_commands import HERE, at_once, plan, recorded, shelf_of
from builders_speech import PDF, TITLE, docx, registered, sent
from marshmallow import ValidationError

from conference import vault_speeches
from conference.commands.agenda import (
    add_item,
    describe_item,
    move_item,
    schedule_speech,
    withdraw_item,
)
from conference.commands.agenda_day import finish_item, start_item
from conference.commands.agenda_mended import reinstate_item
from conference.commands.conference import plan_conference
from conference.commands.invitation import issue_invitation
from conference.commands.speech import (
    DescribeSpeech,
    RequestSpeech,
    describe_own_speech,
    describe_speech,
    link_speaker,
    set_speech_terms,
    withdraw_speech,
)
from conference.commands.speech_order import arrange_speeches, place_speech
from conference.commands.speech_texts import approve_speech, receive_text, send_back_speech
from conference.errors import NotFound, Refused, Stale, Unreadable
from conference.store import Store
from events.agenda import ItemDescribed, ItemMoved, ItemTimed, ItemWithdrawn, SpeechScheduled
from events.agenda_day import ItemReinstated
from events.speech import (
    SpeechDescribed,
    SpeechRegistered,
    SpeechReinstated,
    SpeechRequested,
    SpeechWithdrawn,
)
from projections.speech_list import row_of

RG = "Thành phố Rạch Giá"


def kinds(store: Store, head: int) -> list[type]:
    return [kind for kind, _ in recorded(store, head)]


def test_a_text_is_kept_with_its_fact_and_what_is_none_leaves_nothing(store: Store) -> None:
    plan(store)
    speech = registered(store, RG)
    sent(store, speech)
    kept = vault_speeches.kept(store, HERE["conference_id"], sha256(PDF).hexdigest())
    assert kept == PDF
    head = store.head()
    with pytest.raises(Unreadable):
        sent(store, speech, b"\x89PNG" + bytes(range(99)))
    rows = store.query("SELECT COUNT(*) FROM speech_texts")
    assert (store.head(), rows) == (head, [(1,)])


def test_two_units_may_send_the_same_file(store: Store) -> None:
    plan(store)
    for unit in (RG, "Huyện An Biên"):
        sent(store, registered(store, unit))
    texts = [one.text for one in shelf_of(store).speeches.by_id.values()]
    assert [one.sha256 for one in texts if one] == [sha256(PDF).hexdigest()] * 2


def test_two_texts_at_the_same_moment_are_two_versions(store: Store) -> None:
    plan(store)
    speech = registered(store, RG)
    sending = [lambda data=data: sent(store, speech, data) for data in (PDF, docx())]
    assert at_once(*sending) == [None, None]
    texts = shelf_of(store).speeches.by_id[speech].texts
    assert [text.number for text in texts] == [1, 2]
    assert {text.kind for text in texts} == {"pdf", "docx"}


def test_an_approved_speech_is_scheduled_with_what_it_said_of_itself(store: Store) -> None:
    plan(store)
    add_item(store, STAMP, **HERE, item=id("end"), kind="closing", title="Bế mạc", minutes=5)
    speech = registered(store, RG)
    sent(store, speech)
    approve_speech(store, STAMP, **HERE, speech=speech, text=1, minutes=7)
    head = store.head()
    place_speech(store, STAMP, **HERE, speech=speech, before=id("end"))
    assert kinds(store, head) == [SpeechScheduled]
    item = shelf_of(store).agenda.items[0]
    assert (item.id, item.unit, item.minutes, item.speaker) == (speech, RG, 7, "Nguyễn Thị Én")
    with pytest.raises(Refused, match=r"speech\.scheduled-already"):
        place_speech(store, STAMP, **HERE, speech=speech)


def test_what_is_said_later_of_a_scheduled_speech_is_said_in_the_agenda_too(store: Store) -> None:
    plan(store)
    speech = registered(store, RG)
    place_speech(store, STAMP, **HERE, speech=speech)
    sent(store, speech)
    head = store.head()
    describe_speech(store, STAMP, **HERE, speech=speech, speaker="Lê Văn Ỷ")
    approve_speech(store, STAMP, **HERE, speech=speech, text=1, minutes=5)
    assert kinds(store, head)[:2] == [SpeechDescribed, ItemDescribed]
    assert ItemTimed in kinds(store, head)
    item = shelf_of(store).agenda.items[0]
    assert (item.speaker, item.minutes) == ("Lê Văn Ỷ", 5)


def test_a_correction_in_the_agenda_outlives_what_the_unit_saves_of_something_else(
    store: Store,
) -> None:
    plan(store)
    speech = registered(store, RG)
    place_speech(store, STAMP, **HERE, speech=speech)
    corrected = {"title": "Đô thị văn minh", "unit": RG, "speaker": "Bà Nguyễn Thị Én"}
    describe_item(store, STAMP, **HERE, item=speech, **corrected, note="chiếu phim")
    own = {"title": TITLE, "minutes": 9, "speaker": "Nguyễn Thị Én", "speaker_post": "Chủ tịch"}
    describe_own_speech(store, STAMP, **HERE, speech=speech, **own)
    item = shelf_of(store).agenda.items[0]
    assert (item.title, item.speaker, item.speaker_post, item.note) == (
        "Đô thị văn minh",
        "Bà Nguyễn Thị Én",
        "Chủ tịch",
        "chiếu phim",
    )
    describe_own_speech(store, STAMP, **HERE, speech=speech, **own | {"title": "Phố đi bộ"})
    assert shelf_of(store).agenda.items[0].title == "Phố đi bộ"


def test_what_the_organisers_say_of_a_speech_is_said_in_the_agenda_whatever_stood_there(
    store: Store,
) -> None:
    plan(store)
    speech = registered(store, RG)
    place_speech(store, STAMP, **HERE, speech=speech)
    describe_item(store, STAMP, **HERE, item=speech, title="Đô thị văn minh", unit=RG)
    head = store.head()
    describe_speech(store, STAMP, **HERE, speech=speech, title=TITLE)
    assert kinds(store, head) == [ItemDescribed]
    item = shelf_of(store).agenda.items[0]
    assert (item.title, item.speaker) == (TITLE, None)


def test_who_speaks_is_linked_and_the_agendas_words_stay(store: Store) -> None:
    plan(store)
    speech = registered(store, RG)
    place_speech(store, STAMP, **HERE, speech=speech)
    describe_item(store, STAMP, **HERE, item=speech, title="Đô thị văn minh", unit=RG)
    here = {"kind": "person", "name": "Nguyễn Thị Én", "post": None, "group": "Huyện"}
    here |= {"honorific": None, "body": None, "bloc": "district", "order": 1}
    issue_invitation(store, STAMP, **HERE, guest=id("g"), **here)
    link_speaker(store, STAMP, **HERE, speech=speech, guest=id("g"))
    item = shelf_of(store).agenda.items[0]
    assert (item.title, item.guest) == ("Đô thị văn minh", id("g"))


def test_a_speech_of_a_workbook_begins_its_story_when_it_is_first_needed(store: Store) -> None:
    plan(store)
    said = {"unit": RG, "title": "Đô thị", "minutes": 8, "speaker": "Nguyễn Thị Én"}
    schedule_speech(store, STAMP, **HERE, item=id("s"), **said)
    row = row_of(shelf_of(store), shelf_of(store).agenda, id("s"))
    assert row is not None
    assert (row.speech, row.state, row.version, row.warnings) == (
        None,
        "scheduled",
        0,
        ("no-text", "nobody-linked"),
    )
    head = store.head()
    receive = {"file": "bai.docx", "data": docx(), "at": at("10:00")}
    receive_text(store, STAMP, **HERE, speech=id("s"), expecting=0, **receive)
    assert kinds(store, head)[:2] == [SpeechRequested, SpeechRegistered]
    with pytest.raises(Stale):
        receive_text(store, STAMP, **HERE, speech=id("s"), expecting=0, **receive)


def test_a_withdrawn_speech_leaves_the_agenda_with_the_same_reason(store: Store) -> None:
    plan(store)
    speech = registered(store, RG)
    place_speech(store, STAMP, **HERE, speech=speech)
    head = store.head()
    withdraw_speech(store, STAMP, **HERE, speech=speech, reason="bận")
    assert recorded(store, head) == [
        (SpeechWithdrawn, {"reason": "bận"}),
        (ItemWithdrawn, {"item": speech, "reason": "bận"}),
    ]


def test_a_speech_that_has_begun_is_history(store: Store) -> None:
    plan(store)
    speech = registered(store, RG)
    place_speech(store, STAMP, **HERE, speech=speech)
    sent(store, speech)
    for act in (start_item, finish_item):
        act(store, STAMP, **HERE, item=speech, at=at("08:00"))
        head = store.head()
        for refused in (
            lambda: describe_speech(store, STAMP, **HERE, speech=speech, title="khác"),
            lambda: sent(store, speech, docx()),
            lambda: approve_speech(store, STAMP, **HERE, speech=speech, text=1, minutes=3),
            lambda: send_back_speech(store, STAMP, **HERE, speech=speech, text=1, remark="x"),
            lambda: withdraw_speech(store, STAMP, **HERE, speech=speech, reason="x"),
        ):
            with pytest.raises(Refused, match=r"speech\.delivered|agenda\.item-started"):
                refused()
        assert store.head() == head


def test_speeches_are_put_in_another_order_in_their_own_places(store: Store) -> None:
    plan(store)
    for name in ("a", "b", "c"):
        said = {"unit": name, "title": name, "minutes": 5}
        schedule_speech(store, STAMP, **HERE, item=id(name), **said)
    rest = {"item": id("rest"), "kind": "break", "title": "Giải lao", "minutes": 10}
    add_item(store, STAMP, **HERE, before=id("c"), **rest)
    arrange_speeches(store, STAMP, **HERE, order=[id("c"), id("a"), id("b")])
    order = [item.title for item in shelf_of(store).agenda.items]
    assert order == ["c", "a", "Giải lao", "b"]
    head = store.head()
    arrange_speeches(store, STAMP, **HERE, order=[id("c"), id("a"), id("b")])
    for wrong in ([id("c"), id("a")], [id("c"), id("a"), id("a")], [id("c"), id("a"), id("x")]):
        with pytest.raises(Refused, match=r"agenda\.other-speeches"):
            arrange_speeches(store, STAMP, **HERE, order=wrong)
    assert store.head() == head


def test_an_order_seen_before_somebody_moved_an_item_is_stale(store: Store) -> None:
    plan(store)
    for name in ("a", "b"):
        schedule_speech(store, STAMP, **HERE, item=id(name), unit=name, title=name, minutes=5)
    seen = shelf_of(store).agenda.version
    move_item(store, STAMP, **HERE, item=id("b"), before=id("a"))
    with pytest.raises(Stale):
        arrange_speeches(store, STAMP, **HERE, order=[id("b"), id("a")], expecting=seen)
    assert kinds(store, 0).count(ItemMoved) == 1


def test_the_speaker_is_a_guest_of_this_conference(store: Store) -> None:
    plan(store)
    speech = registered(store, RG)
    here = {"kind": "person", "name": "Nguyễn Thị Én", "post": None, "group": "Huyện"}
    here |= {"honorific": None, "body": None}
    issue_invitation(store, STAMP, **HERE, guest=id("g"), bloc="district", order=1, **here)
    link_speaker(store, STAMP, **HERE, speech=speech, guest=id("g"))
    row = row_of(shelf_of(store), shelf_of(store).agenda, speech)
    assert row is not None
    assert row.guest is not None
    with pytest.raises(NotFound):
        link_speaker(store, STAMP, **HERE, speech=speech, guest=id("nobody"))


def test_another_conferences_speech_is_not_found(store: Store) -> None:
    plan(store)
    speech = registered(store, RG)
    other = {"conference_id": id("other")}
    plan_conference(store, STAMP, **other, planner="x", title="Khác", host="UBND huyện")
    head = store.head()
    for missing in (speech, CLERK):
        with pytest.raises(NotFound):
            withdraw_speech(store, STAMP, **other, speech=missing, reason="x")
    withdrawn = {"speech": id("gone"), "reason": "x"}
    with pytest.raises(NotFound):
        withdraw_speech(store, STAMP, **HERE, **withdrawn)
    assert store.head() == head


def test_an_item_taken_out_of_the_agenda_is_a_speech_withdrawn(store: Store) -> None:
    plan(store)
    speech = registered(store, RG)
    place_speech(store, STAMP, **HERE, speech=speech)
    withdraw_item(store, STAMP, **HERE, item=speech, reason="hết giờ")
    row = row_of(shelf_of(store), shelf_of(store).agenda, speech)
    assert row is not None
    assert (row.state, row.minutes) == ("withdrawn", 0)


def test_a_withdrawn_speech_is_brought_back_together_with_its_item(store: Store) -> None:
    plan(store)
    speech = registered(store, RG)
    place_speech(store, STAMP, **HERE, speech=speech)
    before = row_of(shelf_of(store), shelf_of(store).agenda, speech)
    withdraw_speech(store, STAMP, **HERE, speech=speech, reason="bận")
    head = store.head()
    for _ in range(2):
        reinstate_item(store, STAMP, **HERE, item=speech, at=at("08:00"))
    assert kinds(store, head) == [ItemReinstated, SpeechReinstated]
    after = row_of(shelf_of(store), shelf_of(store).agenda, speech)
    assert before is not None
    assert after is not None
    assert (after.state, after.minutes) == (before.state, before.minutes)
    with pytest.raises(Stale):
        reinstate_item(store, STAMP, **HERE, item=speech, at=at("08:00"), expecting=1)


def test_terms_are_said_once_and_taken_back(store: Store) -> None:
    plan(store)
    head = store.head()
    for minutes in (None, 60, 60, None):
        set_speech_terms(store, STAMP, **HERE, minutes=minutes, texts_by=None)
    assert [said["minutes"] for _, said in recorded(store, head)] == [60, None]


@pytest.mark.parametrize("minutes", ["-5", "abc", "0", "25h"])
def test_minutes_that_are_none_are_refused(minutes: str) -> None:
    for schema, said in ((RequestSpeech, {"unit": RG}), (DescribeSpeech, {"title": "x"})):
        with pytest.raises(ValidationError) as refused:
            schema().load({"unit": RG, **said, "minutes": minutes})
        assert refused.value.normalized_messages() == {"minutes": ["field.minutes"]}
