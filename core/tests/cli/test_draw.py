"""`laget draw`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from laget.pictures import PICTURES

Laget = Callable[..., Result]
ON = ("--on", "2026-03-01")


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_printed(laget: Laget, name: str) -> None:
    """Without a file, the picture and nothing else goes to standard output."""
    result = laget("draw", "lia", name, *ON)
    assert (0, "") == (result.exit_code, result.stderr)
    assert result.stdout.startswith("<svg ")
    assert result.stdout.endswith("</svg>\n")


def test_a_picture_is_written_to_a_file(laget: Laget, tmp_path: Path) -> None:
    """With a file, the picture is written there and nothing is printed."""
    path = tmp_path / "lia.svg"
    result = laget("draw", "lia", "levels", *ON, "--output", str(path))
    assert (0, "") == (result.exit_code, result.output)
    assert laget("draw", "lia", "levels", *ON).stdout.encode() == path.read_bytes()


def test_a_file_that_cannot_be_written_is_told(laget: Laget, tmp_path: Path) -> None:
    """The error says which file, why, and what to do."""
    path = tmp_path / "missing" / "lia.svg"
    result = laget("draw", "lia", "levels", *ON, "--output", str(path))
    assert (2, "") == (result.exit_code, result.stdout)
    assert f"«{path}» cannot be written: no such file or directory; name a file" in result.stderr


def test_another_picture_is_met_with_those_there_are(laget: Laget) -> None:
    """A name that is no picture is wrong use."""
    result = laget("draw", "lia", "map", *ON)
    assert 2 == result.exit_code
    assert "'map' is not one of 'services', 'levels', 'routes'" in result.stderr


def test_a_municipality_without_levels_gets_a_picture(laget: Laget) -> None:
    """Silence is an answer, not an error."""
    result = laget("draw", "vik", "levels", *ON, "--lang", "nn")
    assert 0 == result.exit_code
    assert "Kjelda seier ikkje noko om nivå eller trinn i Vik i Sør." in result.stdout


def test_a_picture_is_of_its_date(laget: Laget) -> None:
    """The picture is of the rules that hold on the date."""
    found = laget("draw", "lia", "routes", "--on", "2024-07-01").stdout
    assert "Sommerleir" in found
    assert "1. juli 2024" in found
