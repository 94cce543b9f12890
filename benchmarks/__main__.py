"""Run every benchmark beside this file, each in a fresh interpreter: `python benchmarks [NAME …]`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main(asked: list[str]) -> int:
    """Run the benchmarks with the given names, or all; give 1 if one of them breaks."""
    here = Path(__file__).resolve().parent
    found = {script.stem: script for script in sorted(here.glob("[!_]*.py"))}
    if unknown := [name for name in asked if name not in found]:
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(found)}", file=sys.stderr)
        return 2
    return max(subprocess.call([sys.executable, str(found[name])]) for name in asked or found)


sys.exit(main(sys.argv[1:]))
