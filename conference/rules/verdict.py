"""The verdict of the door: one table, the same on the server and on a device without network.

`tests/vectors/verdicts.json` holds it case by case; pytest and the browser both run that file.
"""

VERDICTS = ("admitted", "already", "replaced", "withdrawn", "other_conference", "unknown")
"""What a scan can come to."""

WALK_IN_WORDS = ("admitted", "namesake")
"""What a walk-in can come to: namesake asks first, and keeps nothing."""

REVERSAL_WORDS = ("reversed", "kept", "not_in", "not_yours", "too_late")
"""What the reversal of an entry can come to: kept waits for an entry that has not arrived."""

LATE_WORDS = ("closed", "contested")
"""What an entry comes to that was made after the closing, or without network against the list: whom
a door sent to the supervisor, or let in under an invited guest's name, a supervisor decides on."""

WORDS = tuple(dict.fromkeys((*VERDICTS, *WALK_IN_WORDS, *REVERSAL_WORDS, *LATE_WORDS)))


def verdict(
    *,
    genuine: bool,
    here: bool = True,
    revision: int | None = None,
    newest: int = 0,
    withdrawn: bool = False,
    entered: bool = False,
) -> str:
    """What a scan comes to. `genuine`: the signature is ours; `here`: an invitation to this
    conference; `revision` is the code's (None: found by name), `newest` the invitation's."""
    if not genuine:
        return "unknown"
    if not here:
        return "other_conference"
    if withdrawn:
        return "withdrawn"
    if revision is not None and revision != newest:
        return "replaced"
    return "already" if entered else "admitted"
