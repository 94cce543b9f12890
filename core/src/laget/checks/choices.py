"""Choices: a hole or an overlap between lines is a mistake, unless the source has it and it is declared."""

from __future__ import annotations

from collections.abc import Iterator

from laget.checks.folded import Folded, Spot
from laget.findings import Finding, Severity
from laget.model.choices import Route, RouteLine


def check_choices(folded: Folded) -> Iterator[Finding]:
    """Find routes that lose an entitlement or send it two ways."""
    for route in folded.book.routes.values():
        spot = Spot("routes", route, (), route)
        yield from _check_overlap(folded, spot, route)
        yield from _check_hole(folded, spot, route)
        yield from _check_circle(folded, spot, route)


def _check_circle(folded: Folded, spot: Spot, route: Route) -> Iterator[Finding]:
    """Find steps that are like another step, and that like them in the end."""
    reached, waiting = set[str](), [route.id]
    while waiting:
        current = folded.book.routes.get(waiting.pop())
        for line in current.lines if current else ():
            if line.to.same_as == route.id:
                message = f"«{route.id}» is like «{line.to.same_as}» by way of other steps: nobody is named"
                yield Finding("circle", message, folded.place(spot, "lines"), hint="name an office or a role")
                return
            if line.to.same_as is not None and line.to.same_as not in reached:
                reached.add(line.to.same_as)
                waiting.append(line.to.same_as)


def lines_for(route: Route, entitlement: str) -> tuple[RouteLine, ...]:
    """Give the lines of a route that are for an entitlement."""
    named = {name for line in route.lines for name in line.applies_to}
    return tuple(
        line
        for line in route.lines
        if entitlement in line.applies_to
        or (not line.applies_to and (not line.others or entitlement not in named))
    )


def _check_overlap(folded: Folded, spot: Spot, route: Route) -> Iterator[Finding]:
    for name in folded.book.entitlements:
        sure = [line for line in lines_for(route, name) if line.when is None and line.unclear is None]
        if len(sure) > 1 and route.overlap is None:
            ids = " and ".join(f"«{line.id}»" for line in sure)
            message = f"for «{name}» the lines {ids} of «{route.id}» always hold at the same time"
            hint = "give one «applies_to», «others: true» or «when»; or declare the source's own «overlap»"
            yield Finding("overlap", message, folded.place(spot, "lines"), hint=hint)


def _check_hole(folded: Folded, spot: Spot, route: Route) -> Iterator[Finding]:
    lost = [name for name in folded.book.entitlements if not lines_for(route, name)]
    if not route.lines or not lost:
        return
    if route.hole is None:
        message = f"«{route.id}» has no line for {', '.join(lost)}"
        hint = "add a line, or declare with «hole» that the source is silent"
        yield Finding("hole", message, folded.place(spot, "lines"), hint=hint)
    else:
        message = f"«{route.id}» is silent about {', '.join(lost)}: {route.hole.note}"
        yield Finding("declared-hole", message, folded.place(spot, "hole"), Severity.NOTE)
