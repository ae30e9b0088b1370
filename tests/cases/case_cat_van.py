"""The roll call of the youth federation's congress in Cát Vân commune, 2019.

Source: https://text.123docz.net/document/5303293-kich-dai-hoi-hoi-lhtn-2019-2024.htm (the MC's
script). The units and how many each was to send are the source's; who came is made up for the test.
"""

UNITS: tuple[tuple[str, int, int], ...] = (
    ("Vân Hòa", 8, 8),
    ("Vân Bình", 7, 6),
    ("Vân Thành", 8, 8),
    ("Vân Thượng", 6, 6),
    ("Vân Tiến", 8, 7),
    ("Vân Trung", 6, 6),
    ("Trường mầm non", 6, 6),
    ("Trường TH&THCS", 6, 5),
)
"""Unit, summoned, came."""

SENTENCE = (
    "Tổng số đại biểu triệu tập là {summoned} đại biểu: hiện nay có mặt {present} đại biểu; "
    "vắng {absent} đại biểu."
)
"""What the script leaves to be filled in and read."""

READ = "Tổng số đại biểu triệu tập là 55 đại biểu: hiện nay có mặt 52 đại biểu; vắng 3 đại biểu."
