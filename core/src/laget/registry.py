"""The registry: every installed layer by id and number, loaded when it is first asked for.

A registry never changes after it was made; what it has loaded is kept, and may be asked for
from any number of threads.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from threading import RLock
from typing import cast

from attrs import define, evolve, field, frozen

from laget.assessment import Assessor
from laget.cases import Draft, date_of, fitted, read_case
from laget.checks.areas import check_areas
from laget.checks.hours import check_hours, check_notation
from laget.documents.tree import Node, plain
from laget.errors import (
    InvalidCaseError,
    InvalidDocumentsError,
    LagetError,
    NoPluginError,
    PluginError,
    UnknownMunicipalityError,
)
from laget.findings import Finding, Place, Severity, in_order
from laget.forms import check_forms
from laget.hookspecs import DocumentText
from laget.layering.handbooks import Built, LoadedLayer, build, turning_days
from laget.model.answers import Assessment, RotaAnswer
from laget.model.case import Case
from laget.model.handbook import Handbook
from laget.model.layers import Language, Layer, LayerKind
from laget.plugins import Provider, Said
from laget.register import find, plain_id, register
from laget.structuring.contents import Operation, Verb
from laget.structuring.converter import structured
from laget.structuring.misfits import MisfitError


def discover(plugins: Sequence[object] = ()) -> Registry:
    """Find all installed plugins, without importing any of them.

    `plugins` are plugin objects that take part without being installed, for tests and for a
    host's own layers.

    >>> "norge" in discover()
    True
    """
    providers: dict[str, list[Provider]] = {}
    loaders: dict[tuple[str, str], Provider] = {}
    for entry in entry_points(group="laget"):
        provider = loaders.setdefault((_distribution(entry), entry.value), _provider(entry))
        providers.setdefault(entry.name, []).append(provider)
    numbers = {entry.name: entry.value for entry in entry_points(group="laget.numbers")}
    return Registry(_with(providers, plugins), numbers)


def _distribution(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else "?"


def _provider(entry: EntryPoint) -> Provider:
    return Provider(_distribution(entry), entry.dist.version if entry.dist else "?", entry.load)


def _with(
    providers: Mapping[str, list[Provider]], plugins: Sequence[object]
) -> dict[str, tuple[Provider, ...]]:
    """Add plugin objects to what is installed; they are asked at once for their layers."""
    found = {layer: list(given) for layer, given in providers.items()}
    for plugin in plugins:
        provider = Provider(type(plugin).__name__, "0", partial(_same, plugin))
        for layer in provider.layers():
            found.setdefault(layer, []).append(provider)
    return {layer: tuple(given) for layer, given in sorted(found.items())}


def _same(plugin: object) -> object:
    return plugin


@define(eq=False)
class Registry(Mapping[str, "Municipality"]):
    """Installed layers by id. A number, or the municipality's name, finds it too."""

    _providers: Mapping[str, tuple[Provider, ...]] = field(repr=False)
    _numbers: Mapping[str, str] = field(factory=dict, repr=False)
    _lock: RLock = field(factory=RLock, init=False, repr=False)
    _loaded: dict[str, _Loaded] = field(factory=dict, init=False, repr=False)
    _municipalities: dict[str, Municipality] = field(factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, plugins: Sequence[object]) -> Registry:
        """Make a registry of these plugin objects alone, whatever is installed.

        For hosts that bring all their layers themselves, and for tests. The plugins are asked at
        once for their layers; raises `PluginError` when one of them cannot be used.

        >>> len(Registry.of([]))
        0
        """
        return cls(_with({}, plugins))

    def __getitem__(self, asked: str) -> Municipality:
        """Give a municipality by id, number or name, without loading it.

        Raises `UnknownMunicipalityError` with near names, and `NoPluginError` for a real
        municipality without a plugin.
        """
        layer = self._layer_of(asked)
        with self._lock:
            if layer not in self._municipalities:
                self._municipalities[layer] = Municipality(self, layer)
            return self._municipalities[layer]

    def __contains__(self, asked: object) -> bool:
        """Tell whether a layer is installed under this id, number or name."""
        return isinstance(asked, str) and self._known(asked) is not None

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids of all layers."""
        return iter(self._providers)

    def __len__(self) -> int:
        """Count the layers."""
        return len(self._providers)

    def _layer_of(self, asked: str) -> str:
        known = self._known(asked)
        if known is not None:
            return known
        real = find(asked)
        if real is None:
            names = [plain_id(name) for entry in register() for name in entry.name.split(" - ")]
            raise UnknownMunicipalityError(asked, [*self._providers, *names])
        raise NoPluginError(real.number, real.name.split(" - ")[0])

    def _known(self, asked: str) -> str | None:
        if asked in self._providers:
            return asked
        if self._numbers.get(asked) in self._providers:
            return self._numbers[asked]
        if asked.isdigit():
            return next((layer for layer in self._providers if self._number(layer) == asked), None)
        if plain_id(asked) in self._providers:
            return plain_id(asked)
        real = find(asked)
        return None if real is None else self._known(real.number)

    def _number(self, layer: str) -> str | None:
        """Give the number of a layer that has no entry point for it; a broken layer has none."""
        if layer in self._numbers.values():
            return None
        try:
            return self.layer(layer).layer.number
        except LagetError:
            return None

    def layer(self, id_: str) -> LoadedLayer:
        """Load a layer; raises `PluginError`, or `InvalidDocumentsError` for its own document."""
        loaded = self.loaded(id_)
        if isinstance(loaded.layer, LagetError):
            raise loaded.layer
        return loaded.layer

    def numbers(self, id_: str) -> tuple[str, ...]:
        """Give the numbers that entry points give to a layer."""
        return tuple(sorted(number for number, layer in self._numbers.items() if layer == id_))

    def loaded(self, id_: str) -> _Loaded:
        """Load a layer with the findings of its documents."""
        with self._lock:
            if id_ not in self._loaded:
                self._loaded[id_] = _load(id_, self._providers.get(id_, ()))
            return self._loaded[id_]

    def chain(self, id_: str) -> tuple[LoadedLayer, ...]:
        """Give a layer and all it extends, widest first; raises `PluginError` for one that cannot be had."""
        chain: dict[str, LoadedLayer] = {}
        self._extend(id_, chain, ())
        return tuple(chain.values())

    def _extend(self, id_: str, chain: dict[str, LoadedLayer], below: tuple[str, ...]) -> None:
        if id_ in below:
            raise self._broken(below[-1], f"it extends itself by way of {' → '.join((*below, id_))}")
        if id_ not in self._providers:
            raise self._broken(below[-1], f"it extends «{id_}», which is not installed")
        loaded = self.layer(id_)
        for wider in loaded.layer.extends:
            self._extend(wider, chain, (*below, id_))
        chain.setdefault(id_, loaded)

    def _broken(self, layer: str, cause: str) -> PluginError:
        provider = self._providers[layer][0]
        return PluginError(layer, provider.distribution, provider.version, cause)

    def problems(self) -> tuple[LagetError, ...]:
        """Load every layer and give those that cannot be used."""
        return tuple(error for id_ in self for error in self._problem(id_))

    def _problem(self, id_: str) -> list[LagetError]:
        try:
            self.chain(id_)
        except LagetError as error:
            return [error]
        return []

    def is_area(self, id_: str) -> bool:
        """Tell whether an id is an installed layer's, or could be that of a municipality of Norway."""
        return id_ in self._providers or (id_ == plain_id(id_) and find(id_) is not None)

    def providers(self, id_: str) -> tuple[Provider, ...]:
        """Give the plugins that a layer comes from."""
        return self._providers[id_]


