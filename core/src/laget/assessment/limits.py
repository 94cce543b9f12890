"""Limits: bounds on how much can be granted, compared with what is applied for."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from laget.assessment.conditions import Condition
from laget.assessment.views import View
from laget.criteria import Evaluator, Known
from laget.model.answers import LawAnswer, LimitAnswer
from laget.model.case import Application
from laget.model.entitlements import Limit
from laget.texts import say


@frozen
class LimitPlan:
    """A bound, prepared for being compared many times."""

    limit: Limit
    measure: Evaluator | None
    unclear: Condition | None
    law: tuple[LawAnswer, ...]
    language: str

    def answer(self, applications: Sequence[Application], view: View) -> LimitAnswer:
        """Compare the bound with what is applied for, or with what the case says."""
        amount = self._amount(applications, view.known)
        unclear = self.unclear is not None and view.read(self.unclear).unclear is not False
        return LimitAnswer(
            id=self.limit.id,
            text=self.limit.text,
            min=self.limit.min,
            max=self.limit.max,
            unit=self.limit.unit,
            per=self.limit.per,
            carries_over=self.limit.carries_over,
            amount=amount,
            exceeded=None if unclear else _over(amount, self.limit.max),
            below=None if unclear else _under(amount, self.limit.min),
            unclear=self.unclear.note if unclear and self.unclear else None,
            sources=self.limit.sources,
            law=self.law,
        )

    def notes(self, applications: Sequence[Application]) -> tuple[str, ...]:
        """Say when what is applied for is counted in another way than the bound."""
        other = [found for found in applications if found.amount is not None and not self._fits(found)]
        fitting = [found for found in applications if found.amount is not None and self._fits(found)]
        return (say("cannot_compare", self.language, limit=self.limit.text),) if other and not fitting else ()

    def _amount(self, applications: Sequence[Application], known: Known) -> Decimal | None:
        amounts = [found.amount for found in applications if found.amount is not None and self._fits(found)]
        if amounts:
            return sum(amounts, Decimal(0))
        measured = self.measure(known) if self.measure else None
        return Decimal(measured) if isinstance(measured, int | Decimal) else None

    def _fits(self, application: Application) -> bool:
        return application.unit == self.limit.unit and application.per == self.limit.per


def _over(amount: Decimal | None, bound: Decimal | None) -> bool | None:
    """Tell whether an amount is over the bound; without a bound nothing is."""
    if bound is None:
        return False
    return None if amount is None else amount > bound


def _under(amount: Decimal | None, bound: Decimal | None) -> bool | None:
    if bound is None:
        return False
    return None if amount is None else amount < bound
