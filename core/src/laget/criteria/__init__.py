"""The criteria language: typed expressions over what is known of a case, in three values.

Text → `parse` → tree → many readers. `check` finds wrong names and types, `evaluator` builds the
function that gives a value, `explain` says it in words, `to_text` prints it back, `facts_of`,
`needed` and `thresholds` tell what it reads, waits for and turns on. The tree is a closed union,
so that mypy points at every reader that a new node would miss.

>>> from datetime import date
>>> tree = parse("alder >= 10 and not en_til_en_bemanning")
>>> print(evaluate(tree, Known({"alder": 12}, on=date(2026, 3, 1))))
None
>>> needed(tree, Known({"alder": 12}, on=date(2026, 3, 1)))
('en_til_en_bemanning',)
"""

from laget.criteria.analysis import facts_of, kinds_of, needed, needs_list, things_of, thresholds
from laget.criteria.checking import (
    BOOLEAN,
    DATE,
    DURATION,
    NUMBER,
    TEXT,
    FactType,
    Vocabulary,
    check,
    choice_of,
    type_of,
)
from laget.criteria.dates import completed_months, completed_years, is_birthday, shifted
from laget.criteria.errors import ExpressionError
from laget.criteria.evaluation import Evaluator, evaluate, evaluator
from laget.criteria.explanation import FactWords, Words, explain
from laget.criteria.lexer import is_name
from laget.criteria.parser import parse
from laget.criteria.printer import to_text
from laget.criteria.tree import Expression
from laget.criteria.values import AtLeast, Known, Scalar, Value

__all__ = [
    "BOOLEAN",
    "DATE",
    "DURATION",
    "NUMBER",
    "TEXT",
    "AtLeast",
    "Evaluator",
    "Expression",
    "ExpressionError",
    "FactType",
    "FactWords",
    "Known",
    "Scalar",
    "Value",
    "Vocabulary",
    "Words",
    "check",
    "choice_of",
    "completed_months",
    "completed_years",
    "evaluate",
    "evaluator",
    "explain",
    "facts_of",
    "is_birthday",
    "is_name",
    "kinds_of",
    "needed",
    "needs_list",
    "parse",
    "shifted",
    "things_of",
    "thresholds",
    "to_text",
    "type_of",
]
