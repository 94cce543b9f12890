"""Writes every generated file into the repository that the command runs in."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from docs.generating.files import write

sys.exit(write(Path.cwd(), datetime.now(UTC).date()))
