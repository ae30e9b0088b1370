"""The rules of the house: who imports whom, how big a thing gets, that every refusal has words."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conference.language import LANGUAGES, catalogue
from events.catalogue import NOUNS, TOPICS

ROOT = Path(__file__).parent.parent
OURS = ("events", "conference", "projections")

STANDARD = frozenset(sys.stdlib_module_names)

COMMON = {"conference.errors"}
WEB = {
    "conference.commands",
    "conference.planner",
    "conference.documents",
    "conference.importers",
    "conference.rules",
    "conference.gate",
    "conference.lan",
    "conference.language",
    "conference.copies",
    "conference.once",
    "conference.past_minutes",
    "conference.calendar_desk",
    "conference.agenda_warnings",
    "conference.badge_desk",
    "conference.check_in_desk",
    "conference.lint_desk",
    "conference.lint_words",
    "conference.release_desk",
    "conference.seating_proposal",
    "conference.stage_desk",
    "conference.store",
    "conference.vault",
    "conference.config",
    "events",
    "projections",
} | COMMON
FLASK = {"flask", "flask_babel", "flask_limiter", "flask_login", "flask_smorest", "flask_wtf"}

# room: what it may import of ours, what of others' beside the standard library
TABLE: dict[str, tuple[set[str], set[str]]] = {
    "events": (set(), {"eventsourcing"}),
    "conference.errors": (set(), set()),
    "conference.config": (set(), set()),
    "conference.rules": (COMMON, set()),
    "conference.domain": ({"events", "conference.rules"} | COMMON, {"eventsourcing"}),
    "conference.planner": ({"conference.rules"} | COMMON, set()),
    "conference.vault": ({"conference.config", "conference.rules"} | COMMON, {"argon2"}),
    "conference.store": (
        {"events", "conference.vault", "conference.config", "conference.domain"} | COMMON,
        {"eventsourcing", "msgspec", "psycopg", "psycopg_pool"},
    ),
    "conference.commands": (
        {
            "events",
            "conference.domain",
            "conference.rules",
            "conference.store",
            "conference.vault",
            "projections",
        }
        | COMMON,
        {"marshmallow"},
    ),
    "projections": ({"events", "conference.rules"}, {"immutables"}),
    "conference.documents": (
        {"projections", "conference.rules"} | COMMON,
        {"cryptography", "docx", "icalendar", "qrcode", "typst", "xlsxwriter"},
    ),
    "conference.importers": (
        {
            "events",
            "projections",
            "conference.commands",
            "conference.domain",
            "conference.rules",
            "conference.store",
        }
        | COMMON,
        {"docx", "python_calamine", "marshmallow", "msgspec", "rapidfuzz"},
    ),
    "conference.lan": (COMMON, {"cryptography"}),
    "conference.language": (COMMON, {"babel", "flask", "flask_babel"}),
    "conference.gate": (
        {"events", "projections", "conference.rules", "conference.store", "conference.config"}
        | COMMON,
        {"flask"},
    ),
    "conference.copies": (
        {"projections", "conference.gate", "conference.language"} | COMMON,
        {"flask"},
    ),
    # What became of a mail is a fact, and facts are a command's to record.
    "conference.jobs": (
        {
            "events",
            "projections",
            "conference.commands",
            "conference.documents",
            "conference.rules",
            "conference.store",
            "conference.vault",
            "conference.config",
        }
        | COMMON,
        {"structlog"},
    ),
    "conference.once": (
        {"conference.gate", "conference.store", "conference.vault"} | COMMON,
        {"flask"},
    ),
    "conference.past_minutes": ({"conference.gate", "projections"}, set()),
    "conference.calendar_desk": (
        {"conference.documents", "conference.gate", "projections"} | COMMON,
        set(),
    ),
    "conference.agenda_warnings": ({"conference.gate", "projections"}, set()),
    "conference.badge_desk": ({"conference.gate", "projections"} | COMMON, set()),
    "conference.check_in_desk": (
        {"conference.commands", "conference.gate"} | COMMON,
        {"structlog"},
    ),
    "conference.lint_words": ({"projections", "conference.rules"}, set()),
    "conference.lint_desk": (
        {
            "events",
            "projections",
            "conference.commands",
            "conference.gate",
            "conference.language",
            "conference.lint_words",
            "conference.rules",
            "conference.store",
        }
        | COMMON,
        {"flask"},
    ),
    "conference.release_desk": (
        {
            "projections",
            "conference.commands",
            "conference.documents",
            "conference.gate",
            "conference.language",
            "conference.vault",
        },
        set(),
    ),
    "conference.stage_desk": (
        {
            "events",
            "projections",
            "conference.commands",
            "conference.gate",
            "conference.store",
        }
        | COMMON,
        set(),
    ),
    "conference.seating_proposal": (WEB - {"conference.seating_proposal"}, set()),
    "conference.web": (WEB, FLASK | {"marshmallow", "werkzeug", "structlog"}),
    "conference.api": (WEB, FLASK | {"marshmallow", "werkzeug", "msgspec"}),
    "conference.cli": (WEB, {"click", "flask"}),
    "conference.app": (
        {"conference", "events", "projections"},
        FLASK | {"jinja2", "structlog", "werkzeug"},
    ),
}


def modules() -> Iterator[tuple[str, Path, ast.Module]]:
    """Every module of the product by dotted name."""
    for room in OURS:
        for path in sorted((ROOT / room).rglob("*.py")):
            dotted = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            yield dotted.removesuffix(".__init__"), path, ast.parse(path.read_text("utf-8"))


def room_of(module: str) -> str | None:
    """The line of the table for a module: `conference.store_writer` belongs to the store."""
    for room in sorted(TABLE, key=len, reverse=True):
        if module == room or module.startswith((f"{room}.", f"{room}_")):
            return room
    return None


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            for alias in node.names:
                dotted = f"{base}.{alias.name}"
                is_module = (ROOT / Path(*dotted.split("."))).with_suffix(".py").exists()
                yield node.lineno, dotted if is_module else base


def breaches(module: str, path: Path, tree: ast.Module) -> Iterator[str]:
    room = room_of(module)
    if room is None:
        return
    ours, others = TABLE[room]
    for line, name in imports(tree):
        if name.split(".")[0] in OURS:
            target = room_of(name) or name
            fine = target == room or any(
                target == one or target.startswith(f"{one}.") for one in ours
            )
        else:
            fine = name.split(".")[0] in STANDARD | others
        if not fine:
            yield f"{path.relative_to(ROOT)}:{line} imports {name}"


def test_every_module_imports_what_its_room_may() -> None:
    found = [breach for module, path, tree in modules() for breach in breaches(module, path, tree)]
    assert found == []


def test_a_breach_of_the_table_is_found() -> None:
    tree = ast.parse("import flask\nfrom conference.store import Store\nimport json\n")
    path = ROOT / "projections" / "agenda.py"
    assert list(breaches("projections.agenda", path, tree)) == [
        "projections/agenda.py:1 imports flask",
        "projections/agenda.py:2 imports conference.store",
    ]


def test_every_room_stands_in_the_table() -> None:
    rooms = {module for module, _, _ in modules() if room_of(module) is None}
    assert rooms == {"conference"}


def test_nothing_is_imported_relatively_or_by_star() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for _, path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (node.level or any(alias.name == "*" for alias in node.names))
    ]
    assert found == []


def test_one_place_decides_which_edition_of_the_programme_is_seen() -> None:
    """A page or an answer may show the release alone; who sees the draft is the gate's to say."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for module, path, tree in modules()
        for node in ast.walk(tree)
        if module.startswith(("conference.web", "conference.api"))
        and isinstance(node, ast.Call)
        and called(node) == "as_seen"
        and not all(isinstance(said.value, ast.Constant) for said in node.keywords)
    ]
    assert found == []


