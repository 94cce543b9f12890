"""Hallingdal's shared services and what is each municipality's own, as documents in `layers/`."""

from __future__ import annotations

from laget import FolderPlugin

plugin = FolderPlugin(__name__)
