"""The command line: prepare a store, tokens, workbooks and logs in and out, check a log."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import UUID

import click

from conference import vault_roles
from conference.cli_lint import checked
from conference.cli_words import cell_said, said, said_in
from conference.commands.seating import accept_seating
from conference.config import BadSetting, Settings
from conference.documents.qr_text import beside, qr_text
from conference.documents.workbook_xlsx import workbook_xlsx
from conference.errors import BadSheet, ConferenceError, NotFound, Refused
from conference.importers.check import read_again
from conference.importers.demo import load_demo
from conference.importers.log_file import exported, import_log
from conference.importers.workbook import read_book
from conference.importers.workbook_desk import conference_id_of
from conference.lan import Trust, fingerprint, lan_at
from conference.lan_addresses import in_url
from conference.language import LANGUAGES
from conference.rules.roles import ROLES
from conference.seating_proposal import coming, compared
from conference.store import Store
from events.base import Stamp
from projections.library import Library
from projections.soundness import Soundness

DEMO_SEED = 2019
"""The seed of the demo's seating: any other would do, this one is the same on every machine."""

FILE = click.Path(path_type=Path, dir_okay=False)


class Sentences(click.Group):
    """Commands whose refusals are sentences, not traces."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except BadSheet as bad:
            raise click.ClickException("\n".join(map(cell_said, bad.rows))) from bad
        except Refused as refused:
            raise click.ClickException(said(refused.code, **refused.facts)) from refused
        except NotFound as missing:
            raise click.ClickException(said("not-found")) from missing
        except (BadSetting, ConferenceError, OSError) as error:
            raise click.ClickException(str(error)) from error


def with_folder() -> Settings:
    """The settings, once their folder stands. Refused where it cannot be written to."""
    try:
        settings = Settings.from_environment(os.environ)
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        folder = os.environ.get("CONFERENCE_DATA_DIR", Settings.data_dir)
        raise Refused("store.folder", folder=folder) from error
    return settings


@contextmanager
def opened() -> Iterator[tuple[Store, Settings]]:
    """The store that the environment names, its tables made."""
    settings = with_folder()
    Store.migrate(settings)
    store = Store(settings)
    try:
        yield store, settings
    finally:
        store.close()


def now() -> datetime:
    return datetime.now(UTC)


def organizer(store: Store) -> tuple[Stamp, str]:
    """Who acts at the command line: the organizer of all conferences."""
    name = said("role.organizer")
    return Stamp(vault_roles.id_of_role(store, "organizer", name), now()), name


@click.group(cls=Sentences)
def main() -> None:
    """Lễ đài at the command line. Settings come from CONFERENCE_*."""


@main.command()
@click.option("--demo", is_flag=True, help="Load the demo conference when the store is empty.")
def prepare(demo: bool) -> None:
    """Make the store ready and print a sign-in link for each role."""
    with opened() as (store, settings):
        if demo and store.head() == 0:
            seat_demo(store, load_demo(store, *organizer(store)))
        print(settings.address)
        for role in ROLES:
            name = said(f"role.{role}")
            secret = vault_roles.link_of_role(store, role, name, now())
            print(f"{role:<10} {settings.address}/sign-in/{secret}")
        if settings.lan_helper:
            print_lan(settings)


@main.command()
@click.option("--bind", default="", help="HOST:PORT of a private network; empty: all of them.")
def lan(bind: str) -> None:
    """Make the authority of a private network once, its certificate anew where addresses changed,
    and print as JSON what `./run serve --lan` serves with."""
    trust = Trust(with_folder().data_dir)
    made = trust.made(lan_at(bind), now())
    hosts = ",".join((*map(in_url, made.addresses), *made.hosts))
    told = {"address": made.address, "helper": made.helper, "hosts": hosts}
    told |= {"server": str(trust.server), "authority": str(trust.public)}
    print(json.dumps({**told, "binds": made.binds(made.port), "aside": made.binds(made.port + 1)}))


def print_lan(settings: Settings) -> None:
    """Two codes for the phones in the hall: how to trust this machine, and where to go then."""
    codes = (settings.lan_helper, settings.address)
    words = [[said("lan.first"), codes[0]], [said("lan.then"), codes[1]]]
    print("", *beside(*map(qr_text, codes)), sep="\n")
    print("", *(" ".join(one) for one in words), sep="\n")
    certificate = Trust(settings.data_dir).certificate
    if certificate is not None:
        print("SHA-256", fingerprint(certificate))


def seat_demo(store: Store, id: UUID) -> None:
    """Accept the planner's seating of the demo, as its organisers would before the day."""
    shelf = Library(store.facts).shelf(id)
    found = compared(shelf, DEMO_SEED).proposal
    seats = [
        {"seat": one.seat, "guest": one.guest, "reason": str(one.reason)}
        for one in found.placements
    ]
    stamp, guests = organizer(store)[0], coming(shelf)
    accept_seating(store, stamp, conference_id=id, coming=guests, seats=seats, seed=DEMO_SEED)


