"""What laget itself says, it says in bokmål and in nynorsk, and never mixed."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from click.testing import CliRunner

import laget
from laget.cli import main
from laget.criteria.phrases import phrases
from laget.errors import InvalidCaseError
from laget.model.layers import Language
from laget.municipality import Municipality
from laget.registry import Registry
from laget.render.questions import STATES
from laget.texts import TEXTS, Message, say

FOLDER = Path(laget.__file__).parent
DAY = date(2026, 3, 1)
ON = ("--on", "2026-03-01")
CATALOGUES: dict[str, dict[str, Mapping[str, str]]] = {
    "texts": {language: TEXTS[language] for language in Language},
    "phrases": {language: phrases(language) for language in Language},
}
CASE = """\
facts: {fodselsdato: 2015-02-20, trenger_folge: true, boform: hjemme}
applies_for: [{id: turvenn, amount: 12, unit: hours, per: month, purposes: [fritid]}]
"""
ASKED = [
    ("show", "lia", *ON),
    ("show", "lia", "turvenn", *ON),
    ("show", "lia", "samordning", "--origin", *ON),
    ("show", "lia", "--open", *ON),
    ("facts", "lia", *ON),
    ("terms", *ON),
    ("assess", "lia", "-", *ON),
    ("assess", "lia", "-", "--all", *ON),
    ("show", "dalen", *ON),
    ("route", "lia", "turvenn", *ON),
    ("timeline", "lia", "-", *ON),
    ("show", "lia", "skolestart", *ON),
    ("route", "lia", "turvenn", "--at", "2026-03-02T12:00"),
    ("diff", "lia", "dalen", *ON),
    ("form", "lia", *ON),
]
"""Questions whose answers say most of what laget can say of the fiction."""


def gaps(text: str) -> list[str]:
    """Give the names of the gaps of a text."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_each_language_has_every_key(catalogue: str) -> None:
    """No key is missing in a language, and none is there in one language only."""
    bokmal, nynorsk = (CATALOGUES[catalogue][language] for language in ("nb", "nn"))
    assert [] == sorted({*bokmal} ^ {*nynorsk})


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_each_text_has_the_same_gaps_in_every_language(catalogue: str) -> None:
    """A text has the same gaps in each language, each as often."""
    bokmal, nynorsk = (CATALOGUES[catalogue][language] for language in ("nb", "nn"))
    assert [] == [key for key in bokmal if key in nynorsk and gaps(bokmal[key]) != gaps(nynorsk[key])]


def test_catalogue_has_the_languages_that_layers_can_have() -> None:
    """The languages of the catalogue are those that a layer can be written in."""
    assert [*Language] == sorted(TEXTS)


BOKMAL = re.compile(
    r"\b(ikke|hva|hvem|hvor|hvordan|hvorfor|noen|noe|fra|jeg|tjenester?n?e?|kilden?e?|saken|reglene|"
    r"opplysninger|måneder|uker|timer|dager|være|gjøres|gis|vises|egen|hele|mye|bare|ennå|trolig)\b",
    re.IGNORECASE,
)
"""Words that nynorsk does not have."""


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_nynorsk_has_no_word_of_bokmal(catalogue: str) -> None:
    """No nynorsk text has one of the commonest words that only bokmål has."""
    nynorsk = CATALOGUES[catalogue]["nn"]
    assert [] == [text for text in nynorsk.values() if BOKMAL.search(re.sub(r"{.*?}", "", text))]


