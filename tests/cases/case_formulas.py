"""Texts that spreadsheets carry out when a file is opened.

Source: https://owasp.org/www-community/attacks/CSV_Injection, and the same signs in full width.
"""

CORPUS = (
    '=HYPERLINK("http://x.vn","bấm")',
    "=cmd|'/C calc'!A0",
    "+1+cmd|'/C calc'!A0",
    "-2+3+cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd|'/C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\uff1d1+1",
    "=",
    "-",
)
