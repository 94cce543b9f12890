"""Reading a case: from a file or plain data to a `Case` that fits a handbook, or to findings.

A case that holds a valid national identity number is refused before anything else is looked
at, and the number is never repeated. Everything else that is wrong comes out at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import cast

from attrs import evolve, frozen

from laget.checks.expressions import value_hint, value_problem
from laget.documents.files import read_file
from laget.documents.identity import quoted
from laget.documents.identity_findings import identity_numbers, identity_numbers_in_text
from laget.documents.limits import MAX_BYTES
from laget.documents.python_reader import from_python
from laget.documents.tree import Node, Reading, SourceFile
from laget.errors import InvalidCaseError
from laget.findings import Finding, Place, Severity, did_you_mean
from laget.model.case import Application, Case, Held
from laget.model.entitlements import EntitlementKind
from laget.model.facts import Fact, FactKind, FactValue
from laget.model.handbook import Handbook
from laget.model.mapping import FrozenMapping
from laget.structuring.converter import as_date, structured
from laget.structuring.misfits import MisfitError

UNITS = ("hours", "days", "nights", "weekends", "weeks", "percent")
"""What amounts are counted in; a handbook's limits may add to them."""

PERIODS = ("day", "week", "month", "year", "stay")
"""What amounts are counted over; a handbook's limits may add to them."""


@frozen
class Draft:
    """A case whose form is right, not yet held against a handbook."""

    case: Case
    node: Node

    def place(self, *path: str | int) -> Place:
        """Give the place of a value of the case; of what is around it, where it has none."""
        node = self.node
        for step in path:
            child = node.value.get(str(step)) if isinstance(node.value, dict) else None
            if isinstance(node.value, tuple) and isinstance(step, int):
                child = node.value[step]
            if child is None:
                break
            node = child
        return node.place(tuple(str(step) for step in path))


def read_case(source: Path | Mapping[str, object]) -> Draft:
    """Read a case from a YAML or JSON file, or from plain data; raises `InvalidCaseError`."""
    if isinstance(source, Path):
        return draft_of_text(read_file(source), _bytes_of(source), str(source))
    return draft_of(from_python(source, SourceFile("case")))