def _calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text("utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]


SPEAKING = {"say": 2, "day": 2, "known": 3, "moment": 2, "hours_in_words": 2, "explain": 3, "listed": 3}
"""Functions that speak one language, with the number of arguments when it is among them."""


def test_nobody_speaks_without_a_language() -> None:
    """Whoever says something passes the language on: none falls back to that of the function."""
    silent = [
        f"{path.name}:{call.lineno}"
        for room in ("assessment", "comparison", "layering", "render", "cli")
        for path in (FOLDER / room).rglob("*.py")
        for call in _calls(path)
        if isinstance(call.func, ast.Name)
        and len(call.args) < SPEAKING.get(call.func.id, 0)
        and "language" not in [keyword.arg for keyword in call.keywords]
    ]
    assert [] == silent


def _output(fiction: Registry, *arguments: str) -> str:
    return CliRunner().invoke(main, arguments, obj=fiction, input=CASE, prog_name="laget").stdout


def _fragments(language: str, other: str) -> list[str]:
    """Give the longest piece between gaps of each text of a language that the other says differently."""
    pieces = [
        max((piece for piece, _, _, _ in Formatter().parse(text)), key=len).strip()
        for key, text in TEXTS[language].items()
        if text != TEXTS[other].get(key)
    ]
    others = " ".join(TEXTS[other].values())
    return [piece for piece in pieces if len(piece) > len("et langt stykke") and piece not in others]


@pytest.mark.parametrize("question", ASKED, ids=" ".join)
@pytest.mark.parametrize(("language", "other"), [("nn", "nb"), ("nb", "nn")])
def test_an_answer_is_said_in_one_language(
    fiction: Registry, question: tuple[str, ...], language: str, other: str
) -> None:
    """An answer in one language has no sentence of the other."""
    text = " ".join(_output(fiction, *question, "--lang", language).split())
    assert [] == [piece for piece in _fragments(other, language) if piece in text]


@pytest.mark.parametrize("question", ASKED, ids=" ".join)
def test_texts_in_another_language_are_marked_once(fiction: Registry, question: tuple[str, ...]) -> None:
    """An answer in nynorsk says once that the texts it rests on are in bokmål."""
    assert 1 == " ".join(_output(fiction, *question, "--lang", "nn").split()).count("er på bokmål.")


def test_texts_in_the_language_asked_for_are_not_marked(fiction: Registry) -> None:
    """An answer in bokmål says nothing of texts that are in bokmål."""
    assert "Tekstene fra" not in _output(fiction, "show", "lia", *ON)


def test_texts_of_a_nynorsk_municipality_are_marked_in_bokmal(fiction: Registry) -> None:
    """An answer in bokmål says whose texts are in nynorsk."""
    assert "Tekstene fra Vik i Sør er på nynorsk." in _output(fiction, "show", "vik", *ON)


def test_notes_of_an_assessment_follow_the_language(lia: Municipality) -> None:
    """The note about the language of texts stands in the assessment, in the language asked for."""
    assert "Tekstane frå Riket, Dalen og Lia er på bokmål." in lia.assess({}, DAY, "nn").notes


def test_explanations_follow_the_language(lia: Municipality) -> None:
    """The explanation of a criterion is in the language asked for."""
    said = [
        criterion.explanation
        for answer in lia.assess({}, DAY, "nn").entitlements
        for ground in answer.grounds
        for criterion in ground.criteria
    ]
    assert (True, False) == (
        any("ligg føre" in text for text in said),
        any("foreligger" in text for text in said),
    )


def test_language_changes_nothing_but_words(fiction: Registry) -> None:
    """Outcomes, strengths and the digest are the same in both languages."""
    facts: dict[str, Any] = {"facts": {"fodselsdato": "2015-02-20", "trenger_folge": True}}
    found = [fiction["lia"].assess(facts, DAY, language) for language in ("nb", "nn")]
    first, second = [
        (answer.receipt, [(one.id, one.outcome, one.strength, one.missing) for one in answer.entitlements])
        for answer in found
    ]
    assert first == second


def test_default_is_bokmal(lia: Municipality) -> None:
    """Without a language the answer is in bokmål."""
    assert lia.assess({}, DAY) == lia.assess({}, DAY, "nb")


def test_impossible_cases_are_told_in_the_language(lia: Municipality) -> None:
    """What cannot be in a case is told in the language asked for."""
    case = {"facts": {"fodselsdato": "2015-02-20", "alder": 3}}
    with pytest.raises(InvalidCaseError) as raised:
        lia.assess(case, DAY, "nn")
    assert "av det andre i saka følgjer verdien" in str(raised.value)


def test_an_unknown_language_is_refused(lia: Municipality) -> None:
    """A language that laget does not have raises."""
    with pytest.raises(ValueError, match="is not a valid Language"):
        lia.assess({}, DAY, "xx")


def test_command_refuses_an_unknown_language(fiction: Registry) -> None:
    """A language that laget does not have is wrong use."""
    assert 2 == CliRunner().invoke(main, ["show", "lia", "--lang", "xx"], obj=fiction).exit_code


def test_a_message_is_said_later() -> None:
    """A message keeps what is to be said until the language is known."""
    message = Message.of("ended_entry", name="tur", reason="Slutt.")
    assert say("ended_entry", "nn", name="tur", reason="Slutt.") == message.said("nn")


# The silence map.


@pytest.fixture
def answer(fiction: Registry) -> Callable[..., Any]:
    """Give a function that runs a command on the fiction and gives its answer as data."""
    import json

    def run(*arguments: str) -> Any:
        return json.loads(_output(fiction, *arguments, "--format", "json"))

    return run


def test_every_open_question_has_one_state(answer: Callable[..., Any]) -> None:
    """Each national question is answered, not offered or silent, in the order of the nation."""
    found = answer("show", "lia", "--open", *ON)["questions"]
    assert [
        ("hvem_samordner", "answered"),
        ("har_nattevakt", "not_offered"),
        ("hvem_kjorer", "silent"),
    ] == [(row["id"], row["state"]) for row in found]


def test_questions_are_counted_by_state(answer: Callable[..., Any]) -> None:
    """The counts have every state, also one that no question has."""
    assert {state: (0 if state != "silent" else 3) for state in STATES} == answer(
        "show", "riket", "--open", *ON
    )["counts"]


def test_an_answered_question_says_where(answer: Callable[..., Any]) -> None:
    """An answered question has its text, who answers, the entries that hold it, and the sources."""
    row = answer("show", "lia", "--open", *ON)["questions"][0]
    assert ("Teamet i Lia.", "lia", ["samordning"], "2.0") == (
        row["text"],
        row["layer"],
        row["entries"],
        row["sources"][0]["section"],
    )


def test_a_silent_question_has_no_answer(answer: Callable[..., Any]) -> None:
    """A silent question has neither text, layer nor entries: silence is not "not offered"."""
    row = answer("show", "lia", "--open", *ON)["questions"][2]
    assert (None, None, []) == (row["text"], row["layer"], row["entries"])


def test_silence_map_ends_with_counts(fiction: Registry) -> None:
    """The text ends with how many questions have each state."""
    lines = _output(fiction, "show", "lia", "--open", *ON).splitlines()
    assert "1 besvart, 1 tilbys ikke, 1 ikke sagt noe om; 3 i alt." == lines[-1]


def test_silence_map_is_about_all_questions(fiction: Registry) -> None:
    """An id together with --open is wrong use."""
    result = CliRunner().invoke(main, ["show", "lia", "hvem_kjorer", "--open"], obj=fiction)
    assert (2, True) == (result.exit_code, "leave ID out" in result.stderr)


# What things are called.


def test_terms_stand_side_by_side(answer: Callable[..., Any]) -> None:
    """A concept has its national name and what each municipality calls it."""
    row = next(row for row in answer("terms", *ON)["concepts"] if row["id"] == "lagleder")
    assert ("lagleder", {"lia": "drahjelper", "vik": "lagleder"}) == (
        row["national"],
        {
            name["municipality"]: name["name"]
            for name in row["names"]
            if name["municipality"] in ("lia", "vik")
        },
    )


def test_a_local_name_has_its_layer_and_source(answer: Callable[..., Any]) -> None:
    """A local name says which layer it is from, and where it stands."""
    (row,) = answer("terms", "lia", *ON)["concepts"][0]["names"]
    assert ("lia", False, ["heftet"]) == (
        row["layer"],
        row["as_national"],
        [source["document"] for source in row["sources"]],
    )


def test_a_municipality_without_its_own_name_has_the_national(answer: Callable[..., Any]) -> None:
    """A municipality that says nothing of a concept is shown with the nation's name for it."""
    (row,) = answer("terms", "vik", *ON)["concepts"][0]["names"]
    assert ("riket", True) == (row["layer"], row["as_national"])


def test_named_municipalities_stand_in_their_order(answer: Callable[..., Any]) -> None:
    """The municipalities that are asked for are shown, each once, in the order they are named."""
    found = answer("terms", "vik", "9901", "lia", *ON)["concepts"][0]["names"]
    assert ["vik", "lia"] == [row["municipality"] for row in found]


def test_terms_fit_the_page(fiction: Registry) -> None:
    """No line of the text is wider than 80 columns."""
    assert [] == [line for line in _output(fiction, "terms", *ON).splitlines() if len(line) > 80]


def test_terms_text_tells_who_says_what(fiction: Registry) -> None:
    """The text has local names with their sources, and who uses the national name."""
    lines = _output(fiction, "terms", "lia", "vik", *ON).splitlines()
    local = lines.index("  • Lia: drahjelper [heftet 2.0]")
    assert "  Samme navn som nasjonalt: Vik i Sør." == lines[local + 1]


def test_a_municipality_that_cannot_be_used_is_told(fiction: Registry) -> None:
    """A municipality whose rules do not hold on the date is left out, told, and gives exit code 1."""
    result = CliRunner().invoke(main, ["terms", "--on", "1900-01-01", "--lang", "nn"], obj=fiction)
    assert (1, True) == (result.exit_code, "er ikkje med:" in result.stdout)
