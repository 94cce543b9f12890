"""A municipality: its handbook on a date, what it says about a case, and what is wrong with it.

What it has folded is kept, and may be asked for from any number of threads.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from threading import RLock
from typing import Protocol, cast

from attrs import define, evolve, field

from laget.assessment import Assessor
from laget.calendars import Part, calendar_of
from laget.cases import Draft, date_of, fitted, read_case
from laget.checks.areas import check_areas
from laget.checks.folded import Folded
from laget.checks.hours import check_hours, check_notation
from laget.documents.tree import Node
from laget.errors import (
    InvalidCaseError,
    InvalidDocumentsError,
    LagetError,
    PluginError,
)
from laget.findings import Finding, Place, in_order
from laget.forms import check_forms
from laget.hookspecs import DocumentText
from laget.inspection import inspect, note
from laget.layering.handbooks import Built, LoadedLayer, build, turning_days
from laget.loading import Loaded, described_at
from laget.model.answers import Assessment, MunicipalityRef, RotaAnswer
from laget.model.calendars import Calendar
from laget.model.case import Case
from laget.model.handbook import Handbook
from laget.model.layers import Language, Layer, LayerKind
from laget.model.sweeps import Sweep
from laget.model.timelines import Timeline
from laget.plugins import Provider
from laget.schedule.occurrences import whole_year
from laget.timeline import BIRTH, DUE, UNBORN, Stretch, birth_of, first_day, last_day, timeline_of


class Layers(Protocol):
    """What a municipality asks of the registry that it stands in."""

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids of all layers."""

    def layer(self, id_: str) -> LoadedLayer:
        """Load a layer."""

    def loaded(self, id_: str) -> Loaded:
        """Load a layer with the findings of its documents."""

    def chain(self, id_: str) -> tuple[LoadedLayer, ...]:
        """Give a layer and all it extends, widest first."""

    def numbers(self, id_: str) -> tuple[str, ...]:
        """Give the numbers that entry points give to a layer."""

    def providers(self, id_: str) -> tuple[Provider, ...]:
        """Give the plugins that a layer comes from."""

    def __getitem__(self, asked: str) -> Municipality:
        """Give a layer that can be asked."""

    def members(self, id_: str) -> tuple[str, ...]:
        """Give the ids of the installed municipalities that build on a layer."""

    def is_area(self, id_: str) -> bool:
        """Tell whether an id is an installed layer's, or a real municipality's."""


