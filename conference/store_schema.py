"""The version of the tables, kept beside them: an unprepared store is refused, and a newer one."""

from conference.errors import Refused

SCHEMA = 3
"""The version that this release makes and reads."""

TABLE = "CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER PRIMARY KEY)"
NEWEST = "SELECT MAX(version) FROM schema_versions"
KEEP = f"INSERT INTO schema_versions VALUES ({SCHEMA})"  # noqa: S608 (our own number)


def to_be_made(found: int | None) -> bool:
    """Whether a store with this version (None: without one) has to be given ours.

    Refused("store.newer") when a later release has made it: its rows may mean something else.
    """
    if found is not None and found > SCHEMA:
        raise Refused("store.newer", found=found, known=SCHEMA)
    return found is None or found < SCHEMA


def ready(found: int | None) -> None:
    """Refused when the tables have not been made, or by a later release."""
    if to_be_made(found):
        raise Refused("store.not-prepared")
