"""What holds for every command: its help, its exit codes, and what is never repeated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import click
import pytest
from click.testing import CliRunner, Result

from laget import cli
from laget.cli.options import on_option, registry_of, today
from laget.documents.identity import is_identity_number
from laget.registry import Registry

Laget = Callable[..., Result]
SYNTHETIC = (f"018115{number:05}" for number in range(100_000))
NUMBER = next(filter(is_identity_number, SYNTHETIC))
"""A synthetic national identity number: its month is 81."""


class Failing(Registry):
    """A registry in which everything fails with what it is asked for."""

    def __getitem__(self, asked: str) -> object:  # type: ignore[override]
        """Fail with what may be personal."""
        raise RuntimeError(f"secret {asked}")


class Stopped(Registry):
    """A registry at which the user loses patience."""

    def __getitem__(self, asked: str) -> object:  # type: ignore[override]
        """Stop."""
        raise KeyboardInterrupt


def test_help_names_every_command(laget: Laget) -> None:
    """The help has a line for each command."""
    lines = [line.split()[0] for line in laget("--help").stdout.split("Commands:\n")[1].splitlines()]
    assert [*cli.COMMANDS] == lines


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_every_command_has_help(laget: Laget, command: str) -> None:
    """Each command says how it is used."""
    result = laget(command, "--help")
    assert (0, f"Usage: laget {command} ") == (result.exit_code, result.stdout[: 14 + len(command)])


def test_no_command_is_wrong_use(laget: Laget) -> None:
    """Without a command the help is shown as an error."""
    result = laget()
    assert (2, "", "Usage: laget") == (result.exit_code, result.stdout, result.stderr[:12])


def test_unknown_command_is_wrong_use(laget: Laget) -> None:
    """A command that does not exist is wrong use."""
    result = laget("asses")
    assert (2, "error: No such command 'asses'.") == (result.exit_code, result.stderr.splitlines()[2])


def test_wrong_date_is_wrong_use(laget: Laget) -> None:
    """A day that no calendar has is wrong use."""
    result = laget("list", "--on", "2026-02-30")
    expected = "error: Invalid value for '--on': «2026-02-30» is no date; write it like 2026-03-01"
    assert (2, expected) == (result.exit_code, result.stderr.splitlines()[2])


def test_misspelt_municipality_gets_near_names(laget: Laget) -> None:
    """A misspelt municipality is met with those that have near names."""
    result = laget("show", "liia")
    expected = "no municipality is called «liia»: did you mean «lia»"
    assert (2, expected) == (result.exit_code, result.stderr[: len(expected)])


def test_municipality_without_plugin_is_told_apart(laget: Laget) -> None:
    """A real municipality without a plugin gets another message than a misspelt one."""
    result = laget("show", "0301")
    expected = "(0301) is a municipality, but no plugin for it is installed"
    assert (2, True) == (result.exit_code, expected in result.stderr)


def test_date_before_the_rules_is_unusable(laget: Laget) -> None:
    """A date before rules with a known start is unusable input."""
    result = laget("show", "vik", "--on", "2022-12-31")
    expected = "the rules of «vik» hold from 2023-01-01"
    assert (2, expected) == (result.exit_code, result.stderr[: len(expected)])


@pytest.mark.parametrize(
    "arguments",
    [
        (NUMBER,),
        ("show", NUMBER),
        ("show", "lia", NUMBER),
        ("facts", "lia", NUMBER),
        ("route", "lia", NUMBER),
        ("route", "lia", "turvenn", "--step", NUMBER),
        ("assess", NUMBER, "x.yaml"),
        ("assess", "lia", f"{NUMBER}.yaml"),
        ("assess", "lia", f"/{NUMBER}/x.json"),
        ("list", "--on", NUMBER),
        ("list", NUMBER),
        ("list", "--format", NUMBER),
        ("list", f"--{NUMBER}"),
        ("check", NUMBER),
        ("test", NUMBER),
    ],
)
def test_identity_number_is_never_repeated(laget: Laget, arguments: tuple[str, ...]) -> None:
    """A valid national identity number is repeated nowhere, wherever it is written."""
    result = laget(*arguments)
    assert (2, False) == (result.exit_code, NUMBER in result.output)


def test_unexpected_error_says_only_its_type(laget: Laget) -> None:
    """An error in laget itself is told by its type, without what it was about."""
    result = laget("show", "lia", registry=Failing({}))
    expected = "laget failed (RuntimeError). This is an error in laget"
    assert (3, expected, False) == (
        result.exit_code,
        result.stderr[: len(expected)],
        "secret" in result.output,
    )


def test_debugging_shows_the_whole_trace(laget: Laget, monkeypatch: pytest.MonkeyPatch) -> None:
    """With LAGET_DEBUG=1 the exception comes through."""
    monkeypatch.setenv("LAGET_DEBUG", "1")
    assert "secret lia" == str(laget("show", "lia", registry=Failing({})).exception)


def test_debugging_keeps_messages_for_wrong_use(laget: Laget, monkeypatch: pytest.MonkeyPatch) -> None:
    """With LAGET_DEBUG=1 wrong use is still a message and no trace."""
    monkeypatch.setenv("LAGET_DEBUG", "1")
    assert 2 == laget("show", "nowhere").exit_code


def test_stopping_has_its_own_code(laget: Laget) -> None:
    """A command that the user stops exits as shells expect."""
    assert 130 == laget("show", "lia", registry=Stopped({})).exit_code


def test_output_has_no_colour(laget: Laget) -> None:
    """No output holds an escape sequence."""
    assert "\x1b" not in laget("show", "lia").output


def test_without_a_registry_what_is_installed_is_asked() -> None:
    """A command without a registry asks what is installed."""
    with click.Context(cli.main) as context:
        assert "norge" in registry_of(context)


def test_today_is_a_date() -> None:
    """The clock gives a day."""
    assert date is type(today())


def test_on_is_nothing_unless_given() -> None:
    """Without `--on` a command gets no date."""

    @click.command()
    @on_option()
    def command(on: date | None) -> None:
        click.echo(str(on))

    assert "None\n" == CliRunner().invoke(command, []).stdout