# --- sizes: architecture's section on sizes, in lines ---

MODULE_LIMITS = {"events": 150, "projections": 200, "conference.commands": 200}
BLUEPRINT_LIMIT = 150
MODULE_LIMIT = 250
FUNCTION_LIMIT = 25
FILES = {
    ("templates", "page.html"): 80,
    ("templates", "_*.html"): 80,
    ("static/js", "*.js"): 120,
    ("static/css", "*.css"): 150,
}


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function's body: a signature with one argument a line is a table, not code."""
    return (node.end_lineno or node.lineno) - node.body[0].lineno + 1


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def limit_of(module: str, tree: ast.Module) -> int:
    """A blueprint is a module of a door that makes `pages`."""
    if module.startswith(("conference.web.", "conference.api.")):
        made = {t.id for n in tree.body if isinstance(n, ast.Assign) for t in names(n)}
        return BLUEPRINT_LIMIT if "pages" in made else MODULE_LIMIT
    return next((n for room, n in MODULE_LIMITS.items() if module.startswith(room)), MODULE_LIMIT)


def names(node: ast.Assign) -> list[ast.Name]:
    return [target for target in node.targets if isinstance(target, ast.Name)]


def test_no_module_is_too_long() -> None:
    found = {}
    for module, path, tree in modules():
        lines = len(path.read_text("utf-8").splitlines())
        if lines > limit_of(module, tree):
            found[module] = lines
    assert found == {}


