"""Words: periods, and what a duty's days are counted from, as phrases."""

from __future__ import annotations

from laget.schedule.occurrences import Timing
from laget.schedule.periods import DAYS_A_WEEK, MONTHS_A_YEAR, Period
from laget.texts import say


def period_words(period: Period, language: str = "nb") -> str:
    """Write a period.

    >>> period_words(Period.read("P1Y6M")), period_words(Period.read("P14D"))
    ('1 år og 6 måneder', '14 dager')
    """
    years, months = divmod(period.months, MONTHS_A_YEAR)
    parts = [(years, "year"), (months, "month"), (period.days, "day")]
    said = [_counted(number, unit, language) for number, unit in parts if number]
    *most, last = said
    return f"{', '.join(most)} {say('and', language)} {last}" if most else last


def interval_words(period: Period, times: int = 1, language: str = "nb") -> str:
    """Write how often something is done.

    >>> interval_words(Period.read("P1Y"), 2), interval_words(Period.read("P2M"))
    ('2 ganger hvert år', 'én gang per 2 måneder')
    """
    single = {(MONTHS_A_YEAR, 0): "year", (1, 0): "month", (0, DAYS_A_WEEK): "week", (0, 1): "day"}
    unit = single.get((period.months, period.days))
    if unit is None:
        key = "interval_other" if times == 1 else "interval_other_times"
        return say(key, language, times=str(times), period=period_words(period, language))
    each = say(f"interval_{unit}", language)
    return each if times == 1 else say("interval_times", language, times=str(times), interval=each)


def timing_words(timing: Timing, event: str | None, language: str = "nb") -> str:
    """Say when a duty is done; `event` is what its days are counted from, in words.

    >>> from laget.model.duties import Duty
    >>> from laget.schedule.occurrences import timing_of
    >>> duty = Duty(id="svar", text="Søkeren får svar.", after="soknad", within="P1M")
    >>> timing_words(timing_of(duty), "mottatt søknad")
    'senest 1 måned etter mottatt søknad'
    """
    duty = timing.duty
    if timing.month_day is not None:
        month, day = timing.month_day
        return say("timing_yearly", language, day=str(day), month=say(f"month_{month}", language))
    interval = interval_words(timing.every, duty.times, language) if timing.every else None
    if event is None:
        return interval or say("timing_none", language)
    if interval:
        return say("timing_from", language, interval=interval, event=event)
    side = "before" if timing.is_backwards else "after"
    length = _length(timing, language)
    if length is None:
        return say(f"timing_{side}_open", language, event=event)
    return say(f"timing_{side}", language, period=length, event=event)


def _length(timing: Timing, language: str) -> str | None:
    if timing.duty.working_days is not None:
        return _counted(timing.duty.working_days, "working_day", language)
    return period_words(timing.within, language) if timing.within else None


def _counted(number: int, unit: str, language: str) -> str:
    return say(f"period_{unit}" if number == 1 else f"period_{unit}s", language, number=str(number))
