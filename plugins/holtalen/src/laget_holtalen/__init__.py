"""Holtålen's rules on help to children and families, as documents in `layers/`."""

from __future__ import annotations

from laget import FolderPlugin

plugin = FolderPlugin(__name__)
