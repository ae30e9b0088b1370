"""The final list as files: everybody who was invited, and what became of it."""

from uuid import UUID

from flask import Response
from flask.typing import ResponseReturnValue

from conference import gate
from conference.documents.final_list import FinalList, final_list
from conference.documents.final_list_csv import final_list_csv
from conference.documents.final_list_xlsx import final_list_xlsx
from conference.gate import may
from conference.language import group_words, sentence
from conference.web.door import noun

pages = noun("final_list", "/papers")

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pages.get("/final-list.xlsx")
@may("export_conference")
def xlsx(conference_id: UUID) -> ResponseReturnValue:
    return file(final_list_xlsx(listed()), XLSX, "xlsx")


@pages.get("/final-list.csv")
@may("export_conference")
def csv(conference_id: UUID) -> ResponseReturnValue:
    return file(final_list_csv(listed()), "text/csv; charset=utf-8", "csv")


def listed() -> FinalList:
    """As of the position asked for; with telephone numbers for who may read them."""
    personal = gate.allowed("read_personal")
    return final_list(gate.shelf(), sentence, group_words, personal=personal)


def file(made: bytes, kind: str, ending: str) -> Response:
    shelf = gate.shelf()
    name = f"danh-sach-{shelf.conference.code}-{shelf.position}.{ending}"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(made, content_type=kind, headers=disposition)
