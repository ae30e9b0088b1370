"""What may be asked of an annex: register or revise its instrument with all lines, as one act."""

from typing import Any
from uuid import UUID, uuid4

from conference.commands.awards import RegisterInstrument, with_ids
from conference.commands.awards_change import change_awards
from conference.commands.fields import Number
from conference.domain.awards import Awards
from conference.store import Store
from events.base import Stamp


class AnnexFields(RegisterInstrument):
    """What is said of the instrument itself; the lines are the file's. `collectives` and
    `individuals`: how many its text states."""

    collectives = Number(most=100_000, load_default=None, allow_none=True)
    individuals = Number(most=100_000, load_default=None, allow_none=True)

    class Meta(RegisterInstrument.Meta):
        exclude = ("lines", "stated_count")


def import_annex(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    instrument: UUID | None,
    said: dict[str, Any],
    details: list[dict[str, Any]],
    told: dict[str, Any],
    amends: str | None = None,
    expecting: int | None = None,
) -> UUID:
    """Register the instrument (None: a new one) or revise it, and note the file. `said` holds the
    fields of RegisterInstrument; `details` what AnnexDetail has, beside the place of their line in
    said["lines"] (`at`); `told` the other fields of AnnexImported. Who represents whom, and in
    which relation, stays."""
    id = instrument or uuid4()
    lines = with_ids(said["lines"])
    named = [{**one, "line": lines[one["at"]]["line"]} for one in details]
    whole = [{key: one[key] for key in ("line", "unit", "note", "aliases")} for one in named]

    def act(awards: Awards) -> None:
        before = awards.version
        stood = dict(awards.representatives)
        if instrument is None:
            awards.register_instrument(stamp, id, **{**said, "lines": lines})
        else:
            awards.revise_instrument(stamp, id, **{**said, "lines": lines})
        keep_relations(awards, stamp, stood)
        awards.note_annex(stamp, id, awards.version > before, **told, details=whole)

    change_awards(store, stamp, conference_id, act, amends, expecting)
    return id


def keep_relations(awards: Awards, stamp: Stamp, stood: dict[UUID, tuple[str, str | None]]) -> None:
    """A revision says a representative's name alone: whose relation was known is named again."""
    for line, (name, relation) in stood.items():
        now = awards.representatives.get(line)
        in_person = line in awards.lines and awards.lines[line].kind == "individual"
        if relation and now == (name, None) and (not in_person or awards.rules["proxies"]):
            awards.name_representative(stamp, line, name, relation)
