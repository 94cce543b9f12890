"""Words: what a handbook calls things, and how values, dates, amounts and references are written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from attrs import frozen

from laget.assessment.notes import other_language
from laget.assessment.references import References
from laget.model.answers import LawAnswer
from laget.model.citations import Citation, SourceRef
from laget.model.facts import FactValue
from laget.model.handbook import Handbook
from laget.render.layout import sticky
from laget.texts import TEXTS, say


def known(prefix: str, word: str, language: str = "nb") -> str:
    """Give the catalogue's text for a word of a document, such as a unit; the word itself if it has none."""
    key = f"{prefix}_{word}"
    return say(key, language) if key in TEXTS[language] else word


def day(value: date, language: str = "nb") -> str:
    """Write a date.

    >>> day(date(2026, 3, 1))
    '1. mars 2026'
    """
    return f"{value.day}. {say(f'month_{value.month}', language)} {value.year}"


def number(value: Decimal | int) -> str:
    """Write a number.

    >>> number(Decimal("12.50"))
    '12,5'
    """
    plain = format(Decimal(value).normalize(), "f")
    return plain.replace(".", ",")


def yes_or_no(*, value: bool | None, language: str = "nb") -> str:
    """Write a truth value that may be unknown."""
    return say({True: "value_yes", False: "value_no", None: "value_unknown"}[value], language)


def listed(words: Iterable[str], key: str = "and", language: str = "nb") -> str:
    """Join words into a phrase.

    >>> listed(["a", "b", "c"])
    'a, b og c'
    """
    *most, last = list(words) or [""]
    return f"{', '.join(most)} {say(key, language)} {last}" if most else last


@frozen
class Names:
    """What a handbook calls what it is asked about, and how laget says things, in one language.

    An id that the handbook does not know stays an id.
    """

    handbook: Handbook
    language: str = "nb"
    """The language of what laget itself says; what the handbook says stays as it is."""

    def say(self, key: str, /, **values: str) -> str:
        """Give a text of the catalogue with its gaps filled."""
        return say(key, self.language, **values)

    def known(self, prefix: str, word: str) -> str:
        """Give the catalogue's text for a word of a document; the word itself if it has none."""
        return known(prefix, word, self.language)

    def day(self, value: date) -> str:
        """Write a date."""
        return day(value, self.language)

    def yes_or_no(self, *, value: bool | None) -> str:
        """Write a truth value that may be unknown."""
        return yes_or_no(value=value, language=self.language)

    def listed(self, words: Iterable[str], key: str = "and") -> str:
        """Join words into a phrase."""
        return listed(words, key, self.language)

    def amount(self, value: Decimal, unit: str, per: str | None) -> str:
        """Write an amount with its unit and period."""
        counted = f"{number(value)} {self.known('unit', unit)}"
        return self.say("amount_per", amount=counted, period=self.known("per", per)) if per else counted

    def other_language(self) -> tuple[str, ...]:
        """Say once which layers' texts are in another language than the one asked for."""
        return other_language([used.layer for used in self.handbook.layers], self.language)

    def fact(self, name: str) -> str:
        """Give the label of a fact."""
        return self.handbook.facts[name].label if name in self.handbook.facts else name

    def value(self, name: str, value: FactValue | None) -> str:
        """Write a value of a fact, with its unit or the label of its choice."""
        fact = self.handbook.facts[name]
        match value:
            case bool() | None:
                return self.yes_or_no(value=value)
            case date():
                return self.day(value)
            case str():
                return fact.choices.get(value, value) if fact.choices else value
            case _:
                return f"{number(value)} {fact.unit}" if fact.unit else number(value)

    def stated(self, name: str, value: FactValue | None) -> str:
        """Write a fact with its value."""
        return self.say("stated", what=self.fact(name), value=self.value(name, value))

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
        page = f" {self.say('page', number=str(ref.page))}" if ref.page is not None else ""
        return sticky(f"{ref.document} {ref.section}{page}")

    def law(self, law: LawAnswer) -> str:
        """Write a legal basis as printed, with what is right beside it where that differs."""
        printed = self._named(law.law, law.printed) if law.printed.startswith("§") else law.printed
        reason = f": {law.reason.rstrip('.')}" if law.reason else ""
        if law.corrected is None:
            return f"{printed}{reason}"
        right = self._named(law.corrected.law, law.corrected.section)
        return self.say("law_corrected", printed=printed, right=right, reason=reason)

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
        dated = f", {self.day(document.dated)}" if document.dated else ""
        return f"{name}: {document.title}. {document.publisher}{dated}"
