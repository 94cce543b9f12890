"""Writes the schemas and the reference into the repository that the command runs in."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from laget.schema.writing import write

sys.exit(write(Path.cwd(), datetime.now(UTC).date()))
