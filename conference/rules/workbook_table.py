"""All sheets of the workbook: one table that reader, template, export and docs follow."""

from conference.rules.workbook_conference import CONFERENCE, DOCUMENTS, HALL
from conference.rules.workbook_people import AWARDS, GUESTS, INSTRUMENTS
from conference.rules.workbook_programme import AGENDA, SPEECHES

SHEETS = (CONFERENCE, DOCUMENTS, GUESTS, AGENDA, SPEECHES, INSTRUMENTS, AWARDS, HALL)
"""In the order of the template."""
