"""Papers by typst: a template of templates/print and its data become a tagged PDF."""

import json
from pathlib import Path
from typing import Any

import typst

ROOT = Path(__file__).parent.parent.parent
TEMPLATES = ROOT / "templates" / "print"
FONTS = ROOT / "static" / "fonts"


def typeset(template: str, data: dict[str, Any]) -> bytes:
    """The paper as PDF/UA-1: only our own fonts, no clock, so the same data give the same bytes."""
    made = typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made
