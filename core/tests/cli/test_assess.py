"""`laget assess`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from click.testing import Result

from laget.documents.identity import is_identity_number
from laget.municipality import Municipality
from laget.plain import to_json
from laget.plugins import FolderPlugin
from laget.registry import Registry

Laget = Callable[..., Result]


def test_json_is_the_assessment(laget: Laget, case: str, lia: Municipality) -> None:
    """The JSON is that of the assessment itself."""
    assert f"{to_json(lia.assess(Path(case)))}\n" == laget("assess", "lia", case, "--format", "json").stdout


def test_text_leads_with_what_is_applied_for(laget: Laget, case: str) -> None:
    """The first answer is the one that is applied for."""
    lines = laget("assess", "lia", case).stdout.splitlines()
    assert "Turvenn (tjeneste)" == lines[lines.index("DET ER SØKT OM") + 3]


def test_text_with_all_shows_more(laget: Laget, case: str) -> None:
    """With `--all` every entitlement is shown in full."""
    assert "Hjelpeplan (plan)" in laget("assess", "lia", case, "--all").stdout.splitlines()


@pytest.mark.parametrize(
    "given",
    [
        "facts: {alder: 9}",
        '{"facts": {"alder": 9}}',
        "{facts: {alder: 9}}",
        '{\n\t"facts": {"alder": 9}\n}',
    ],
)
def test_standard_input_may_be_yaml_or_json(answer: Callable[..., Any], given: str) -> None:
    """A dash reads a case in either form from standard input."""
    assert "lia" == answer("assess", "lia", "-", given=given)["municipality"]["id"]


def test_faulty_json_is_told_as_json(laget: Laget) -> None:
    """Standard input that is neither good YAML nor good JSON is unusable, with its place."""
    result = laget("assess", "lia", "-", given='{"facts": {"alder": 9}')
    assert (2, "standard input:") == (result.exit_code, result.stderr[:15])


def test_the_option_outranks_the_case(answer: Callable[..., Any], case: str) -> None:
    """A date on the command line is the one that is asked about."""
    assert "2027-01-01" == answer("assess", "lia", case, "--on", "2027-01-01")["on"]


def test_the_date_of_the_case_outranks_today(answer: Callable[..., Any], case: str) -> None:
    """Without a date on the command line, the case says."""
    assert "2026-03-01" == answer("assess", "lia", case)["on"]


def test_missing_file_is_unusable(laget: Laget, tmp_path: Path) -> None:
    """A file that does not exist is unusable input."""
    result = laget("assess", "lia", str(tmp_path / "none.yaml"))
    assert (2, True) == (result.exit_code, "there is no such file" in result.stderr)


def test_folder_is_unusable(laget: Laget, tmp_path: Path) -> None:
    """A folder instead of a file is unusable input."""
    result = laget("assess", "lia", str(tmp_path))
    assert (2, True) == (result.exit_code, "this is a folder" in result.stderr)


def test_all_faults_of_a_case_are_told(laget: Laget) -> None:
    """Everything that is wrong with a case is told at once."""
    result = laget("assess", "lia", "-", given="facts: {aldr: 9, natt: 3}")
    assert (2, 2) == (result.exit_code, result.stderr.count(": error: "))


def test_identity_number_in_a_case_is_refused(laget: Laget) -> None:
    """A case with a national identity number is refused without repeating it."""
    number = next(filter(is_identity_number, (f"018115{number:05}" for number in range(100_000))))
    result = laget("assess", "lia", "-", given=f"facts: {{alder: {number}}}")
    assert (2, False, True) == (result.exit_code, number in result.output, "identity" in result.output)


def test_documents_with_errors_give_no_answer(laget: Laget, fiction_folder: Path, tmp_path: Path) -> None:
    """A municipality whose documents have an error answers nothing."""
    copytree(fiction_folder, tmp_path / "plugin")
    path = tmp_path / "plugin/layers/lia/services.yaml"
    path.write_text(path.read_text("utf-8").replace("alder >= 8", "aldr >= 8"), "utf-8")
    registry = Registry.of([FolderPlugin(tmp_path / "plugin")])
    result = laget("assess", "lia", "-", given="{}", registry=registry)
    assert (2, "", True) == (result.exit_code, result.stdout, "aldr" in result.stderr)


def test_output_is_the_same_twice(laget: Laget, case: str) -> None:
    """The same question gives the same bytes."""
    first, second = (laget("assess", "lia", case, "--format", "json").stdout for _ in range(2))
    assert json.loads(first) == json.loads(second)
