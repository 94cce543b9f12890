"""The national layer: laws, facts, statutory entitlements and open questions; a plugin without privileges."""

from __future__ import annotations

from laget.plugins import FolderPlugin

plugin = FolderPlugin(__name__)