def _bytes_of(path: Path) -> bytes:
    """Give a file's content; nothing for one that cannot be read, which reading it tells."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        return b""


def draft_of_text(reading: Reading, data: bytes, name: str) -> Draft:
    """Make a draft of text that was read; raises `InvalidCaseError` with everything that is wrong.

    An identity number is refused wherever it is: in a value, a comment, broken text or the name.
    One in a value is told with its place in the case.
    """
    if reading.node is None or not any(identity_numbers(reading.node)):
        hidden = list(identity_numbers_in_text(data.decode("utf-8", "replace"), name))
        if hidden:
            raise InvalidCaseError(hidden)
    return draft_of(reading)


def draft_of(reading: Reading) -> Draft:
    """Make a draft of what was read; raises `InvalidCaseError` with everything that is wrong."""
    node = reading.node
    numbers = list(identity_numbers(node)) if node is not None else []
    if numbers:
        raise InvalidCaseError(numbers)
    errors = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
    if node is None:
        raise InvalidCaseError(errors)
    try:
        case = structured(node, Case)
    except MisfitError as error:
        told = {(found.place.line, found.place.column) for found in errors if found.place.line}
        more = [found for found in error.findings if (found.place.line, found.place.column) not in told]
        raise InvalidCaseError([*errors, *more]) from None
    if errors:
        raise InvalidCaseError(errors)
    return Draft(case, node)


def fitted(draft: Draft, handbook: Handbook) -> Case:
    """Hold a draft against a handbook and give the case; raises `InvalidCaseError`."""
    findings = misfits(draft, handbook)
    if findings:
        raise InvalidCaseError(findings)
    return typed(draft.case, handbook)


def misfits(draft: Draft, handbook: Handbook) -> tuple[Finding, ...]:
    """Find everything in a draft that does not fit a handbook."""
    return (
        *_facts(draft, handbook),
        *_ids(draft, handbook),
        *_group(draft, handbook),
        *_meetings(draft, handbook),
        *_amounts(draft),
        *_units(draft, handbook),
    )


def typed(case: Case, handbook: Handbook) -> Case:
    """Give a case whose facts a handbook knows with each value in the type of its fact."""
    facts = {name: _typed(value, handbook.facts[name]) for name, value in case.facts.items()}
    return evolve(case, facts=FrozenMapping(facts))


def _typed(value: FactValue | None, fact: Fact) -> FactValue | None:
    """Read a date that JSON had to write as text; every other value has its type already."""
    return as_date(value) if fact.type is FactKind.DATE and value is not None else value


def _facts(draft: Draft, handbook: Handbook) -> Iterator[Finding]:
    for name, value in draft.case.facts.items():
        fact = handbook.facts.get(name)
        if fact is None:
            message = f"there is no fact {quoted(name)}"
            hint = did_you_mean(name, handbook.facts) or "`laget facts` lists those there are"
            yield Finding("unknown-fact", message, _key_place(draft, name), hint=hint)
        elif fact.observed is not None:
            message = f"«{name}» is not stated: laget sees it in the group and the meetings of the case"
            hint = "remove it here, and list «group» or «meetings» in the case"
            yield Finding("observed-fact", message, _key_place(draft, name), hint=hint)
        elif value is not None:
            yield from _value(draft, handbook, fact, _typed(value, fact))


def _key_place(draft: Draft, fact: str) -> Place:
    facts = cast("dict[str, Node]", draft.node.value)["facts"]
    return cast("dict[str, Node]", facts.value)[fact].key_place(("facts", fact))


def _value(draft: Draft, handbook: Handbook, fact: Fact, value: FactValue | None) -> Iterator[Finding]:
    place = draft.place("facts", fact.id)
    problem = value_problem(value, fact) if value is not None else f"«{fact.id}» is a date; this value is not"
    if problem is not None:
        yield Finding("fact-value", problem, place, hint=value_hint(fact))
    given = handbook.given.get(fact.id)
    if given is not None and given.value != value:
        message = f"«{fact.id}» is given by the municipality's own rules, and this value differs"
        yield Finding("given-fact", message, place, hint="remove it from the case")


def _ids(draft: Draft, handbook: Handbook) -> Iterator[Finding]:
    case = draft.case
    services = {
        *handbook.entitlements,
        *(gone.id for gone in handbook.gone if gone.section == "entitlements"),
    }
    held = services | {*handbook.things}
    yield from _known(draft, "has", "id", [item.id for item in case.has], held)
    yield from _known(draft, "applies_for", "id", [item.id for item in case.applies_for], services)
    for index, application in enumerate(case.applies_for):
        for number, purpose in enumerate(application.purposes):
            if purpose not in handbook.purposes:
                place = draft.place("applies_for", index, "purposes", number)
                yield _unknown(purpose, "purpose", place, handbook.purposes)
    yield from _known(draft, "events", "event", [item.event for item in case.events], handbook.events)
    yield from _known(draft, "events", "about", [item.about for item in case.events], services)
    yield from _known(draft, "steps", "id", [item.id for item in case.steps], handbook.step_kinds)
    yield from _known(draft, "steps", "about", [item.about for item in case.steps], services)


def _group(draft: Draft, handbook: Handbook) -> Iterator[Finding]:
    group = draft.case.group
    if group is None:
        return
    kinds = {*handbook.groups, *_group_entitlements(handbook)}
    if group.kind not in kinds:
        yield _unknown(group.kind, "group.kind", draft.place("group", "kind"), kinds)
    for index, member in enumerate(group.members):
        if member.role not in handbook.roles:
            place = draft.place("group", "members", index, "role")
            yield _unknown(member.role, "group.members.role", place, handbook.roles)
        if member.office is not None and member.office not in handbook.offices:
            place = draft.place("group", "members", index, "office")
            yield _unknown(member.office, "group.members.office", place, handbook.offices)


def _group_entitlements(handbook: Handbook) -> Iterator[str]:
    """Give the groups and meetings that a handbook knows only as something a case may be assessed for."""
    for name, entitlement in handbook.entitlements.items():
        if entitlement.kind is EntitlementKind.GROUP:
            yield name


def _meetings(draft: Draft, handbook: Handbook) -> Iterator[Finding]:
    kinds = {*handbook.meeting_kinds} or {*_group_entitlements(handbook)}
    yield from _known(draft, "meetings", "kind", [item.kind for item in draft.case.meetings], kinds)
    for index, meeting in enumerate(draft.case.meetings):
        if meeting.minutes is not None and meeting.minutes < 0:
            message, place = (
                "a meeting can't last less than no time",
                draft.place("meetings", index, "minutes"),
            )
            yield Finding("fact-value", message, place, hint="write the minutes, 0 or more")
        if meeting.invited is not None and meeting.invited > meeting.on:
            place = draft.place("meetings", index, "invited")
            message = "the notice of a meeting can't be sent after the day of the meeting"
            yield Finding(
                "fact-value", message, place, hint=f"write a day up to {meeting.on}, or leave it out"
            )


def _known(
    draft: Draft, section: str, key: str, names: list[str] | list[str | None], known: Collection[str]
) -> Iterator[Finding]:
    for index, name in enumerate(names):
        if name is not None and name not in known:
            yield _unknown(name, f"{section}.{key}", draft.place(section, index, key), known)


def _unknown(name: str, what: str, place: Place, known: Collection[str]) -> Finding:
    listed = f"expected one of {', '.join(sorted(known))}" if known else "there is none here: remove it"
    hint = did_you_mean(name, known) or listed
    return Finding("unknown-id", f"{quoted(name)} is not known as {what}", place, hint=hint)


def _amounts(draft: Draft) -> Iterator[Finding]:
    amounts: dict[str, tuple[Held | Application, ...]] = {
        "has": draft.case.has,
        "applies_for": draft.case.applies_for,
    }
    for section, items in amounts.items():
        for index, item in enumerate(items):
            if item.amount is not None and item.amount < 0:
                message = "an amount can't be negative"
                yield Finding(
                    "fact-value", message, draft.place(section, index, "amount"), hint="write 0 or more"
                )
            if item.amount is not None and item.unit is None:
                message = "an amount needs a unit"
                hint = "add «unit: hours», or what else is counted"
                yield Finding("missing-key", message, draft.place(section, index, "amount"), hint=hint)


def _units(draft: Draft, handbook: Handbook) -> Iterator[Finding]:
    """Find units and periods that no rule counts in: they would be compared with nothing."""
    limits = [limit for entitlement in handbook.entitlements.values() for limit in entitlement.limits]
    units = {*UNITS, *(limit.unit for limit in limits)}
    periods = {*PERIODS, *(limit.per for limit in limits if limit.per)}
    sections: dict[str, tuple[Held | Application, ...]] = {
        "has": draft.case.has,
        "applies_for": draft.case.applies_for,
    }
    for section, items in sections.items():
        for index, item in enumerate(items):
            for key, word, known in (("unit", item.unit, units), ("per", item.per, periods)):
                if word is not None and word not in known:
                    yield _unknown(word, f"{section}.{key}", draft.place(section, index, key), known)


def date_of(draft: Draft, on: date | None) -> date:
    """Give the date that is asked about; raises `InvalidCaseError` when nobody says."""
    asked = on or draft.case.on
    if asked is None:
        message = "neither the case nor the call says which date is asked about"
        hint = "add «on: 2026-03-01» to the case, or pass a date"
        raise InvalidCaseError([Finding("no-date", message, draft.node.place(), hint=hint)])
    return asked
