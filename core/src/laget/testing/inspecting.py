"""Inspecting: everything that can be found about a layer, its cases included, on a day that is given."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from laget.findings import Finding
from laget.registry import Registry
from laget.testing.untouched import check_cases


@frozen(eq=False)
class Inspector:
    """Gives the findings of a layer, each layer checked once: what many extend is asked for many times."""

    today: date
    """The day on which acts are in force and reviews overdue, where no other day is asked about."""
    _found: dict[tuple[str, date | None], tuple[Finding, ...]] = field(factory=dict, init=False, repr=False)

    def __call__(self, registry: Registry, id_: str, on: date | None) -> tuple[Finding, ...]:
        """Check a layer of the one registry it is used for; raises what `Municipality.built` raises."""
        if (id_, on) not in self._found:
            self._found[id_, on] = self._findings(registry, id_, on)
        return self._found[id_, on]

    def _findings(self, registry: Registry, id_: str, on: date | None) -> tuple[Finding, ...]:
        asked = registry[id_]
        if on is not None:
            return (*registry.loaded(id_).findings, *asked.check_on(on))
        found = asked.check(self.today)
        return (*found, *check_cases(asked))
