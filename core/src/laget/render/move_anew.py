"""What to apply for after a move: to whom, and what is asked for before a decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from laget.model.answers import ChoiceState, StepAnswer
from laget.model.case import StepState
from laget.model.differences import StandingState
from laget.model.moves import Anew
from laget.render.layout import marked
from laget.render.ways import doer
from laget.render.words import Names


def anew_lines(found: Sequence[Anew], place: str, names: Names) -> Iterator[str]:
    """Give what to apply for in a municipality; what is asked for with several of them stands once."""
    asked = {item.id: [*_whom(item, names), *_steps(item, place, names)] for item in found}
    shared: dict[str, list[str]] = {}
    for item in found:
        for line in asked[item.id]:
            shared.setdefault(line, []).append(item.name)
    for item in found:
        yield from marked("•", f"{item.name} ({_why(item, names)})")
        for line in asked[item.id]:
            if len(shared[line]) == 1:
                yield from marked("–", line, 4)
    yield from _shared(shared, len(found), names)


def _shared(lines: dict[str, list[str]], count: int, names: Names) -> Iterator[str]:
    """Give what is asked for with several things, by which they are."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for line, about in lines.items():
        if len(about) > 1:
            groups.setdefault(tuple(about), []).append(line)
    for things, found in groups.items():
        every = len(things) == count
        title = names.say("move_shared_all") if every else names.say("move_shared", what=names.listed(things))
        yield from marked("•", title)
        for line in found:
            yield from marked("–", line, 4)


def _why(item: Anew, names: Names) -> str:
    """Say why something is in the list."""
    keys = ["move_is_had"] if item.has else []
    keys += ["move_is_applied"] if item.applied_for else []
    if item.standing is StandingState.OFFER:
        keys.append("move_offer")
    return ", ".join(names.say(key) for key in keys or ["move_likely"])


def _whom(item: Anew, names: Names) -> Iterator[str]:
    """Give those to turn to, each with the steps that are theirs; silence is left out."""
    found: dict[str, list[str]] = {}
    for step in item.way:
        if step.state is not ChoiceState.SILENT:
            found.setdefault(doer(step, names), []).append(step.step_name)
    for who, steps in found.items():
        what = names.listed([steps[0], *(step.lower() for step in steps[1:])])
        yield names.say("stated", what=what, value=who)


def _steps(item: Anew, place: str, names: Names) -> Iterator[str]:
    for step in item.steps:
        details = list(_details(step, place, names))
        yield f"{step.text} ({', '.join(details)})" if details else step.text


def _details(step: StepAnswer, place: str, names: Names) -> Iterator[str]:
    """Say who does it, by when, and what the case says of it, without saying that it counts here."""
    if step.who:
        yield names.say("step_who", name=names.who(step.who))
    if step.by:
        yield names.say("step_by", day=names.day(step.by))
    if step.state is StepState.DONE:
        yield names.say("move_said_done", place=place)
