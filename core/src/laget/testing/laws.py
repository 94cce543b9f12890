"""The laws: what must hold of any plugin. Each gives what breaks it, in English, nothing when it holds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Final

from attrs import define

from laget.assessment.planning import Plan
from laget.documents.yaml_reader import read_yaml
from laget.findings import Severity
from laget.model.handbook import Handbook
from laget.municipality import Municipality
from laget.render.questions import silence_map
from laget.render.results import Progress, progress_of
from laget.testing.choices import undeclared
from laget.testing.coverage import coverage
from laget.testing.examples import shipped
from laget.testing.expressions import disagreements
from laget.testing.running import run
from laget.testing.sources import without_source
from laget.testing.subject import Subject
from laget.testing.writing import document_of, written

PATIENCE: Final = 300
"""How many seconds a plugin may take to be imported and to answer."""


@define(slots=False)
class Laws:
    """One plugin, held against every law."""

    subject: Subject

    def importing_does_no_work(self) -> Iterator[str]:
        """Importing it reads no file, prints nothing, reaches no network, and imports nothing heavy."""
        yield from self._watched["importing"]

    def documents_pass(self) -> Iterator[str]:
        """`laget check` finds neither errors nor warnings in its layers."""
        for asked in self._layers:
            yield from (str(found) for found in asked.check() if found.severity is not Severity.NOTE)

    def documents_round_trip(self) -> Iterator[str]:
        """Each document, written from what was read and read again, says the same."""
        for name in self.subject.layers:
            for reading in self.subject.provider.readings(name):
                node = reading.node
                if node is not None:
                    again = read_yaml(written(document_of(node)), node.source.name, name)
                    if again.findings or again.node != node:
                        yield f"{node.source.name} says something else when it is written and read again"

    def values_have_sources(self) -> Iterator[str]:
        """Everything that its layers say is known by layer, file and line, and rests on a source or a law."""
        for asked, day in self._days:
            yield from without_source(asked.built(day).checked, self.subject.layers)

    def expressions_agree(self) -> Iterator[str]:
        """Each expression is printed, read, evaluated, explained and asked about with one meaning."""
        for asked, day in self._days:
            yield from disagreements(asked.built(day).checked)

    def choices_are_settled_or_declared(self) -> Iterator[str]:
        """No route, ladder or consent has a hole or an overlap that it does not declare."""
        for _, book in self._books:
            yield from undeclared(Plan(book), self.subject.layers)

    def alone_and_together(self) -> Iterator[str]:
        """Its layers have the same handbooks whatever else is installed."""
        for asked, day in self._days:
            alone = self.subject.alone[asked.id].handbook(day)
            together = asked.handbook(day)
            if alone != together or alone.digest != together.digest:
                yield f"{asked.id} has another handbook on {day} when other plugins are installed"

    def no_network_and_no_writes(self) -> Iterator[str]:
        """Loading it and answering reaches no network, writes nothing and starts nothing."""
        yield from self._watched["answering"]

    def cases_pass(self) -> Iterator[str]:
        """It ships cases, and each gets the answer that it must get."""
        found = [(asked, example) for asked in self._layers for example in shipped(asked).examples]
        if not found:
            yield "it ships no cases: put some in a folder `cases` of the package"
        for asked, example in found:
            for mismatch in run(asked, example):
                yield f"{example.file}:{example.line}: {asked.id} {example.id}: {mismatch}"

    def rules_are_covered(self) -> Iterator[str]:
        """Its cases cover its rules as well as its documents of cases ask for."""
        for asked in self._layers:
            found = coverage(asked)
            if not found.is_enough:
                yield f"{asked.id}: {found.percent} % is covered, and {found.threshold} % is asked for"
                lacking = [row for row in found.rules if row.lacking]
                yield from (f"{row.file}:{row.line}: never {', '.join(row.lacking)}" for row in lacking)

    def progress(self) -> tuple[Progress, ...]:
        """Give how far its municipalities have come with what national rules leave open."""
        last = {asked.id: book for asked, book in self._books if asked.is_municipality}
        return tuple(progress_of(silence_map(book)) for book in last.values())

    @property
    def _layers(self) -> tuple[Municipality, ...]:
        return tuple(self.subject.together[name] for name in self.subject.layers)

    @property
    def _days(self) -> Iterator[tuple[Municipality, date]]:
        """Give each layer with each day on which its rules become others."""
        return ((asked, day) for asked in self._layers for day in asked.days())

    @property
    def _books(self) -> Iterator[tuple[Municipality, Handbook]]:
        return ((asked, asked.handbook(day)) for asked, day in self._days)

    @cached_property
    def _watched(self) -> Mapping[str, list[str]]:
        """Watch it in a process of its own, in which nothing of it has been imported."""
        subject = f"{self.subject.module}:{self.subject.name}"
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-B", "-m", "laget.testing.watching", subject],
            capture_output=True,
            check=False,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"},
            timeout=PATIENCE,
        )
        if done.returncode:
            broken = f"it cannot be watched: {(done.stderr.strip().splitlines() or ['?'])[-1]}"
            return {"importing": [broken], "answering": [broken]}
        found: dict[str, list[str]] = json.loads(done.stdout)
        return found


LAWS: Final[Mapping[str, Callable[[Laws], Iterator[str]]]] = MappingProxyType(
    {
        law.__name__.replace("_", "-"): law
        for law in (
            Laws.importing_does_no_work,
            Laws.documents_pass,
            Laws.documents_round_trip,
            Laws.values_have_sources,
            Laws.expressions_agree,
            Laws.choices_are_settled_or_declared,
            Laws.alone_and_together,
            Laws.no_network_and_no_writes,
            Laws.cases_pass,
            Laws.rules_are_covered,
        )
    }
)
"""Every law by its name, in the order they are tried."""
