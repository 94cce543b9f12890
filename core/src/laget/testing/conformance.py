"""The conformance kit: one line in a plugin's tests runs everything that must hold of any plugin.

    from laget.testing import conformance

    test_conforms = conformance("laget_lia")

Each law is a test of its own, named by the law. A plugin that breaks one for a reason says so:
`conformance("laget_lia", exempt={"rules-are-covered": "Sakene skrives i mai."})`. Such a law fails as
expected; one that holds after all, or an exemption without a reason, fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from laget.findings import did_you_mean
from laget.testing.laws import LAWS, Laws
from laget.testing.reporting import tell
from laget.testing.subject import Subject

SHOWN: Final = 20
"""How many breaches of one law are shown."""


def conformance(plugin: str, *, exempt: Mapping[str, str] | None = None) -> Callable[..., None]:
    """Give a pytest test for a plugin, named by its module, or as in its entry point: `module:name`.

    `exempt` says why laws do not have to hold, by their names. Raises `ValueError` for a name that
    is no law's.
    """
    import pytest

    reasons = dict(exempt or {})
    for law in reasons:
        if law not in LAWS:
            hint = did_you_mean(law, LAWS) or f"they are {', '.join(LAWS)}"
            raise ValueError(f"there is no law «{law}»: {hint}")
    module, _, name = plugin.partition(":")
    laws = Laws(Subject(module, name or "plugin"))

    @pytest.mark.parametrize("law", LAWS)
    def test_conforms(law: str, pytestconfig: pytest.Config) -> None:
        """The plugin keeps the law."""
        if law == OPEN:
            for line in _progress(laws):
                tell(pytestconfig, line)
        _hold(laws, law, reasons.get(law))

    return test_conforms


def _progress(laws: Laws) -> list[str]:
    """Give how far each municipality has come; nothing where the plugin cannot be asked."""
    try:
        return [found.line for found in laws.progress()]
    except Exception:  # noqa: BLE001 - why it cannot be asked is told by the laws
        return []


OPEN: Final = [*LAWS][-1]
"""The law with which is also told how far the municipalities have come."""


def _hold(laws: Laws, law: str, reason: str | None) -> None:
    """Try a law: passes, fails with everything that breaks it, or fails as expected where it is exempt."""
    import pytest

    broken = list(_broken(LAWS[law], laws))
    if reason is None:
        if broken:
            pytest.fail(_told(law, broken), pytrace=False)
    elif not reason.strip():
        pytest.fail(f"the exemption from «{law}» has no reason: say why the law cannot hold", pytrace=False)
    elif not broken:
        pytest.fail(f"the exemption from «{law}» exempts nothing: the law holds; remove it", pytrace=False)
    else:
        pytest.xfail(reason)


def _broken(law: Callable[[Laws], Iterator[str]], laws: Laws) -> Iterator[str]:
    """Give what breaks a law; that it cannot be tried breaks it too."""
    try:
        yield from law(laws)
    except Exception as error:  # noqa: BLE001 - whatever a plugin does, it is told by the law
        yield f"{type(error).__name__}: {error}"


def _told(law: str, broken: list[str]) -> str:
    lines = [f"{law}: {LAWS[law].__doc__}", *(f"  {found}" for found in broken[:SHOWN])]
    return "\n".join([*lines, *([f"  and {len(broken) - SHOWN} more"] if len(broken) > SHOWN else [])])