@main.command()
@click.option("--role", type=click.Choice(ROLES), required=True)
def token(role: str) -> None:
    """Print a bearer token that holds a role in all conferences."""
    with opened() as (store, _):
        print(vault_roles.token_of_role(store, role, said(f"role.{role}"), now()))


@main.command("import")
@click.argument("file", type=FILE)
def import_file(file: Path) -> None:
    """Take over a workbook (.xlsx) or a conference's log (.jsonl)."""
    with opened() as (store, _):
        if file.suffix.lower() == ".jsonl":
            with file.open("rb") as lines:
                print(import_log(store, lines))
            return
        outcome = read_book(file.read_bytes()).take_over(store, *organizer(store))
        counts = {state: outcome.count(state) for state in ("added", "changed")}
        print(outcome.conference_id, said("done.import_workbook", **counts))


@main.command()
@click.argument("conference")
@click.option("--to", "file", type=FILE, required=True, help="The .jsonl file to write.")
def export(conference: str, file: Path) -> None:
    """Write the log of a conference, named by its code or id, as JSON Lines."""
    with opened() as (store, _):
        id = named(store, conference)
        with file.open("wb") as out:
            out.writelines(exported(store, id))
        print(file)


def named(store: Store, conference: str) -> UUID:
    """The conference that is called so."""
    listed = Library(store.facts).conferences().conferences
    wanted = {conference, str(conference_id_of(conference))}
    for one in listed:
        if wanted & {str(one.id), one.code}:
            return one.id
    raise NotFound("conference", conference)


@main.command()
def check() -> None:
    """Read the whole log again: unknown topics, broken rules, facts per second."""
    with opened() as (store, _):
        log, unreadable, started = Soundness(), 0, perf_counter()
        for position, fact, code in read_again(store):
            if fact is None:
                unreadable += 1
                print(f"#{position} {said(code)}")
            else:
                log.take(position, fact)
        for breach in log.breaches:
            print(f"#{breach.position} {breach.topic}: {said(breach.code)}")
        total, spent = log.facts.total(), perf_counter() - started
        print(f"{total} facts, {total / spent:,.0f} facts/s")
        sys.exit(1 if unreadable or log.breaches else 0)


@main.command()
@click.argument("conference")
@click.option("--language", type=click.Choice(LANGUAGES), help="Of the sentences.")
def lint(conference: str, language: str | None) -> None:
    """Check a conference's awards; ends with 1 where an error is left that nobody answers for."""
    with opened() as (store, _):
        say = partial(said_in, language) if language else said
        lines, ready = checked(Library(store.facts), named(store, conference), now(), say)
        print(*lines, sep="\n")
        sys.exit(0 if ready else 1)


@main.command()
@click.option("--to", "file", type=FILE, required=True, help="The .xlsx file to write.")
def workbook(file: Path) -> None:
    """Write the empty workbook."""
    file.write_bytes(workbook_xlsx())
    print(file)


if __name__ == "__main__":
    main()
