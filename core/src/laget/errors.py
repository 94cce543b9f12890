"""Every exception that laget raises on purpose. Facts are attributes; text is made in `__str__`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from laget.findings import Finding, did_you_mean, in_order


class LagetError(Exception):
    """The root of all errors that a caller of laget may want to catch."""


class UnknownMunicipalityError(LagetError, KeyError):
    """The text names no Norwegian municipality and no installed layer."""

    def __init__(self, asked: str, known: Iterable[str] = ()) -> None:
        super().__init__(asked)
        self.asked = asked
        self.known = tuple(known)

    def __reduce__(self) -> tuple[type[UnknownMunicipalityError], tuple[str, tuple[str, ...]]]:
        """Travel between processes with the names that are known."""
        return type(self), (self.asked, self.known)

    def __str__(self) -> str:
        hint = did_you_mean(self.asked.casefold(), self.known) or "`laget list` shows what is installed"
        return f"no municipality is called «{self.asked}»: {hint}"


class NoPluginError(LagetError, KeyError):
    """A real municipality for which no plugin is installed."""

    def __init__(self, number: str, name: str) -> None:
        super().__init__(number, name)
        self.number = number
        self.name = name

    def __str__(self) -> str:
        return (
            f"{self.name} ({self.number}) is a municipality, but no plugin for it is installed: "
            "install its plugin, or see `laget list` for those that are"
        )


class NoMoveError(LagetError):
    """A move that is none: to the same place, or from or to a layer that is no municipality."""

    def __init__(self, first: str, second: str, not_a_place: str | None = None) -> None:
        super().__init__(first, second, not_a_place)
        self.first = first
        self.second = second
        self.not_a_place = not_a_place
        """The layer that is a nation or a region; none, when the two are the same."""

    def __str__(self) -> str:
        if self.not_a_place is None:
            return f"nobody moves from «{self.first}» to «{self.second}»: name two different municipalities"
        return (
            f"«{self.not_a_place}» is no municipality to move from or to: "
            "`laget list` shows those that are; `laget diff` compares any two layers"
        )


class NoPastError(LagetError):
    """A past that cannot be read: no git, no repository, no such commit, or no such plugin in it."""

    def __init__(self, ref: str | None, cause: str, hint: str) -> None:
        super().__init__(ref, cause, hint)
        self.ref = ref
        """The git ref that was asked for; none, when it fails before that matters."""
        self.cause = cause
        self.hint = hint

    def __str__(self) -> str:
        about = f" against «{self.ref}»" if self.ref else ""
        return f"nothing can be compared{about}: {self.cause}\n  hint: {self.hint}"


class PluginError(LagetError):
    """A plugin that cannot be used. It takes down its own layers, and no others."""

    def __init__(self, layer: str, distribution: str, version: str, cause: str) -> None:
        super().__init__(layer, distribution, version, cause)
        self.layer = layer
        self.distribution = distribution
        self.version = version
        self.cause = cause

    def __str__(self) -> str:
        return f"the layer «{self.layer}» of {self.distribution} {self.version} cannot be used: {self.cause}"


class NotYetValidError(LagetError):
    """A question about a date before the municipality's rules begin to hold."""

    def __init__(self, layer: str, on: date, valid_from: date) -> None:
        super().__init__(layer, on, valid_from)
        self.layer = layer
        self.on = on
        self.valid_from = valid_from

    def __str__(self) -> str:
        return (
            f"the rules of «{self.layer}» hold from {self.valid_from.isoformat()}, "
            f"and the question is about {self.on.isoformat()}: ask about a later date"
        )


class NoLongerValidError(LagetError):
    """A question about a date after the municipality's rules have ended."""

    def __init__(self, layer: str, on: date, valid_to: date) -> None:
        super().__init__(layer, on, valid_to)
        self.layer = layer
        self.on = on
        self.valid_to = valid_to

    def __str__(self) -> str:
        return (
            f"the rules of «{self.layer}» ended on {self.valid_to.isoformat()}, "
            f"and the question is about {self.on.isoformat()}: ask about an earlier date"
        )


class UnknownHolidaysError(LagetError):
    """A question about an hour in a year whose public holidays are not known."""

    def __init__(self, at: datetime, first: int, last: int) -> None:
        super().__init__(at, first, last)
        self.at = at
        self.first = first
        self.last = last

    def __str__(self) -> str:
        return (
            f"public holidays are known from {self.first} to {self.last}, "
            f"and the question is about {self.at.isoformat(timespec='minutes')}: ask about another year"
        )


class FindingsError(LagetError):
    """Data that cannot be used, with everything that is wrong with it."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = in_order(findings)
        super().__init__(self.findings)

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self.findings)


class InvalidDocumentsError(FindingsError):
    """Documents of a layer that do not hold together."""


class InvalidCaseError(FindingsError):
    """A case that cannot be read."""
