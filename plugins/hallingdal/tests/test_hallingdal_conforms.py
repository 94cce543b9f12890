"""The plugin keeps every law that holds of any plugin."""

from __future__ import annotations

from laget.testing import conformance

test_conforms = conformance("laget_hallingdal")
