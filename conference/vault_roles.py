"""Accounts that stand for a role in all conferences: for the first sign-in, tokens and the demo."""

from datetime import datetime, timedelta
from uuid import UUID

from conference.vault import Account, Tables, account_by_login, make_link, make_token, open_account

FIRST_LINK = timedelta(hours=24)
"""How long a printed sign-in link works: the day on which somebody tries the demo."""


def account_of_role(tables: Tables, role: str, name: str) -> Account:
    """The account that holds this role everywhere; made on first use."""
    login = f"{role}@everywhere"
    found = account_by_login(tables, login)
    if found is None:
        open_account(tables, login=login, name=name, everywhere=(role,))
        found = account_by_login(tables, login)
    assert found is not None
    return found


def link_of_role(tables: Tables, role: str, name: str, now: datetime) -> str:
    """The secret of a one-time sign-in link for the role's account."""
    return make_link(tables, account_of_role(tables, role, name).id, now + FIRST_LINK)


def token_of_role(tables: Tables, role: str, name: str, now: datetime) -> str:
    """A bearer token that holds the role in all conferences."""
    return make_token(tables, account_of_role(tables, role, name).id, role, now)


def id_of_role(tables: Tables, role: str, name: str) -> UUID:
    return account_of_role(tables, role, name).id
