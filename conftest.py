"""How hard Hypothesis looks: one profile for all tests, chosen by HYPOTHESIS_PROFILE.

- `default`: fresh examples on every run, for work at a desk
- `ci`: the same examples on every run, so that a red run can be repeated (tox sets it)
- `slow`: many fresh examples, without a limit of time (`tox -e slow`)
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("default", deadline=None, print_blob=True)
settings.register_profile("ci", deadline=None, print_blob=True, derandomize=True, database=None)
settings.register_profile(
    "slow",
    deadline=None,
    print_blob=True,
    max_examples=5_000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