def test_no_function_is_too_long() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name} {length(node)}"
        for _, path, tree in modules()
        for node in functions(tree)
        if length(node) > FUNCTION_LIMIT
    ]
    assert found == []


def test_no_test_is_too_long() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name} {length(node)}"
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for node in functions(ast.parse(path.read_text("utf-8")))
        if node.name.startswith("test_") and length(node) > 30
    ]
    assert found == []


@pytest.mark.parametrize(("folder", "names"), list(FILES))
def test_no_page_style_or_script_is_too_long(folder: str, names: str) -> None:
    found = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
        for path in (ROOT / folder).rglob(names)
        if len(path.read_text("utf-8").splitlines()) > FILES[folder, names]
    }
    assert found == {}


def test_every_module_and_public_class_says_what_it_is() -> None:
    found = []
    for module, path, tree in modules():
        if ast.get_docstring(tree) is None:
            found.append(module)
        for node in tree.body:
            fact = isinstance(node, ast.ClassDef) and module.startswith("events.")
            if fact and ast.get_docstring(node) is None:
                found.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert found == []


# --- facts ---


def test_the_package_events_is_ours() -> None:
    import events

    assert Path(events.__path__[0]) == ROOT / "events"


def test_every_fact_has_a_topic_a_noun_and_a_personal_list_of_its_own_fields() -> None:
    at_home = {noun.__name__ for noun in NOUNS}
    for topic, fact in TOPICS.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", topic), topic
        assert fact.__module__ in at_home, topic
        assert set(fact.PERSONAL) <= set(fact.__annotations__), topic
        assert all(fact.PERSONAL.values()), topic


NAMES_OF_PEOPLE = {"name", "phone", "email", "birth_date", "speaker", "chair", "honorific"}


def test_a_field_that_names_a_person_is_declared_personal() -> None:
    """`name` of a device or a hall is nobody's; every other such field belongs to somebody."""
    of_things = {
        ("device-paired", "name"),
        ("hall-adopted", "name"),
        ("venue-chosen", "name"),
        ("site-added", "name"),
    }
    found = {
        (topic, field)
        for topic, fact in TOPICS.items()
        for field in NAMES_OF_PEOPLE & set(fact.__annotations__)
        if field not in fact.PERSONAL
    }
    assert found - of_things == set()


# --- words ---

CODE = re.compile(r"[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*")
RAISERS = {
    "Refused",
    "Unreadable",
    "BadCell",
    "ValidationError",
    "BadSetting",
    "Finding",
    "refused",
}


def codes() -> set[str]:
    """Every code that is raised or put into a message, read from the source."""
    found = set()
    for _, _, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and called(node) in RAISERS:
                found |= {word for word in words(node) if CODE.fullmatch(word)}
            elif isinstance(node, ast.Constant):
                found |= {word for word in words(node) if word.startswith("field.")}
    return found


def called(node: ast.Call) -> str:
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def words(node: ast.AST) -> set[str]:
    inner = (one.value for one in ast.walk(node) if isinstance(one, ast.Constant))
    return {value for value in inner if isinstance(value, str)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_a_sentence(language: str) -> None:
    assert len(codes()) > 80
    assert sorted(codes() - set(catalogue(language))) == []


def test_both_languages_know_the_same_codes_and_placeholders() -> None:
    vi, en = catalogue("vi"), catalogue("en")
    holders = re.compile(r"%\((\w+)\)")
    assert sorted(set(vi) - set(en)) == []
    assert sorted(code for code in en if CODE.fullmatch(code) and code not in vi) == []
    for code in vi:
        assert set(holders.findall(vi[code])) == set(holders.findall(en[code])), code


def asked() -> set[str]:
    """Every Vietnamese sentence that a template or a module asks for."""
    sentence = re.compile(r"""\b_\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")
    sources = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "conference").rglob("*.py")]
    found = {
        double or single
        for path in sources
        for double, single in sentence.findall(path.read_text("utf-8"))
    }
    return {one for one in found if not CODE.fullmatch(one)}


def test_every_sentence_of_a_page_has_its_english() -> None:
    assert len(asked()) > 200
    assert sorted(asked() - set(catalogue("en"))) == []
