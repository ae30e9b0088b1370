"""T9: doors that were cut off bring their scans in any order, in parts, some of them twice; who is
in the hall and what is contested come out the same, as a few lines of counting say."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from builders import STAMP
from builders_commands import HERE, recorded, shelf_of
from builders_door import code, hall, scan, verdicts
from builders_load import rounds
from hypothesis import given, settings
from hypothesis import strategies as st

from conference.commands.check_in_scan import Scan
from conference.commands.invitation_answers import reissue_invitation, withdraw_invitation
from conference.config import Settings
from conference.store import Store
from events.attendance import EntryContested

NAMES = ("Lan", "Hoa", "Mai", "Cúc", "Rút", "Đổi")
WITHDRAWN, REISSUED = 4, 5
"""The guests whose invitation was withdrawn, and whose code replaced, while doors were away."""

Seen = tuple[int, int, int]
"""Device, number of the guest, revision of the code that was shown."""

seen = st.tuples(st.integers(0, 4), st.integers(0, 5), st.integers(0, 1))
merges = st.lists(seen, min_size=1, max_size=25).flatmap(
    lambda scans: st.tuples(st.just(scans), st.permutations(range(len(scans))), st.integers(1, 7))
)


def made(store: Store) -> list[str]:
    """The conference as it stands when the doors come back; codes by guest and revision."""
    guests = hall(store, *NAMES)
    withdraw_invitation(store, STAMP, **HERE, guest=guests[WITHDRAWN], reason="không mời nữa")
    reissue_invitation(store, STAMP, **HERE, guest=guests[REISSUED], reason="mất giấy")
    return [code(store, guest, revision) for guest in guests for revision in (0, 1)]


def oracle(scans: list[Seen]) -> tuple[set[int], Counter[tuple[int, str]]]:
    """Who is in the hall, and how often each guest's entry is contested and why."""
    good = [g for _, g, r in scans if g != WITHDRAWN and r == int(g == REISSUED)]
    wrong = Counter(
        (g, "withdrawn" if g == WITHDRAWN else "replaced")
        for _, g, r in scans
        if g == WITHDRAWN or r != int(g == REISSUED)
    )
    again = Counter({(g, "already"): n - 1 for g, n in Counter(good).items() if n > 1})
    return set(good), wrong + again


@settings(max_examples=rounds(25, each=1_000))
@given(merges)
def test_any_order_of_upload_comes_to_the_same(
    merge: tuple[list[Seen], list[int], int],
) -> None:
    scans, order, part = merge
    with TemporaryDirectory() as folder:
        where = Settings(data_dir=Path(folder), secret_key="a key for tests only")
        Store.migrate(where)
        store = Store(where)
        codes, head = made(store), store.head()
        queued = [offline(n, one, codes) for n, one in enumerate(scans)]
        uploads = [queued[n] for n in order]
        for start in range(0, len(uploads), part):
            verdicts(store, *uploads[start : start + part])
            verdicts(store, uploads[start])
        here, contested = oracle(scans)
        guests = shelf_of(store).guest_list.by_id.values()
        assert {NAMES.index(guest.name or "") for guest in guests if guest.present} == here
        assert told(store, head) == contested
        store.close()


def offline(number: int, one: Seen, codes: list[str]) -> Scan:
    device, guest, revision = one
    token = codes[guest * 2 + revision]
    return scan(f"{device} {number}", token, door=f"Cửa {device}", shown="admitted")


def told(store: Store, head: int) -> Counter[tuple[int, str]]:
    names = {guest.id: guest.name or "" for guest in shelf_of(store).guest_list.by_id.values()}
    facts = [fact for _, fact in store.facts(head, 10_000) if isinstance(fact, EntryContested)]
    assert len(facts) == sum(kind is EntryContested for kind, _ in recorded(store, head))
    return Counter((NAMES.index(names[one.originator_id]), one.verdict) for one in facts)
