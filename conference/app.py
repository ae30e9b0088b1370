"""The application: the only place that wires things together."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import structlog
from flask import Flask, g, request
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined

from conference import app_hosts, app_hours, copies, gate, jobs, language, lint_desk, vault
from conference.api.service import mount
from conference.app_headers import guard
from conference.config import Settings
from conference.documents.qr_svg import qr_svg
from conference.rules.award_catalogue import BY_KEY
from conference.rules.precedence import BLOCS
from conference.store import Store
from conference.web import (
    agenda_editor,
    annex_import,
    attendance,
    award_line,
    awards,
    badges,
    ceremony_papers,
    conferences,
    contests,
    day,
    devices,
    door,
    door_code,
    door_screen,
    editions,
    final_list,
    guest_import,
    guests,
    history,
    introductions,
    lan,
    letters,
    lint,
    live,
    mails,
    one_speech,
    own_speech,
    papers,
    personal,
    personal_links,
    plan_lines,
    prints,
    programme,
    publication,
    refusals,
    release,
    reminders,
    run_sheet,
    schedule,
    seating,
    session,
    sign_in,
    speeches,
    stage,
    stage_crew,
    team,
    workbook,
)
from projections.library import Library

ROOT = Path(__file__).parent.parent

LOGGED: list[Any] = [
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
    structlog.processors.JSONRenderer(ensure_ascii=False),
]
"""One JSON object a line; traces without the values of variables, which may be personal."""

PAGES = (
    agenda_editor,
    annex_import,
    attendance,
    award_line,
    awards,
    badges,
    conferences,
    contests,
    day,
    devices,
    door_code,
    door_screen,
    final_list,
    guest_import,
    guests,
    history,
    introductions,
    lan,
    letters,
    lint,
    live,
    one_speech,
    own_speech,
    papers,
    personal,
    personal_links,
    plan_lines,
    mails,
    release,
    reminders,
    programme,
    publication,
    run_sheet,
    ceremony_papers,
    prints,
    schedule,
    seating,
    sign_in,
    speeches,
    stage,
    stage_crew,
    team,
    workbook,
)
"""The modules of conference.web that hold a noun's pages."""


class App(Flask):
    """Flask for views that are none of them async."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The view or hook as it is: looking whether it is async took 2 % of a scan."""
        return func


def real_clock() -> datetime:
    return datetime.now(UTC)


def create_app(settings: Settings, clock: Callable[[], datetime] = real_clock) -> Flask:
    """The app over an already migrated store. Build it after gunicorn's worker has forked."""
    app = App(__name__, template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "static"))
    app.config.update(flask_settings(settings))
    structlog.configure(processors=LOGGED)
    store = Store(settings)
    app.extensions["settings"] = settings
    app.extensions["house"] = gate.House(settings, store, Library(store.facts), clock)
    look(app)
    app_hosts.init_app(app)
    app.before_request(copies.straight)
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    csrf = CSRFProtect(app)
    session.init_app(app)
    sign_in.init_app(app)
    app.before_request(gate.enforce)
    app.after_request(guard)
    for blueprint in (*(noun.pages for noun in PAGES), lan.public, publication.public):
        app.register_blueprint(blueprint)
    for blueprint in mount(app):
        csrf.exempt(blueprint)
    refusals.init_app(app)
    work_beside(app)
    return app


def work_beside(app: Flask) -> None:
    """The threads beside the views: one follows the log, one sends mails."""
    live.follow(app)
    house: gate.House = app.extensions["house"]
    with_store = (house.settings, house.store, house.library, house.clock)
    app.extensions["postman"] = jobs.start(*with_store, app.extensions["stop"])


def flask_settings(settings: Settings) -> dict[str, Any]:
    """What Flask and its extensions are told; sizes in bytes, ages in seconds."""
    return {
        "SECRET_KEY": settings.secret_key,
        "MAX_CONTENT_LENGTH": settings.max_upload_mb * 1024 * 1024,
        "MAX_FORM_PARTS": 2_000,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SECURE": settings.secure_cookies,
        "SEND_FILE_MAX_AGE_DEFAULT": 3600,
        "WTF_CSRF_TIME_LIMIT": None,  # a form left open over lunch still works
    }


def look(app: Flask) -> None:
    """What templates have at hand."""
    app.jinja_env.undefined = StrictUndefined
    app.extensions["copies"] = copies.Copies(HOLES)
    app.jinja_env.globals.update(hole=copies.hole, **editions.AT_HAND, **lint_desk.AT_HAND)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    language.init_app(app)
    app.jinja_env.filters.update(**app_hours.FILTERS, qr=qr_svg, with_tone=with_tone)
    app.context_processor(at_hand)


def at_hand() -> dict[str, object]:
    """What every template may say without being told."""
    inside = "conference_id" in (request.view_args or {}) and gate.actor() is not None
    return {
        "shelf": gate.shelf() if inside else None,
        "actor": gate.actor(),
        "may": gate.allowed,
        "now": gate.now(),
        "lan": bool(gate.house().settings.lan_helper),
        "bound": door.bound,
        "refusal": door.refused_sentence(),
        "partial": door.partial_asked(),
        "who": who_was,
        "blocs": BLOCS,
        "award_keys": tuple(BY_KEY),
    }


def who_was(id: UUID) -> str:
    """The name of who did something: an account's, a guest's, that of a unit which speaks, else
    the start of the id."""
    if "names" not in g:
        g.names = vault.names(gate.house().store)
    shelf = gate.shelf()
    guest, speech = shelf.guest_list.by_id.get(id), shelf.speeches.by_id.get(id)
    called = guest.called if guest else speech.unit if speech else f"#{id.hex[:8]}"
    return g.names.get(id) or called


def moment() -> str:
    """The time on the conference's clock now, to the second."""
    return app_hours.clock_time(gate.shelf().conference.clock(gate.now()), with_seconds=True)


HOLES: dict[str, Callable[[], str]] = {
    "token": session.token,
    "name": gate.actor_name,
    "moment": moment,
    "position": lambda: str(gate.shelf().position),
}
"""What differs between two who are shown the same page or document."""


def with_tone(values: list[tuple[object, ...]]) -> list[tuple[object, object, object]]:
    """Figures as value, words, tone; most have no tone."""
    return [(value, words, tone[0] if tone else None) for value, words, *tone in values]
