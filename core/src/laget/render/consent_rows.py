"""Rules of consent that differ, in words, with a case that shows who else consents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from laget.model.answers import ChoiceState
from laget.model.consent_differences import ConsentDifference, Consenter, ConsentSide, ConsentWitnessSide
from laget.model.plans import ConsentForm
from laget.render.rows import Row, row_lines
from laget.render.witnesses import Pair, described
from laget.render.words import Names


def consent_lines(found: Iterable[ConsentDifference], pair: Pair) -> Iterator[str]:
    """Give rules of consent that differ as text."""
    for row in found:
        yield from row_lines(consent_rows(row, pair), pair)


def consent_rows(found: ConsentDifference, pair: Pair) -> Iterator[Row]:
    """Give a rule of consent: a case that shows what differs; without one, what both sources say."""
    named = found.second or found.first
    if named is None:
        return
    if found.witness is None:
        yield Row(named.name, _rule(found.first, pair), _rule(found.second, pair))
        return
    facts = "; ".join(described(found.witness, pair))
    yield Row(
        pair.say("change_consent_example", name=named.name, facts=facts or pair.say("change_nothing_known")),
        _who(found.witness.first, pair.first_names),
        _who(found.witness.second, pair.second_names),
    )


def _rule(side: ConsentSide | None, pair: Pair) -> str:
    return " ".join(side.lines) if side and side.lines else pair.say("diff_no_step")


def _who(side: ConsentWitnessSide, names: Names) -> str:
    who = [_named(found, names) for found in side.who]
    if side.state is ChoiceState.SILENT or not who:
        return names.say("step_silent")
    if side.state is ChoiceState.SETTLED:
        return who[0]
    return names.say("step_unclear", candidates=names.listed(who, "or"))


def _named(found: Consenter, names: Names) -> str:
    if found.form is ConsentForm.NOT_SAID:
        return found.name
    return f"{found.name} ({names.say(f'form_{found.form.value}')})"