@frozen
class _Loaded:
    """A layer, or why it cannot be used, with the findings of its documents."""

    layer: LoadedLayer | LagetError
    findings: tuple[Finding, ...]


def _load(id_: str, providers: tuple[Provider, ...]) -> _Loaded:
    operations: list[Operation] = []
    findings: list[Finding] = []
    try:
        for said in sorted((provider.says(id_) for provider in providers), key=_content):
            operations += said.operations
            findings += said.findings
        layer = _own_layer(id_, operations, findings, providers)
    except LagetError as error:
        return _Loaded(error, in_order(findings))
    version = ", ".join(sorted({provider.version for provider in providers}))
    return _Loaded(LoadedLayer(layer, version, tuple(operations)), in_order(findings))


def _content(said: Said) -> list[str]:
    """Order what several plugins say by what it is, so that no order of loading shows."""
    return [repr((found.section, found.id, plain(found.node))) for found in said.operations]


def _own_layer(
    id_: str, operations: list[Operation], findings: list[Finding], providers: tuple[Provider, ...]
) -> Layer:
    own = [operation for operation in operations if operation.section == "layer"]
    if not own and all(found.severity is not Severity.ERROR for found in findings):
        provider = providers[0]
        cause = f"it has no document of the kind «layer» for «{id_}»"
        raise PluginError(id_, provider.distribution, provider.version, cause)
    for other in own[1:]:
        message = f"the layer «{id_}» is already described at {own[0].node.place()}"
        findings.append(
            Finding("added-twice", message, other.node.place(("layer",)), hint="keep one of them")
        )
    if own and (own[0].id != id_ or own[0].verb is not Verb.ADDS):
        message = f"this document stands in the layer «{id_}», and describes «{own[0].id}»"
        findings.append(
            Finding("wrong-layer", message, own[0].node.place(("layer",)), hint=f"write «id: {id_}»")
        )
        raise InvalidDocumentsError(findings)
    try:
        layer = structured(own[0].node, Layer) if own else None
    except MisfitError as error:
        findings += error.under("layer")
        layer = None
    if layer is None:
        raise InvalidDocumentsError(findings)
    return layer


