"""The command line on a store of its own: what it prints, what it refuses, what it leaves."""

import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from click.testing import CliRunner, Result

from conference import vault
from conference.cli import main
from conference.commands.awards_checks import waive_finding
from conference.config import Settings
from conference.documents.workbook_xlsx import workbook_xlsx
from conference.rules.roles import ROLES
from conference.store import Store
from demo import make
from events.base import Stamp
from projections.library import Library
from projections.lint import lint

KIEN_GIANG = "2c77f7d3-fa6b-552c-bf52-f92003ee3461"


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("CONFERENCE_DATA_DIR", str(tmp_path / "instance"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return CliRunner()


def run(cli: CliRunner, *words: str) -> Result:
    result = cli.invoke(main, words)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def stored(tmp_path: Path) -> Store:
    return Store(Settings(data_dir=tmp_path / "instance", secret_key="x"))


def test_prepare_loads_the_demo_once_and_prints_a_link_for_each_role(cli: CliRunner) -> None:
    first = run(cli, "prepare", "--demo").output.splitlines()
    assert first[0] == "http://127.0.0.1:8000"
    assert [line.split()[0] for line in first[1:]] == list(ROLES)
    assert all("/sign-in/" in line for line in first[1:])
    before = run(cli, "check").output.split()[0]
    run(cli, "prepare", "--demo")
    assert run(cli, "check").output.split()[0] == before


def test_the_demo_is_seated_and_nobody_is_left_standing(cli: CliRunner, tmp_path: Path) -> None:
    run(cli, "prepare", "--demo")
    store = stored(tmp_path)
    plan = Library(store.facts).shelf(UUID(KIEN_GIANG)).seating_plan
    store.close()
    assert (len(plan.sittings), len(plan.unseated)) == (148, 0)


def test_a_token_holds_its_role_everywhere(cli: CliRunner, tmp_path: Path) -> None:
    secret = run(cli, "token", "--role", "stage").output.strip()
    store = stored(tmp_path)
    account = vault.token_account(store, secret)
    store.close()
    assert account is not None
    assert account.everywhere == ("stage",)


def test_a_conference_goes_out_as_a_log_and_into_another_store(
    cli: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(cli, "import", str(make.FILE)).output.startswith(KIEN_GIANG)
    log, again = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    run(cli, "export", "kien-giang-2019", "--to", str(log))
    assert "recorded" in run(cli, "import", str(log)).output
    monkeypatch.setenv("CONFERENCE_DATA_DIR", str(tmp_path / "other"))
    assert run(cli, "import", str(log)).output.strip() == KIEN_GIANG
    run(cli, "export", KIEN_GIANG, "--to", str(again))
    assert again.read_bytes() == log.read_bytes()


def test_bad_cells_are_printed_one_a_line(cli: CliRunner, tmp_path: Path) -> None:
    file = tmp_path / "bad.xlsx"
    guest = {"group": "Khách", "bloc": "other", "phone": "gọi sau"}
    frame = {"code": "x", "title": "Hội nghị", "host": "UBND"}
    file.write_bytes(workbook_xlsx({"conference": [frame], "guests": [guest]}))
    result = run(cli, "import", str(file))
    assert result.exit_code == 1
    words = "Khách mời 2 Điện thoại: This is no phone number. (gọi sau)"
    assert result.output == f"Error: {words}\n"


@pytest.mark.parametrize(
    "words",
    [
        ("import", "/nowhere/x.xlsx"),
        ("import", "/nowhere/x.jsonl"),
        ("export", "unknown", "--to", "x"),
    ],
)
def test_what_is_not_there_is_one_sentence(cli: CliRunner, words: tuple[str, ...]) -> None:
    result = run(cli, *words)
    assert (result.exit_code, len(result.output.splitlines())) == (1, 1)


def test_an_unknown_setting_is_refused_by_name(
    cli: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONFERENCE_COLOUR", "red")
    result = run(cli, "check")
    assert result.exit_code == 1
    assert "CONFERENCE_COLOUR" in result.output


def test_check_names_unknown_topics_and_broken_rules(cli: CliRunner, tmp_path: Path) -> None:
    run(cli, "import", str(make.FILE))
    assert run(cli, "check").exit_code == 0
    store = stored(tmp_path)
    facts = [fact for _, fact in store.facts(0, 10)]
    gap = facts[0]
    gap.__dict__["originator_version"] = 400
    store.append([gap])
    store.close()
    result = run(cli, "check")
    assert result.exit_code == 1
    assert "conference-planned: The facts are not in an unbroken order." in result.output


def test_the_empty_workbook_is_written(cli: CliRunner, tmp_path: Path) -> None:
    run(cli, "workbook", "--to", str(tmp_path / "x.xlsx"))
    assert (tmp_path / "x.xlsx").read_bytes() == workbook_xlsx()


def test_the_log_says_who_acted(cli: CliRunner, tmp_path: Path) -> None:
    run(cli, "import", str(make.FILE))
    run(cli, "export", KIEN_GIANG, "--to", str(tmp_path / "x.jsonl"))
    header = json.loads((tmp_path / "x.jsonl").read_text("utf-8").splitlines()[0])
    assert list(header["actors"].values()) == ["Organiser"]


def test_lint_names_what_has_to_be_put_right_and_fails_while_an_error_is_left(
    cli: CliRunner,
) -> None:
    run(cli, "prepare", "--demo")
    by_code = run(cli, "lint", "kien-giang-2019")
    *lines, last = by_code.output.splitlines()
    assert (by_code.exit_code, last) == (1, f"Not ready; errors: {len(errors(lines))}")
    assert errors(lines) != []
    assert any(line.startswith("Warning [year-mismatch] “Tặng Cờ thi đua") for line in lines)
    vietnamese = run(cli, "lint", KIEN_GIANG, "--language", "vi").output.splitlines()
    assert vietnamese[-1] == f"Chưa sẵn sàng: {len(errors(lines))} lỗi"
    assert run(cli, "lint", "nowhere").exit_code == 1


def errors(lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith("Error ")]


def test_lint_ends_well_where_somebody_answers_for_every_error(
    cli: CliRunner, tmp_path: Path
) -> None:
    run(cli, "import", str(make.FILE))
    store = stored(tmp_path)
    library, stamp = Library(store.facts), Stamp(by=UUID(KIEN_GIANG), at=datetime.now(UTC))
    shelf = library.shelf(UUID(KIEN_GIANG))
    for one in lint(shelf, datetime.now(UTC).date(), {}).findings:
        if one.severity == "error":
            said = {"said": one.said, "name": "Đào", "reason": "đã xem"}
            known = {"conference_id": UUID(KIEN_GIANG), "code": one.code, "where": one.where}
            waive_finding(store, stamp, **known, **said)
    store.close()
    ended = run(cli, "lint", "kien-giang-2019")
    assert (ended.exit_code, ended.output.splitlines()[-1]) == (0, "Ready")
    assert "Accepted [object-not-ready]" in ended.output
