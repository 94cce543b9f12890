"""The words of an explanation, apart from the labels of facts: one small table per language.

Reads nothing. Gives `phrases`, which is the only place that knows a language by name.
"""

from __future__ import annotations

from collections.abc import Mapping

_BOKMAAL: Mapping[str, str] = {
    "holds": "{label} foreligger",
    "fails": "{label} foreligger ikke",
    "always": "dette gjelder alltid",
    "never": "dette gjelder aldri",
    "and": "og",
    "or": "eller",
    "either": "enten {list}",
    "quorum": "minst {needed} av: {list}",
    "not": "det er ikke slik at {clause}",
    "same": "{first} hvis og bare hvis {second}",
    "differ": "enten {first} eller {second}, men ikke begge deler",
    "subject": "{subject} er {predicate}",
    "fixed ==": "{value}",
    "fixed !=": "ikke {value}",
    "moving ==": "lik {value}",
    "moving !=": "ulik {value}",
    "number <": "under {value}",
    "number <=": "høyst {value}",
    "number >": "over {value}",
    "number >=": "minst {value}",
    "date <": "før {value}",
    "date <=": "senest {value}",
    "date >": "etter {value}",
    "date >=": "tidligst {value}",
    "no choice": "ikke {list}",
    "no choices": "verken {list}",
    "has": "barnet har {thing}",
    "lacks": "barnet har ikke {thing}",
    "count": "antall {kind}",
    "years of age": "antall fylte år fra {birth} (-1 før fødselen)",
    "months of age": "antall fylte måneder fra {birth} (-1 før fødselen)",
    "birthday": "vurderingsdatoen er en årsdag for {birth}",
    "no birthday": "vurderingsdatoen er ikke en årsdag for {birth}",
    "on date": "vurderingsdatoen",
    "plus": "{first} pluss {second}",
    "minus": "{first} minus {second}",
    "after": "{duration} etter {date}",
    "before": "{duration} før {date}",
    "negative": "minus {value}",
    "year": "{number} år",
    "years": "{number} år",
    "month": "{number} måned",
    "months": "{number} måneder",
    "true": "ja",
    "false": "nei",
    "date": "{day}. {month} {year}",
    "month names": "januar februar mars april mai juni juli august september oktober november desember",
    "decimal mark": ",",
}

_NYNORSK: Mapping[str, str] = {
    "holds": "{label} ligg føre",
    "fails": "{label} ligg ikkje føre",
    "always": "dette gjeld alltid",
    "never": "dette gjeld aldri",
    "and": "og",
    "or": "eller",
    "either": "anten {list}",
    "quorum": "minst {needed} av: {list}",
    "not": "det er ikkje slik at {clause}",
    "same": "{first} dersom og berre dersom {second}",
    "differ": "anten {first} eller {second}, men ikkje begge delar",
    "subject": "{subject} er {predicate}",
    "fixed ==": "{value}",
    "fixed !=": "ikkje {value}",
    "moving ==": "lik {value}",
    "moving !=": "ulik {value}",
    "number <": "under {value}",
    "number <=": "høgst {value}",
    "number >": "over {value}",
    "number >=": "minst {value}",
    "date <": "før {value}",
    "date <=": "seinast {value}",
    "date >": "etter {value}",
    "date >=": "tidlegast {value}",
    "no choice": "ikkje {list}",
    "no choices": "verken {list}",
    "has": "barnet har {thing}",
    "lacks": "barnet har ikkje {thing}",
    "count": "talet på {kind}",
    "years of age": "talet på fylte år frå {birth} (-1 før fødselen)",
    "months of age": "talet på fylte månader frå {birth} (-1 før fødselen)",
    "birthday": "vurderingsdatoen er ein årsdag for {birth}",
    "no birthday": "vurderingsdatoen er ikkje ein årsdag for {birth}",
    "on date": "vurderingsdatoen",
    "plus": "{first} pluss {second}",
    "minus": "{first} minus {second}",
    "after": "{duration} etter {date}",
    "before": "{duration} før {date}",
    "negative": "minus {value}",
    "year": "{number} år",
    "years": "{number} år",
    "month": "{number} månad",
    "months": "{number} månader",
    "true": "ja",
    "false": "nei",
    "date": "{day}. {month} {year}",
    "month names": "januar februar mars april mai juni juli august september oktober november desember",
    "decimal mark": ",",
}

_LANGUAGES: Mapping[str, Mapping[str, str]] = {"nb": _BOKMAAL, "nn": _NYNORSK}
"""Language → key → phrase with named gaps: the same keys and gaps in each."""


def phrases(language: str) -> Mapping[str, str]:
    """Give the phrases of a language, `nb` or `nn`. Raises `KeyError` for one that is not there.

    >>> phrases("nb")["or"]
    'eller'
    """
    return _LANGUAGES[language]