@define(eq=False)
class Municipality:
    """An installed layer that can be asked: its handbook on a date, and what it says about a case."""

    _layers: Layers = field(repr=False)
    id: str
    """The id of the layer."""
    _built: dict[int, Built] = field(factory=dict, init=False, repr=False)
    _assessors: dict[tuple[int, Language], Assessor] = field(factory=dict, init=False, repr=False)
    _lock: RLock = field(factory=RLock, init=False, repr=False)

    @property
    def layer(self) -> Layer:
        """The layer's own description; raises `PluginError` when the plugin is broken."""
        return self._layers.layer(self.id).layer

    @property
    def name(self) -> str:
        """The municipality's name."""
        return self.layer.name

    @property
    def number(self) -> str | None:
        """The municipality's four-digit number; `None` for a nation or a region."""
        return self.layer.number

    @property
    def is_municipality(self) -> bool:
        """Whether the layer is a municipality, and not a nation, a region or a district."""
        return self.layer.kind is LayerKind.MUNICIPALITY

    @property
    def installed(self) -> tuple[str, ...]:
        """The ids of all layers that are installed with it."""
        return tuple(self._layers)

    def handbook(self, on: date) -> Handbook:
        """Give the effective rule book on a date.

        Raises `NotYetValidError` or `NoLongerValidError` for a date on which the rules do not
        hold, `InvalidDocumentsError` with everything that is wrong when a document has an
        error, and `PluginError` when the plugin cannot be used.
        """
        built = self.built(on)
        layers = [used.layer.id for used in built.book.layers]
        read = [finding for layer in layers for finding in self._layers.loaded(layer).findings]
        return evolve(built, findings=(*read, *built.findings)).usable()

    def assess(
        self,
        case: Mapping[str, object] | Path | Draft,
        on: date | None = None,
        language: str = Language.BOKMAL,
    ) -> Assessment:
        """Assess a case: plain data, a path to a YAML or JSON file, or a draft that was read before.

        `on` is the date asked about; without it, the case says. `language` is that of what laget
        itself says, `nb` or `nn`; the municipality's texts stay as they are. Raises
        `InvalidCaseError` with everything that is wrong with the case, `ValueError` for another
        language, and whatever `handbook` raises.
        """
        draft = case if isinstance(case, Draft) else read_case(case)
        day = date_of(draft, on)
        assessor = self.assessor(day, Language(language))
        return assessor.assess(_possible(draft, assessor, day), day)

    def case(self, case: Mapping[str, object] | Path | Draft, on: date | None = None) -> Case:
        """Give a case as it is held against the handbook; raises what `assess` raises."""
        draft = case if isinstance(case, Draft) else read_case(case)
        day = date_of(draft, on)
        return _possible(draft, self.assessor(day, Language.BOKMAL), day)

    def members(self) -> tuple[Municipality, ...]:
        """Give the installed municipalities that build on this layer, such as those of a region."""
        return tuple(self._layers[name] for name in self._layers.members(self.id))

    def calendar(
        self,
        year: int,
        case: Mapping[str, object] | Path | Draft | None = None,
        on: date | None = None,
        language: str = Language.BOKMAL,
    ) -> Calendar:
        """Give the duties of a year with their days: those that follow from a case, or all.

        A region gives its members' together. `on` is the day on which something is overdue or not;
        without it, the case's own, or the first day of the year. Raises `ValueError` for a year that
        no date can have, and whatever `assess` raises.
        """
        first, last = whole_year(year)
        draft = None if case is None else case if isinstance(case, Draft) else read_case(case)
        day = on or (draft.case.on if draft else None) or first
        members = () if self.is_municipality or self.layer.kind is LayerKind.NATION else self.members()
        parts = [
            part
            for asked in members or (self,)
            for part in asked.parts(draft, (first, last), day, Language(language))
        ]
        layers = [_reference(asked.layer) for asked in members]
        own = _reference(self.layer)
        return calendar_of(parts, own, year, day, members=tuple(layers), has_case=draft is not None)

    def parts(
        self, draft: Draft | None, days: tuple[date, date], on: date, language: Language
    ) -> Iterator[Part]:
        """Give the rule books that hold between two days, each with the days on which it does."""
        for first, last in self._stretches(*days):
            assessor = self.assessor(first, language)
            seen = assessor.see(_possible(draft, assessor, on) if draft else Case(), on)
            yield Part(self.id, assessor.receipt, assessor.duties, seen, first, last, assessor.notes)

    def _stretches(self, first: date, last: date) -> Iterator[tuple[date, date]]:
        """Split the days between two days where the rules become others; raises when none has any rules."""
        valid = self.layer.valid
        begins = first if valid.assumed else max(first, valid.first)
        ends = min(last, valid.last or last)
        if begins > ends:
            self.handbook(first if begins > last else last)
        turns = [day for day in turning_days(self._layers.chain(self.id)) if begins < day <= ends]
        for start, following in pairwise([begins, *turns, ends + timedelta(days=1)]):
            yield start, following - timedelta(days=1)

    def who_answers(
        self,
        service: str,
        at: datetime,
        case: Mapping[str, object] | Path | Draft | None = None,
        on: date | None = None,
        language: str = Language.BOKMAL,
    ) -> RotaAnswer:
        """Say who answers for a service at a moment, until when, and who before and after.

        `service` is the id of an entitlement or of an office; `at` is Norwegian wall time without
        a zone. `on` is the day whose rules are asked; without it, the day of `at`. A case only tells
        whether the office serves it. Raises `KeyError` for another id, `UnknownHolidaysError` for a year
        whose public holidays are not known, `InvalidDocumentsError` for hours that cannot be read, and
        whatever `assess` raises.
        """
        if at.tzinfo is not None:
            raise ValueError("«at» is Norwegian wall time, and has no time zone")
        draft = case if isinstance(case, Draft) else read_case(case or {})
        day = on or at.date()
        assessor = self.assessor(day, Language(language))
        self._require_hours(service, day)
        return assessor.who_answers(service, at, _possible(draft, assessor, day), day)

    def timeline(
        self,
        case: Mapping[str, object] | Path | Draft,
        on: date | None = None,
        language: str = Language.BOKMAL,
    ) -> Timeline:
        """Give the dates after a day on which an answer changes when nothing but time passes.

        The case says the date of birth, or for a child that is not born the date it is expected; without
        either, `InvalidCaseError` says what is missing. Raises whatever else `assess` raises. Days on
        which no rules hold yet, or no longer, are told in the notes.
        """
        draft = case if isinstance(case, Draft) else read_case(case)
        day = date_of(draft, on)
        fitting = _possible(draft, self.assessor(day, Language(language)), day)
        birth = birth_of(fitting)
        if birth is None:
            raise InvalidCaseError([_no_birth(draft)])
        born, _ = birth
        days = first_day(born, day), last_day(born, day)
        return timeline_of(fitting, day, self._life(*days, Language(language)), language)

    def _life(self, first: date, last: date, language: Language) -> list[Stretch]:
        """Give the stretches between two days with who answers in each: nobody, where no rules hold."""
        one_day = timedelta(days=1)
        held = [Stretch(*days, self.assessor(days[0], language)) for days in self._stretches(first, last)]
        before, after = held[0].first - one_day, held[-1].last + one_day
        return [
            *([Stretch(first, before, None)] if first <= before else []),
            *held,
            *([Stretch(after, last, None)] if after <= last else []),
        ]

    def sweep(
        self,
        entitlement: str,
        fact: str,
        case: Mapping[str, object] | Path | Draft | None = None,
        on: date | None = None,
        language: str = Language.BOKMAL,
    ) -> Sweep:
        """Vary one fact of a case, and give how the answer about an entitlement follows it.

        Without a case nothing else is known, and `on` is needed. Raises `KeyError` for an id of
        nothing that is assessed and for an unknown fact, `ValueError` for a fact that the rules give or
        that is seen in groups and meetings, and whatever `assess` raises.
        """
        draft = case if isinstance(case, Draft) else read_case(case or {})
        day = date_of(draft, on)
        assessor = self.assessor(day, Language(language))
        return assessor.sweep(entitlement, fact, _possible(draft, assessor, day), day)

    def _require_hours(self, service: str, on: date) -> None:
        """Require that the hours of a service can be read: handbooks are built without reading them."""
        folded = self.built(on).checked
        rota = folded.book.rotas.get(service)
        findings = tuple(check_notation(folded, rota)) if rota else ()
        if findings:
            raise InvalidDocumentsError(findings)

    def assessor(self, on: date, language: Language) -> Assessor:
        """Give the one that answers cases by the handbook of a date; raises what `handbook` raises."""
        handbook = self.handbook(on)
        key = (self._stretch(on), language)
        with self._lock:
            if key not in self._assessors:
                self._assessors[key] = Assessor(handbook, language)
            return self._assessors[key]

    def built(self, on: date) -> Built:
        """Give the handbook with all findings, whether it may answer or not."""
        stretch = self._stretch(on)
        with self._lock:
            if stretch not in self._built:
                self._built[stretch] = build(self._layers.chain(self.id), on)
            built = self._built[stretch]
        return evolve(built, book=evolve(built.book, on=on))

    def _stretch(self, on: date) -> int:
        """Number the stretches of time in which the rules stay the same: each is folded once."""
        return bisect_right(turning_days(self._layers.chain(self.id)), on)

    def case_documents(self) -> tuple[DocumentText, ...]:
        """Give the documents of the kind `cases` that the layer's plugins ship."""
        return tuple(
            document for provider in self._layers.providers(self.id) for document in provider.cases()
        )

    def form_file(self, name: str) -> bytes | None:
        """Give a file of the plugins' folders of forms; `None` when none of them has it."""
        providers = [
            provider
            for loaded in self._layers.chain(self.id)
            for provider in self._layers.providers(loaded.layer.id)
        ]
        return next(
            (found for provider in providers if (found := provider.form_file(name)) is not None), None
        )

    def check(self, today: date | None = None) -> tuple[Finding, ...]:
        """Give everything that is wrong with the layer on any date, and the notes.

        `today` is the day on which acts are in force and reviews overdue or not; without it, the last
        day on which the layer's rules became others.
        """
        loaded = self._layers.loaded(self.id)
        findings = list(loaded.findings)
        try:
            chain = self._layers.chain(self.id)
        except InvalidDocumentsError as error:
            return in_order([*findings, *error.findings])
        except PluginError as error:
            return in_order([*findings, Finding("broken-plugin", str(error), self._place_of(error))])
        findings += self._wrong_numbers(chain[-1])
        for day in self.days():
            built = build(chain, day)
            findings += built.findings
            findings += check_hours(built.checked)
            findings += check_areas(built.checked, self._layers.is_area)
            findings += check_forms(built.book, self.form_file)
            findings += inspect(built.checked) if built.is_sound else ()
        findings += self._notes(today)
        return in_order(findings)

    def days(self) -> tuple[date, ...]:
        """Give the first day of each stretch of time in which the layer's rules stay the same."""
        valid = self.layer.valid
        turns = sorted({valid.first, *turning_days(self._layers.chain(self.id))})
        return tuple(day for day in turns if valid.first <= day and (valid.last is None or day <= valid.last))

    def check_on(self, on: date) -> tuple[Finding, ...]:
        """Give what is wrong with the rules of one day, and the notes; raises what `built` raises."""
        built = self.built(on)
        if not built.is_sound:
            return built.findings
        notes = note(built.checked, on, self._books_below(on))
        return in_order([*built.findings, *inspect(built.checked), *notes])

    def _notes(self, today: date | None) -> Iterator[Finding]:
        """Give what a reader should know about the rules of a day: today's, or the nearest ones."""
        valid = self.layer.valid
        turns = [day for day in turning_days(self._layers.chain(self.id)) if valid.first <= day]
        day = max(today or max(turns, default=valid.first), valid.first)
        built = self.built(min(day, valid.last or day))
        if built.is_sound:
            yield from note(built.checked, today, self._books_below(built.book.on))

    def _books_below(self, on: date) -> Iterator[Folded]:
        """Give the books of a region's members, which may cite what the region has."""
        if self.layer.kind is not LayerKind.REGION:
            return
        for name in self._layers:
            try:
                if self.id in self._layers.layer(name).layer.extends:
                    yield self._layers[name].built(on).checked
            except LagetError:
                continue  # what is wrong with a member is found where it is checked itself

    def _place_of(self, error: PluginError) -> Place:
        """Point at what the layer extends, when the layer itself can be read; else at the distribution."""
        loaded = self._layers.loaded(self.id).layer
        if isinstance(loaded, LagetError):
            return Place(error.distribution)
        own = cast("dict[str, Node]", described_at(loaded).value)
        return own["extends"].place(("layer", "extends"))

    def _wrong_numbers(self, loaded: LoadedLayer) -> list[Finding]:
        place = described_at(loaded).place(("layer",))
        return [
            Finding(
                "wrong-number",
                f"the entry point «{number}» of «laget.numbers» names «{self.id}», "
                f"whose number is {loaded.layer.number or 'not given'}",
                place,
                hint="write the same number in both",
            )
            for number in self._layers.numbers(self.id)
            if number != loaded.layer.number
        ]


def _no_birth(draft: Draft) -> Finding:
    """Say that a life can't be followed without knowing when it begins."""
    return Finding(
        "no-birth",
        "the case does not say when the child is born, and a timeline is counted from there",
        draft.place("facts"),
        hint=(
            f"add «{BIRTH}: 2015-02-20» to «facts», with the child's own date; "
            f"for a child that is not born, «{UNBORN}: true» and «{DUE}» with the expected date"
        ),
    )


def _reference(layer: Layer) -> MunicipalityRef:
    return MunicipalityRef(id=layer.id, number=layer.number, name=layer.name)


def _possible(draft: Draft, assessor: Assessor, on: date) -> Case:
    """Hold a draft against a handbook; raises `InvalidCaseError` for what does not fit, or cannot be."""
    fitting = fitted(draft, assessor.handbook)
    require_possible(draft, fitting, assessor, on)
    return fitting


def require_possible(draft: Draft, case: Case, assessor: Assessor, on: date) -> None:
    """Raise `InvalidCaseError` when a case, made from a draft, cannot be."""
    impossible = assessor.impossible(case, on)
    if impossible:
        raise InvalidCaseError(
            Finding("impossible-case", found.message, draft.place("facts", found.fact), hint=found.hint)
            for found in impossible
        )