@define(eq=False)
class Municipality:
    """An installed layer that can be asked: its handbook on a date, and what it says about a case."""

    _registry: Registry = field(repr=False)
    id: str
    """The id of the layer."""
    _built: dict[int, Built] = field(factory=dict, init=False, repr=False)
    _assessors: dict[tuple[int, Language], Assessor] = field(factory=dict, init=False, repr=False)
    _lock: RLock = field(factory=RLock, init=False, repr=False)

    @property
    def layer(self) -> Layer:
        """The layer's own description; raises `PluginError` when the plugin is broken."""
        return self._registry.layer(self.id).layer

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
        return tuple(self._registry)

    def handbook(self, on: date) -> Handbook:
        """Give the effective rule book on a date.

        Raises `NotYetValidError` or `NoLongerValidError` for a date on which the rules do not
        hold, `InvalidDocumentsError` with everything that is wrong when a document has an
        error, and `PluginError` when the plugin cannot be used.
        """
        built = self.built(on)
        layers = [used.layer.id for used in built.book.layers]
        read = [finding for layer in layers for finding in self._registry.loaded(layer).findings]
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
        assessor = self._assessor(day, Language(language))
        return assessor.assess(_possible(draft, assessor, day), day)

    def case(self, case: Mapping[str, object] | Path | Draft, on: date | None = None) -> Case:
        """Give a case as it is held against the handbook; raises what `assess` raises."""
        draft = case if isinstance(case, Draft) else read_case(case)
        day = date_of(draft, on)
        return _possible(draft, self._assessor(day, Language.BOKMAL), day)

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
        assessor = self._assessor(day, Language(language))
        self._require_hours(service, day)
        return assessor.who_answers(service, at, _possible(draft, assessor, day), day)

    def _require_hours(self, service: str, on: date) -> None:
        """Require that the hours of a service can be read: handbooks are built without reading them."""
        folded = self.built(on).checked
        rota = folded.book.rotas.get(service)
        findings = tuple(check_notation(folded, rota)) if rota else ()
        if findings:
            raise InvalidDocumentsError(findings)

    def _assessor(self, on: date, language: Language) -> Assessor:
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
                self._built[stretch] = build(self._registry.chain(self.id), on)
            built = self._built[stretch]
        return evolve(built, book=evolve(built.book, on=on))

    def _stretch(self, on: date) -> int:
        """Number the stretches of time in which the rules stay the same: each is folded once."""
        return bisect_right(turning_days(self._registry.chain(self.id)), on)

    def case_documents(self) -> tuple[DocumentText, ...]:
        """Give the documents of the kind `cases` that the layer's plugins ship."""
        return tuple(
            document for provider in self._registry.providers(self.id) for document in provider.cases()
        )

    def form_file(self, name: str) -> bytes | None:
        """Give a file of the plugins' folders of forms; `None` when none of them has it."""
        providers = [
            provider
            for loaded in self._registry.chain(self.id)
            for provider in self._registry.providers(loaded.layer.id)
        ]
        return next(
            (found for provider in providers if (found := provider.form_file(name)) is not None), None
        )

    def check(self) -> tuple[Finding, ...]:
        """Give everything that is wrong with the layer on any date, and the notes."""
        loaded = self._registry.loaded(self.id)
        findings = list(loaded.findings)
        try:
            chain = self._registry.chain(self.id)
        except InvalidDocumentsError as error:
            return in_order([*findings, *error.findings])
        except PluginError as error:
            return in_order([*findings, Finding("broken-plugin", str(error), self._place_of(error))])
        findings += self._wrong_numbers(chain[-1])
        valid = chain[-1].layer.valid
        for day in sorted({valid.first, *turning_days(chain)}):
            if valid.first <= day and (valid.last is None or day <= valid.last):
                built = build(chain, day)
                findings += built.findings
                findings += check_hours(built.checked)
                findings += check_areas(built.checked, self._registry.is_area)
                findings += check_forms(built.book, self.form_file)
        return in_order(findings)

    def _place_of(self, error: PluginError) -> Place:
        """Point at what the layer extends, when the layer itself can be read; else at the distribution."""
        loaded = self._registry.loaded(self.id).layer
        if isinstance(loaded, LagetError):
            return Place(error.distribution)
        own = cast("dict[str, Node]", _described_at(loaded).value)
        return own["extends"].place(("layer", "extends"))

    def _wrong_numbers(self, loaded: LoadedLayer) -> list[Finding]:
        place = _described_at(loaded).place(("layer",))
        return [
            Finding(
                "wrong-number",
                f"the entry point «{number}» of «laget.numbers» names «{self.id}», "
                f"whose number is {loaded.layer.number or 'not given'}",
                place,
                hint="write the same number in both",
            )
            for number in self._registry.numbers(self.id)
            if number != loaded.layer.number
        ]


def _possible(draft: Draft, assessor: Assessor, on: date) -> Case:
    """Hold a draft against a handbook; raises `InvalidCaseError` for what does not fit, or cannot be."""
    fitting = fitted(draft, assessor.handbook)
    impossible = assessor.impossible(fitting, on)
    if impossible:
        raise InvalidCaseError(
            Finding("impossible-case", found.message, draft.place("facts", found.fact), hint=found.hint)
            for found in impossible
        )
    return fitting


def _described_at(loaded: LoadedLayer) -> Node:
    """Give the tree of the document in which a layer describes itself."""
    return next(operation.node for operation in loaded.operations if operation.section == "layer")
