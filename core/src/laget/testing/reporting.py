"""A pytest plugin: tells at the end of a run how far municipalities have come with their open questions.

The conformance kit registers it in the run that uses the kit. An entry point would load laget into every
run of pytest wherever laget is installed, and make pytest rewrite its modules.
"""

from __future__ import annotations

from typing import Any, Final

from attrs import define, field

NAME: Final = "laget-progress"
"""What the plugin is called in a run."""


@define
class Reporter:
    """Keeps what is to be told, and tells it once."""

    lines: dict[str, None] = field(factory=dict)

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Tell how far each municipality has come."""
        terminalreporter.section("laget: open questions")
        for line in self.lines:
            terminalreporter.write_line(line)


def tell(config: Any, line: str) -> None:
    """Have a line told at the end of a run."""
    reporter = config.pluginmanager.get_plugin(NAME)
    if reporter is None:
        reporter = Reporter()
        config.pluginmanager.register(reporter, NAME)
    reporter.lines[line] = None
