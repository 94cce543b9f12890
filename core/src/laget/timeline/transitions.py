"""Transitions: what comes at about one age though no rule's threshold gives it, and what must be planned."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from laget.assessment.references import References
from laget.criteria import shifted
from laget.model.duties import Duty
from laget.model.handbook import Handbook
from laget.model.timelines import Planned, TransitionAnswer
from laget.model.transitions import Transition, TransitionBy

DECEMBER = 12


def transitions_of(
    handbook: Handbook, born: date, on: date, last: date, language: str
) -> tuple[TransitionAnswer, ...]:
    """Give the transitions that are not over on a date, up to another one, the nearest first."""
    references = References(handbook, language)
    found = [_answer(entry, handbook, born, references) for entry in handbook.transitions.values()]
    return tuple(
        sorted(
            (entry for entry in found if entry.last >= on and entry.first <= last),
            key=lambda entry: (entry.first, entry.last, entry.id),
        )
    )


def days_of(transition: Transition, born: date) -> tuple[date, date]:
    """Give the first and the last day on which a transition can come; one day only for a birthday."""
    birthday = shifted(born, 12 * transition.age) or born
    if transition.by is TransitionBy.BIRTHDAY:
        return birthday, birthday
    first, last = transition.first_month or 1, transition.last_month or DECEMBER
    year = born.year + transition.age
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _answer(
    transition: Transition, handbook: Handbook, born: date, references: References
) -> TransitionAnswer:
    first, last = days_of(transition, born)
    return TransitionAnswer(
        id=transition.id,
        name=transition.name,
        text=transition.text,
        age=transition.age,
        by=transition.by,
        first=first,
        last=last,
        unclear=transition.unclear.note if transition.unclear else None,
        planned=tuple(_planned(duty, handbook, references) for duty in planned_for(transition, handbook)),
        sources=transition.sources,
        law=references.law(transition.law),
    )


def planned_for(transition: Transition, handbook: Handbook) -> tuple[Duty, ...]:
    """Give the duties that say what must be planned for a transition."""
    return tuple(duty for duty in handbook.duties.values() if transition.id in duty.transitions)


def _planned(duty: Duty, handbook: Handbook, references: References) -> Planned:
    return Planned(
        duty=duty.id,
        text=duty.text,
        owner=_name_of(duty.owner, handbook) if duty.owner else None,
        force=duty.force,
        unclear=duty.unclear.note if duty.unclear else None,
        sources=duty.sources,
        law=references.law(duty.law),
    )


def _name_of(who: str, handbook: Handbook) -> str:
    if who in handbook.offices:
        return handbook.offices[who].name
    return handbook.roles[who].name if who in handbook.roles else who
