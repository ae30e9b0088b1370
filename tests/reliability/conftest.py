"""At the end of a run in one process, as `./run torture` is: one JSON line of figures a test."""

from typing import Any

from builders_load import FIGURES


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for line in FIGURES:
        terminalreporter.write_line(line)
