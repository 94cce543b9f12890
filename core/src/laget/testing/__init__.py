"""Proving plugins: the conformance kit, and the cases that plugins ship.

One line in a plugin's tests runs everything that must hold of any plugin:

    from laget.testing import conformance

    test_conforms = conformance("laget_lia")

A case says what a child's case is, and a part of the answer it must get.

A plugin keeps them in a folder `cases` in its package, as documents of the kind `cases`:

    kind: cases
    municipality: lia
    cases:
      - id: femaring
        shows: En femåring med særlig tyngende omsorg fyller kriteriene.
        case:
          on: 2026-03-01
          facts: {alder: 5, saerlig_tyngende_omsorg: true}
        expect:
          entitlements:
            avlastning_bolig: {outcome: met}
"""

from __future__ import annotations

from laget.testing.conformance import conformance
from laget.testing.coverage import coverage
from laget.testing.examples import Example, examples
from laget.testing.matching import Mismatch, mismatches
from laget.testing.running import run

__all__ = ["Example", "Mismatch", "conformance", "coverage", "examples", "mismatches", "run"]
