"""The linter on decisions and proposals: numbers, dates, years, levels, kinds, counts."""

from collections import Counter
from collections.abc import Iterator
from uuid import UUID

from conference.rules.award_catalogue import BY_KEY
from conference.rules.names import fold
from projections.award_plan import Instrument, planned
from projections.lint_finding import Finding
from projections.lint_look import Look
from projections.replaced import replaced


def found(look: Look) -> Iterator[Finding]:
    yield from proposals(look)
    yield from numbers(look)
    yield from dates(look)
    yield from years(look)
    yield from recipients(look)
    yield from counts(look)


def proposals(look: Look) -> Iterator[Finding]:
    """A proposal is announced, never presented: its lines stand in turns put in order by hand, or
    somebody has prepared them as if they came on stage."""
    prepared = look.book.prepared
    placed = {line: turn.id for turn in prepared.arranged or () for line in turn.lines}
    said = {*prepared.presenters, *prepared.turns}
    for one in look.proposals:
        lines = [line for line in one.lines if line.id in placed]
        if lines:
            turns = dict.fromkeys(placed[line.id] for line in lines)
            causes = look.causes(*turns, *(line.id for line in lines), "turns-arranged")
            facts = {"count": len(lines), "name": lines[0].name}
            yield look.of_instrument("proposal-in-turns", one, *causes, **facts)
        ready = [line for line in one.lines if line.readiness]
        turns_of = [turn for turn in ruled_turns(look, one) if turn in said] if said else []
        if ready or turns_of:
            causes = look.causes(*turns_of, *(["objects-readied"] if ready else []))
            facts = {"count": len(ready), "turns": len(turns_of)}
            yield look.of_instrument("proposal-prepared", one, *causes, **facts)


def ruled_turns(look: Look, one: Instrument) -> Iterator[UUID]:
    """The turns that the instrument would have if it were a decision."""
    decided = replaced(one, kind="decision")
    yield from (turn.id for turn in planned([decided], look.book.settings))


SIGNS = {
    "qd-ctn": ("president",),
    "qd-ttg": ("prime_minister",),
    "qd-ubnd": ("province", "department"),
}
"""How a decision's number ends, and who signs so (NĐ 30/2020, abbreviations)."""


def folded(one: Instrument) -> str:
    return fold(one.number or "").replace(" ", "")


def fits(one: Instrument) -> bool:
    """Whether a number can be this instrument's: a proposal is numbered TTr, a decision QĐ with the
    abbreviation of who signs. Other numbers say nothing."""
    number = folded(one)
    if ("/ttr" in number or "/qd" in number) and one.presentable != ("/qd" in number):
        return False
    levels = next((levels for sign, levels in SIGNS.items() if sign in number), None)
    return levels is None or one.level in levels


def numbers(look: Look) -> Iterator[Finding]:
    """Decisions without a number, with one that is not theirs, and two of one number."""
    first: dict[str, Instrument] = {}
    for one in look.book.instruments:
        if not fits(one):
            facts = {"number": one.number, "instrument": one.kind, "level": one.level}
            yield look.of_instrument("number-mismatch", one, **facts)
    for one in look.decisions:
        number = folded(one)
        if not number:
            yield look.of_instrument("decision-unnumbered", one)
        elif number in first:
            other = first[number]
            facts = {"number": one.number, "other": other.title}
            yield look.of_instrument("number-twice", one, *look.causes(other.id), **facts)
        else:
            first[number] = one


def dates(look: Look) -> Iterator[Finding]:
    """Decisions without a date, and such as are not signed yet on the day of the conference."""
    day = look.conference.held_on or look.today.isoformat()
    for one in look.decisions:
        if one.dated_on is None:
            yield look.of_instrument("decision-undated", one)
        elif one.dated_on > day:
            facts = {"dated_on": one.dated_on, "held_on": day}
            yield look.of_instrument("decision-future", one, **facts)


def years(look: Look) -> Iterator[Finding]:
    """Decisions with lines of another year than most lines of all decisions."""
    told = Counter(line.year for one in look.decisions for line in one.lines if line.year)
    if len(told) < 2:
        return
    usual = told.most_common(1)[0][0]
    for one in look.decisions:
        others = Counter(line.year for line in one.lines if line.year and line.year != usual)
        if others:
            year = ", ".join(str(year) for year in sorted(others))
            facts = {"year": year, "count": others.total(), "usual": usual}
            yield look.of_instrument("year-mismatch", one, **facts)


def recipients(look: Look) -> Iterator[Finding]:
    """Awards that nobody knows, that do not fit the decision's level, or not who receives."""
    for one in look.book.instruments:
        for line in one.lines:
            award = BY_KEY.get(line.award)
            if award is None:
                yield look.of_line("award-unknown", line.id, key=line.award)
                continue
            if line.kind not in award.kinds:
                facts = {"award": line.award, "kind": line.kind}
                heavy = "error" if one.presentable else "warning"
                yield look.of_line("kind-mismatch", line.id, severity=heavy, **facts)
            if not award.in_force(day := one.dated_on or look.conference.held_on):
                yield look.of_line("award-outdated", line.id, award=line.award, dated_on=day)
        levels = {BY_KEY[line.award].level for line in one.lines if line.award in BY_KEY}
        if one.presentable and levels and one.level not in levels:
            facts = {"level": one.level, "fitting": ", ".join(sorted(levels))}
            yield look.of_instrument("level-mismatch", one, **facts)


def counts(look: Look) -> Iterator[Finding]:
    """What the text states, what is listed, what is on stage, what gets theirs elsewhere."""
    staged = Counter(line.id for turn in look.book.turns for line in turn.lines)
    off = look.book.prepared.off_stage
    for one in look.book.instruments:
        listed = len(one.lines)
        if one.stated_count is not None and one.stated_count != listed:
            facts = {"stated": one.stated_count, "listed": listed}
            heavy = "error" if one.presentable else "warning"
            yield look.of_instrument("count-mismatch", one, severity=heavy, **facts)
        if not one.presentable:
            continue
        away = sum(line.id in off for line in one.lines)
        on_stage = sum(staged[line.id] for line in one.lines)
        facts = {"listed": listed, "staged": on_stage, "away": away}
        if on_stage + away != listed:
            causes = look.causes("turns-arranged", "stage-list-chosen")
            yield look.of_instrument("count-turns", one, *causes, **facts)
        elif away:
            causes = look.causes("stage-list-chosen")
            yield look.of_instrument("count-off-stage", one, *causes, **facts)
