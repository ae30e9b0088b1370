"""The broken twin: a postman that crosses a mail off before the server has taken it."""

import os
from datetime import datetime, timedelta

from conference import jobs, vault_outbox
from conference.app import create_app
from conference.config import Settings
from conference.vault import Tables
from conference.vault_outbox import Mail


def crossed_off(tables: Tables, now: datetime, lease: timedelta) -> Mail | None:
    mail = vault_outbox.claim(tables, now, lease)
    if mail is not None:
        tables.write([vault_outbox.settling(mail, "sent", "", now)])
    return mail


jobs.claim = crossed_off  # type: ignore[attr-defined]
app = create_app(Settings.from_environment(os.environ))
