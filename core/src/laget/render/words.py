"""Words: what a handbook calls things, and how values, dates, amounts and references are written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from attrs import frozen

from laget.assessment.references import References
from laget.model.answers import LawAnswer
from laget.model.citations import Citation, SourceRef
from laget.model.facts import FactValue
from laget.model.handbook import Handbook
from laget.render.layout import sticky
from laget.texts import TEXTS, say


def known(prefix: str, word: str) -> str:
    """Give the catalogue's text for a word of a document, such as a unit; the word itself if it has none."""
    key = f"{prefix}_{word}"
    return say(key) if key in TEXTS["nb"] else word


def day(value: date) -> str:
    """Write a date.

    >>> day(date(2026, 3, 1))
    '1. mars 2026'
    """
    return f"{value.day}. {say(f'month_{value.month}')} {value.year}"


def number(value: Decimal | int) -> str:
    """Write a number.

    >>> number(Decimal("12.50"))
    '12,5'
    """
    plain = format(Decimal(value).normalize(), "f")
    return plain.replace(".", ",")


def yes_or_no(*, value: bool | None) -> str:
    """Write a truth value that may be unknown."""
    return say("value_unknown") if value is None else say("value_yes" if value else "value_no")


def amount(value: Decimal, unit: str, per: str | None) -> str:
    """Write an amount with its unit and period."""
    counted = f"{number(value)} {known('unit', unit)}"
    return say("amount_per", amount=counted, period=known("per", per)) if per else counted


def listed(words: Iterable[str], key: str = "and") -> str:
    """Join words into a phrase.

    >>> listed(["a", "b", "c"])
    'a, b og c'
    """
    *most, last = list(words) or [""]
    return f"{', '.join(most)} {say(key)} {last}" if most else last


@frozen
class Names:
    """What a handbook calls what it is asked about; an id it does not know stays an id."""

    handbook: Handbook

    def fact(self, name: str) -> str:
        """Give the label of a fact."""
        return self.handbook.facts[name].label if name in self.handbook.facts else name

    def value(self, name: str, value: FactValue | None) -> str:
        """Write a value of a fact, with its unit or the label of its choice."""
        fact = self.handbook.facts[name]
        match value:
            case bool() | None:
                return yes_or_no(value=value)
            case date():
                return day(value)
            case str():
                return fact.choices.get(value, value) if fact.choices else value
            case _:
                return f"{number(value)} {fact.unit}" if fact.unit else number(value)

    def stated(self, name: str, value: FactValue | None) -> str:
        """Write a fact with its value."""
        return say("stated", what=self.fact(name), value=self.value(name, value))

    def presumed(self, name: str) -> str:
        """Write a fact with the value that is presumed."""
        presumed = self.handbook.facts[name].presumed
        return self.stated(name, presumed.value) if presumed else self.fact(name)

    def who(self, name: str) -> str:
        """Give the name of an office or a role."""
        if name in self.handbook.offices:
            return self.handbook.offices[name].name
        return self.handbook.roles[name].name if name in self.handbook.roles else name

    def source(self, ref: SourceRef) -> str:
        """Write a place in a document, by the document's id."""
        page = f" {say('page', number=str(ref.page))}" if ref.page is not None else ""
        return sticky(f"{ref.document} {ref.section}{page}")

    def law(self, law: LawAnswer) -> str:
        """Write a legal basis as printed, with what is right beside it where that differs."""
        printed = self._named(law.law, law.printed) if law.printed.startswith("§") else law.printed
        reason = f": {law.reason.rstrip('.')}" if law.reason else ""
        if law.corrected is None:
            return f"{printed}{reason}"
        right = self._named(law.corrected.law, law.corrected.section)
        return say("law_corrected", printed=printed, right=right, reason=reason)

    def _named(self, law: str, section: str) -> str:
        return f"{self.handbook.laws[law].short} {section}".strip()

    def citations(self, citations: Iterable[Citation]) -> tuple[LawAnswer, ...]:
        """Give citations of a handbook in the form that answers have."""
        return References(self.handbook).law(citations)

    def basis(self, sources: Iterable[SourceRef], law: Iterable[LawAnswer] = ()) -> list[str]:
        """Write where something stands: documents first, then laws."""
        return [*map(self.source, dict.fromkeys(sources)), *map(self.law, dict.fromkeys(law))]

    def document(self, name: str) -> str:
        """Write a document as a list of sources has it."""
        document = self.handbook.documents[name]
        dated = f", {day(document.dated)}" if document.dated else ""
        return f"{name}: {document.title}. {document.publisher}{dated}"
