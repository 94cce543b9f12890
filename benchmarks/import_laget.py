"""What `import laget` costs beside the libraries that it cannot do without.

The promise: at most what importing attrs, cattrs and pluggy costs, plus 30 ms. Names are
imported when they are first used, so a line that uses all of them is measured too.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

ROUNDS = 15
SUBJECTS = {
    "nothing": "pass",
    "attrs, cattrs and pluggy": "import attrs, cattrs, pluggy",
    "laget": "import laget",
    "laget and every public name": "from laget import *",
}


def milliseconds(statement: str) -> float:
    """Wall time of a fresh interpreter that runs one statement."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Measure the subjects in turns, so that a busy moment hits all of them, and print medians."""
    rounds = [{name: milliseconds(code) for name, code in SUBJECTS.items()} for _ in range(ROUNDS)]
    median = {name: statistics.median(turn[name] for turn in rounds) for name in SUBJECTS}
    own = {name: median[name] - median["nothing"] for name in SUBJECTS if name != "nothing"}
    for name, cost in own.items():
        print(f"import {name}: {cost:.0f} ms")
    libraries = own["attrs, cattrs and pluggy"]
    for name in ("laget", "laget and every public name"):
        print(f"{name}: ratio {own[name] / libraries:.2f}, {own[name] - libraries:+.0f} ms")
    print("promised: `import laget` at most +30 ms")


main()
