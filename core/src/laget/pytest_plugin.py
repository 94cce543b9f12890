"""The pytest plugin: tells at the end of a run how far municipalities have come with their open questions.

pytest finds it by its entry point. It imports nothing of laget: a run without laget's tests pays nothing.
"""

from __future__ import annotations

from typing import Any, Final

PROGRESS: Final = "laget_progress"
"""The property of a test report that holds a line to show; it also comes from other processes."""


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Show what the conformance kit has recorded."""
    lines = [
        str(value)
        for reports in terminalreporter.stats.values()
        for report in reports
        for key, value in getattr(report, "user_properties", ())
        if key == PROGRESS
    ]
    if lines:
        terminalreporter.section("laget: open questions")
        for line in sorted(set(lines)):
            terminalreporter.write_line(line)
