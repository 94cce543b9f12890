"""How much one document may hold: generous for people, small enough for any machine."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 512 * 1024
MAX_DEPTH: Final = 64
MAX_VALUES: Final = 50_000
"""Values and keys together."""
MAX_NUMBER_LENGTH: Final = 40
"""Characters of a number, and the largest size of its exponent."""
MAX_FINDINGS: Final = 100
"""Findings shown for one file; a file with more is most often of another kind."""
MAX_QUOTE: Final = 40
"""Characters of a document that a message repeats."""
