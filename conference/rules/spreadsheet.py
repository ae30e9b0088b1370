"""Text that a spreadsheet shall show as it is: no formula, no number without its leading nought."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a cell begins with that a spreadsheet may carry out (OWASP, CSV injection); the last four
are the same signs in full width, which some programs take for them."""


def harmless(text: str) -> str:
    """The text as a CSV cell: where it could be a formula, behind the apostrophe that says text."""
    return f"'{text}" if text.startswith(FORMULA) else text


def phone(digits: str | None) -> str:
    """A telephone number in groups, 0912 345 678, which no spreadsheet takes for a number; one
    that is written in another way stays as it is."""
    if not digits or not digits.isascii() or not digits.isdigit() or len(digits) < 7:
        return digits or ""
    head = len(digits) - 6 if len(digits) <= 11 else 4
    rest = digits[head:]
    return " ".join([digits[:head], *(rest[n : n + 3] for n in range(0, len(rest), 3))])
