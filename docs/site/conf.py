"""The site of the documentation: Sphinx reads the pages where they lie, from the top of the repository.

    sphinx-build -W --keep-going -c docs/site . FOLDER

Nothing is fetched, neither by the build nor by a page that it makes.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

project = "laget"
root_doc = "docs/index"
language = "en"
extensions = ["myst_parser", "site_parts"]

include_patterns = [
    "*.md",
    "changes/README.md",
    "core/src/laget/schemas/README.md",  # schemas/ is a link to this folder
    "docs/**",
    "examples/README.md",
    "plugins/*/README.md",
]
exclude_patterns = [".*", "**/.*", "**/__pycache__", "benchmarks", "tests", "**/tests"]

# A link, an anchor or a page without a place in the navigation that is wrong is a warning, and a
# warning is an error.
suppress_warnings = ["misc.highlighting_failure"]  # a bad example may be no YAML at all
nitpicky = True
myst_heading_anchors = 4

html_theme = "furo"
html_title = "laget"
html_static_path = ["site.css"]
html_css_files = ["site.css"]
html_extra_path = ["index.html"]  # leads from the top of the site to its start page
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_use_index = False
pygments_style = "default"
pygments_dark_style = "github-dark"
