"""All papers of the ceremony by name."""

from collections.abc import Callable
from typing import Any

from conference.documents.ceremony_paper import Paper
from conference.documents.ceremony_paper_docx import ceremony_paper_docx
from conference.documents.ceremony_paper_pdf import ceremony_paper_pdf
from conference.documents.ceremony_source import Source, frame_of
from conference.documents.certificate_check import certificate_check
from conference.documents.cue_sheet import cue_sheet
from conference.documents.mc_script import mc_script
from conference.documents.posting_list import posting_list
from conference.documents.presentation_record import presentation_record
from conference.documents.presenter_cards import presenter_cards
from conference.documents.tray_sheet import tray_sheet

PAPERS: dict[str, Callable[[Source], Paper]] = {
    "mc-script": mc_script,
    "run-sheet": cue_sheet,
    "tray-sheet": tray_sheet,
    "presenter-cards": presenter_cards,
    "posting-list": posting_list,
    "certificate-check": certificate_check,
    "presentation-record": presentation_record,
}

Draw = Callable[[Paper, dict[str, Any]], bytes]

FORMATS: dict[str, tuple[Draw, str]] = {
    "pdf": (ceremony_paper_pdf, "application/pdf"),
    "docx": (
        ceremony_paper_docx,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
}
"""How a paper is drawn, and what kind of file that is."""

FILES = {
    "mc-script": "kich-ban-mc",
    "run-sheet": "trinh-tu-trao",
    "tray-sheet": "phieu-khay",
    "presenter-cards": "the-nguoi-trao",
    "posting-list": "danh-sach-niem-yet",
    "certificate-check": "kiem-tra-bang",
    "presentation-record": "bien-ban-trao",
}
"""Names of the files."""


def drawn(source: Source, name: str, form: str, since: dict[str, Any] | None = None) -> bytes:
    """A paper as a file; `since` is what the programme changed, for the run-sheet."""
    paper = cue_sheet(source, since) if name == "run-sheet" else PAPERS[name](source)
    return FORMATS[form][0](paper, frame_of(source, paper))
