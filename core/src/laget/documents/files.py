"""A file to a placed tree, by its suffix; whatever is wrong with the file itself is a finding."""

from __future__ import annotations

from pathlib import Path

from laget.documents.codes import Code
from laget.documents.identity import redact
from laget.documents.json_reader import read_json
from laget.documents.limits import MAX_BYTES
from laget.documents.tree import Reading
from laget.documents.yaml_reader import read_yaml
from laget.findings import Finding, Place, did_you_mean


def read_file(path: Path | str, name: str | None = None, layer: str = "") -> Reading:
    """Give the tree of one file: JSON if it is called so, else YAML.

    `name` is how findings call it, the path itself when not given.
    """
    path = Path(path)
    shown = redact(str(path) if name is None else name)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return _missing(path, shown)
    except (OSError, ValueError) as error:
        return _unreadable(path, shown, error)
    read = read_json if path.suffix.lower() == ".json" else read_yaml
    return read(data, shown, layer)


def _missing(path: Path, shown: str) -> Reading:
    near = did_you_mean(path.name, _neighbours(path))
    hint = redact(near) if near else "check the path, and the folder that the command runs in"
    return Reading(None, (Finding(Code.MISSING_FILE, "there is no such file", Place(shown), hint=hint),))


def _neighbours(path: Path) -> list[str]:
    try:
        return [other.name for other in path.parent.iterdir()]
    except OSError:
        return []


def _unreadable(path: Path, shown: str, error: OSError | ValueError) -> Reading:
    if isinstance(error, OSError) and path.is_dir():
        message, hint = "this is a folder; expected a file", "name one file inside it"
        return Reading(None, (Finding(Code.NOT_A_FILE, message, Place(shown), hint=hint),))
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "its name is not valid"
    message = f"the file cannot be read: {reason.lower()}"
    hint = "check its permissions and its name"
    return Reading(None, (Finding(Code.UNREADABLE_FILE, message, Place(shown), hint=hint),))
