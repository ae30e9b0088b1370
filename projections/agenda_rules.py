"""What holds for a day: whether the speaker's clock pulses, how far items may be cut."""

from dataclasses import dataclass, field

from immutables import Map

from events.agenda_day import LeastMinutesSet, SpeakerPulseChosen
from events.base import Fact

Ruling = SpeakerPulseChosen | LeastMinutesSet


@dataclass(frozen=True)
class DayRules:
    """Whether the speaker's clock pulses once at the end; the fewest minutes of a kind, as set."""

    pulse: bool = False
    least: Map[str, int] = field(default_factory=Map)


def ruled(fact: Fact, rules: DayRules) -> DayRules:
    match fact:
        case SpeakerPulseChosen():
            return DayRules(fact.pulse, rules.least)
        case LeastMinutesSet(kind=kind, minutes=int(minutes)):
            return DayRules(rules.pulse, rules.least.set(kind, minutes))
        case LeastMinutesSet() if fact.kind in rules.least:
            return DayRules(rules.pulse, rules.least.delete(fact.kind))
    return rules
