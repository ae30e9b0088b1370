"""Personal links in a real store: secrets kept hashed, opened by one browser or by who is known."""

import pytest
from builders import KIEN_GIANG, at, id
from builders_commands import at_once

from conference import vault_links
from conference.store import Store
from conference.vault_links import MOST_TRIES, Link

OURS = Link(KIEN_GIANG, id("a"), 0)


@pytest.fixture
def secret(store: Store) -> str:
    return vault_links.make_link(store, OURS, at("08:00"))


def test_a_link_is_found_again_and_no_secret_is_kept(store: Store, secret: str) -> None:
    assert vault_links.link_of(store, secret) == OURS
    assert vault_links.link_of(store, secret[:-1]) is None
    assert secret not in str(store.query("SELECT * FROM personal_links"))


def test_links_made_together_are_each_their_own_guests(store: Store) -> None:
    wanted = [Link(KIEN_GIANG, id(name), 3) for name in "abc"]
    made = vault_links.make_links(store, wanted, at("08:00"))
    assert len(set(made)) == 3
    assert [vault_links.link_of(store, one) for one in made] == wanted


def test_the_first_browser_opens_it_and_another_does_not(store: Store, secret: str) -> None:
    assert vault_links.state_of(store, secret) == "new"
    assert vault_links.open_first(store, secret, "phone")
    assert vault_links.open_first(store, secret, "phone")
    assert not vault_links.open_first(store, secret, "somebody else's")
    assert vault_links.state_of(store, secret) == "again"
    assert vault_links.opened_in(store, secret, "phone")
    assert not vault_links.opened_in(store, secret, "somebody else's")


def test_of_browsers_at_the_same_moment_one_is_first(store: Store, secret: str) -> None:
    opened = at_once(
        *(lambda n=n: vault_links.open_first(store, secret, f"browser {n}") for n in range(8))
    )
    assert sorted(opened) == [False] * 7 + [True]  # type: ignore[type-var]


def test_who_is_known_is_let_in_beside_the_first(store: Store, secret: str) -> None:
    vault_links.open_first(store, secret, "phone")
    assert vault_links.count_try(store, secret)
    vault_links.let_in(store, secret, "laptop")
    assert all(vault_links.opened_in(store, secret, one) for one in ("phone", "laptop"))


def test_guesses_end_even_when_they_come_at_once(store: Store, secret: str) -> None:
    vault_links.open_first(store, secret, "phone")
    looked_at = at_once(*(lambda: vault_links.count_try(store, secret) for _ in range(12)))
    assert set(looked_at) <= {True, False}
    assert sum(answer is True for answer in looked_at) <= MOST_TRIES, "none where all count first"
    assert vault_links.state_of(store, secret) == "shut"
    assert vault_links.opened_in(store, secret, "phone")
