"""The linter on who hands over: there, not receiving at the same time, of a fitting rank."""

from collections.abc import Iterator

from conference.rules.award_catalogue import BY_KEY
from conference.rules.precedence import TIERS
from projections.award_prepared import Presenter
from projections.guest import Guest
from projections.lint_finding import Finding
from projections.lint_look import Look, key
from projections.lint_recipients import people
from projections.run_sheet_turn import Recipient, Turn

LOWEST_TIER = {
    "president": "province",
    "prime_minister": "province",
    "province": "province",
    "department": "district",
}
"""The lowest tier of government that hands an award of a level over without a second look. Any
leader present may (NĐ 145/2013 Art. 28(2)), and a district has handed over the Prime Minister's
certificates (Kiên Lương 2023): so it is a warning."""


def found(look: Look) -> Iterator[Finding]:
    for turn, _, recipients in look.waiting:
        if not turn.assigned:
            yield look.of_turn("presenter-none", turn)
        told: set[str] = set()
        for one in turn.assigned:
            for finding in about(look, turn, one, recipients):
                if finding.code not in told:  # one finding of a rule and a turn names the first
                    yield finding
                told.add(finding.code)


def about(
    look: Look, turn: Turn, one: Presenter, recipients: tuple[Recipient, ...]
) -> Iterator[Finding]:
    guest = look.known(one.guest, one.name)
    causes = look.guest_cause(guest)
    both = receiving(look, one, guest, recipients)
    if both is not None:
        causes += look.causes(both.line)
        yield look.of_turn("presenter-receives", turn, *causes, presenter=one.name, name=both.name)
    if guest is None:
        return
    yield from coming(look, turn, one, guest)
    award = BY_KEY.get(turn.award)
    level = award.level if award else turn.level
    tier = guest.rank.tier
    if tier in TIERS and TIERS.index(tier) > TIERS.index(LOWEST_TIER[level]):
        facts = {"presenter": one.name, "tier": tier, "level": level}
        yield look.of_turn("presenter-rank", turn, *look.guest_cause(guest), **facts)


def coming(look: Look, turn: Turn, one: Presenter, guest: Guest) -> Iterator[Finding]:
    """Whether who hands over will be there."""
    causes = look.guest_cause(guest)
    opened = look.conference.status == "open" and look.sheet.rows.attended
    if guest.state in ("declined", "withdrawn", "excused"):
        yield look.of_turn("presenter-absent", turn, *causes, presenter=one.name, state=guest.state)
    elif guest.substitute and key(guest.substitute.name) != key(one.name):
        facts = {"presenter": one.name, "substitute": guest.substitute.name}
        yield look.of_turn("presenter-replaced", turn, *causes, **facts)
    elif opened and guest.state == "expected":
        yield look.of_turn("presenter-missing", turn, *causes, presenter=one.name)


def receiving(
    look: Look, one: Presenter, guest: Guest | None, recipients: tuple[Recipient, ...]
) -> Recipient | None:
    """The recipient of the same turn who is the presenter."""
    keys: set[object] = {key(one.name)} | ({guest.id} if guest else set())
    return next((r for r in recipients if keys & set(people(look, r))), None)
