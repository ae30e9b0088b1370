"""The rules of one speech: registered, texts in versions, a verdict on the newest, taken back."""

import pytest
from builders import KIEN_GIANG, STAMP, at, given, id, then, told

from conference.domain.speech import MOST_VERSIONS, Speech, TextFile
from conference.errors import Refused
from events.speech import (
    SpeechApproved,
    SpeechDescribed,
    SpeechRegistered,
    SpeechSentBack,
    SpeechTextReceived,
    SpeechWithdrawn,
)

RACH_GIA = "Thành phố Rạch Giá"


def asked() -> Speech:
    return Speech.request(STAMP, id("speech"), KIEN_GIANG, unit=RACH_GIA, minutes=8)


def register(speech: Speech) -> None:
    speech.describe(STAMP, title="Đô thị văn minh", minutes=10)


def receive(number: int) -> TextFile:
    return TextFile(f"{number:064}", f"ban-{number}.pdf", "pdf", 1000)


def with_text(count: int = 1) -> Speech:
    takes = [
        lambda s, n=n: s.receive_text(STAMP, receive(n), at("10:00")) for n in range(1, count + 1)
    ]
    return given(asked, register, *takes)


def test_the_first_word_registers_and_a_later_one_describes() -> None:
    speech = given(asked)
    register(speech)
    register(speech)
    speech.describe(STAMP, speaker="Nguyễn Thị Én")
    kinds = [kind for kind, _ in told(then(speech))]
    assert kinds == [SpeechRegistered, SpeechDescribed]
    assert (speech.words["title"], speech.words["unit"]) == ("Đô thị văn minh", RACH_GIA)


def test_a_text_needs_a_registered_speech() -> None:
    speech = given(asked)
    with pytest.raises(Refused, match=r"speech\.not-registered"):
        speech.receive_text(STAMP, receive(1), at("10:00"))
    assert then(speech) == []


def test_texts_are_counted_and_the_same_file_is_the_same_version() -> None:
    speech = given(asked, register)
    for number in (1, 2, 2):
        speech.receive_text(STAMP, receive(number), at("10:00"))
    versions = [said["version"] for kind, said in told(then(speech)) if kind is SpeechTextReceived]
    assert versions == [1, 2]


def test_no_more_texts_are_kept_than_may_be() -> None:
    speech = with_text(MOST_VERSIONS)
    with pytest.raises(Refused, match=r"speech\.too-many-versions"):
        speech.receive_text(STAMP, receive(99), at("10:00"))


def test_a_verdict_is_on_the_newest_text_only() -> None:
    speech = with_text(2)
    for act in (lambda: speech.approve(STAMP, 1, 8), lambda: speech.send_back(STAMP, 1, "x")):
        with pytest.raises(Refused, match=r"speech\.newer-text"):
            act()
    with pytest.raises(Refused, match=r"speech\.no-text"):
        given(asked, register).approve(STAMP, 1, 8)
    assert then(speech) == []


def test_what_was_approved_can_go_back_and_nothing_is_said_twice() -> None:
    speech = with_text()
    speech.approve(STAMP, 1, 7)
    speech.approve(STAMP, 1, 7)
    assert speech.granted == 7
    speech.send_back(STAMP, 1, "Bớt số liệu")
    speech.send_back(STAMP, 1, "Bớt số liệu")
    assert [kind for kind, _ in told(then(speech))] == [SpeechApproved, SpeechSentBack]
    assert speech.granted == 10


def test_a_withdrawn_speech_takes_nothing_more() -> None:
    speech = with_text()
    speech.withdraw(STAMP, "bận đột xuất")
    speech.withdraw(STAMP, "lý do khác")
    assert told(then(speech)) == [(SpeechWithdrawn, {"reason": "bận đột xuất"})]
    for act in (
        lambda: speech.describe(STAMP, title="x"),
        lambda: speech.receive_text(STAMP, receive(2), at("10:00")),
        lambda: speech.approve(STAMP, 1, 8),
        lambda: speech.link(STAMP, id("guest")),
    ):
        with pytest.raises(Refused, match=r"speech\.withdrawn"):
            act()
