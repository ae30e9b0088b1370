"""What may be asked of a print: that it counts as one that is in use."""

from conference.commands.fields import Asked


class UsePrint(Asked):
    """Nothing is typed: what a print shows is known from its position."""
