"""The linter's rules as data: code, severity, where it is put right, and what it is taken from.

A code never changes its meaning: waivers are kept under it. Sources are laws, published cases and
papers by name; "practice" where none was found.
"""

from dataclasses import dataclass

SEVERITIES = ("error", "warning", "note")
"""error: must not reach the stage; warning: somebody looks at it; note: to know."""

NEAR_DAYS = 7
"""Days before the conference from which an object that is not framed is a warning: a print that is
recalled takes a week to make again (an estimate; Vĩnh Thuận 2018 recalled 621 certificates)."""


@dataclass(frozen=True)
class LintRule:
    """`fix` is the kind of page on which it is put right: instrument, line, turn, objects, guest,
    seating, item, papers."""

    code: str
    severity: str
    fix: str
    source: str


ONCE = "NĐ 145/2013 Art. 26(3)"
HIGH_TO_LOW = "NĐ 145/2013 Art. 28"
TWO_VERSIONS = "TikTok Awards Việt Nam 2024"
UNSEALED = "Hà Nội 2016–2017"

TABLE = (
    ("proposal-in-turns", "error", "instrument", f"{ONCE}; Kiên Giang 2019; Lạng Sơn 2019"),
    ("proposal-prepared", "warning", "instrument", f"{ONCE}; Kiên Giang 2019"),
    ("award-unknown", "error", "instrument", "Luật 06/2022 Art. 19-20, 33(2), 54(2)"),
    ("award-outdated", "error", "instrument", "Luật 15/2003/QH11; Luật 06/2022/QH15"),
    ("decision-unnumbered", "error", "instrument", "NĐ 30/2020; Lạng Sơn 2019"),
    ("number-mismatch", "warning", "instrument", "NĐ 30/2020; Kiên Giang 2019"),
    ("decision-undated", "warning", "instrument", f"NĐ 30/2020; {UNSEALED}"),
    ("decision-future", "error", "instrument", f"{ONCE}; {UNSEALED}"),
    ("number-twice", "error", "instrument", f"{ONCE}"),
    ("year-mismatch", "warning", "instrument", "Kiên Giang 2019"),
    ("level-mismatch", "warning", "instrument", "NĐ 145/2013 Art. 28(3); Luật 06/2022 Art. 80"),
    ("kind-mismatch", "error", "line", "Luật 06/2022 Art. 19-20"),
    ("count-mismatch", "error", "instrument", "Quyết định 163/QĐ-UBND Lạng Sơn; Kiên Giang 2019"),
    ("count-turns", "error", "turn", "Kiên Giang 2019"),
    ("count-off-stage", "note", "instrument", "Kiên Giang 2019"),
    ("order-precedence", "error", "turn", HIGH_TO_LOW),
    ("order-decision", "warning", "turn", "Bắc Trà My 2023"),
    ("turn-mixed", "error", "turn", HIGH_TO_LOW),
    ("turn-loose", "warning", "turn", TWO_VERSIONS),
    ("stage-capacity", "error", "turn", "Nghệ An 2025, practice"),
    ("recipient-twice", "error", "turn", ONCE),
    ("recipient-again", "warning", "turn", "NĐ 145/2013 Art. 28(3)"),
    ("recipient-uninvited", "warning", "line", "NĐ 145/2013 Art. 26(4)"),
    ("recipient-declined", "error", "guest", "NĐ 145/2013 Art. 26(4)"),
    ("recipient-withdrawn", "error", "guest", "NĐ 145/2013 Art. 26(4)"),
    ("recipient-excused", "warning", "guest", "NĐ 145/2013 Art. 26(4)"),
    ("recipient-unseated", "warning", "seating", "Keele; Chester"),
    ("recipient-far", "note", "seating", "Keele; Chester"),
    ("posthumous-alone", "error", "line", "NĐ 145/2013 Art. 26(4)"),
    ("proxy-unallowed", "error", "line", "NĐ 145/2013 Art. 26(4)"),
    ("name-differs", "error", "line", "U23 2018; Mai Vàng 2018"),
    ("name-alike", "warning", "line", "Vĩnh Thuận 2018"),
    ("speaker-before", "warning", "item", "Kiên Giang 2019"),
    ("speaker-after", "warning", "item", "Kiên Giang 2019"),
    ("presenter-none", "warning", "turn", "NĐ 145/2013 Art. 28(2)"),
    ("presenter-absent", "error", "turn", "NĐ 145/2013 Art. 28(2)"),
    ("presenter-missing", "warning", "turn", "NĐ 145/2013 Art. 28(2)"),
    ("presenter-replaced", "warning", "turn", "NĐ 145/2013 Art. 28(2); practice"),
    ("presenter-receives", "error", "turn", "NĐ 145/2013 Art. 28(2)"),
    ("presenter-rank", "warning", "turn", "NĐ 145/2013 Art. 28(2); Luật 06/2022 Art. 82"),
    ("object-not-ready", "note", "objects", f"NĐ 145/2013 Art. 28(4); {UNSEALED}; Vĩnh Thuận 2018"),
    ("artefact-mismatch", "error", "papers", TWO_VERSIONS),
    ("artefact-stale", "error", "papers", f"{TWO_VERSIONS}; Oscar 2017"),
    ("artefact-turn-gone", "error", "papers", TWO_VERSIONS),
    ("artefact-position", "warning", "papers", TWO_VERSIONS),
)

RULES = {row[0]: LintRule(*row) for row in TABLE}

ORDER = {code: number for number, code in enumerate(RULES)}
"""In which order findings of one severity are told."""
