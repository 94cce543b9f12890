"""Choices: a hole or an overlap between lines is a mistake, unless the source has it and it is declared."""

from __future__ import annotations

from collections.abc import Iterator

from laget.checks.circles import circular
from laget.checks.folded import Folded, Spot
from laget.findings import Finding, Severity
from laget.model.choices import Route, RouteLine


def check_choices(folded: Folded) -> Iterator[Finding]:
    """Find routes that lose an entitlement or send it two ways."""
    for route in folded.book.routes.values():
        spot = Spot("routes", route, (), route)
        yield from _check_overlap(folded, spot, route)
        yield from _check_hole(folded, spot, route)
    yield from _check_circles(folded)


def _check_circles(folded: Folded) -> Iterator[Finding]:
    """Find steps that are like another step, and that like them in the end."""
    routes = folded.book.routes
    likes = {
        name: [line.to.same_as for line in route.lines if line.to.same_as is not None]
        for name, route in routes.items()
    }
    for name in circular(likes):
        message = f"«{name}» is like another step, and that in the end like it: nobody is named"
        place = folded.place(Spot("routes", routes[name], (), routes[name]), "lines")
        yield Finding("circle", message, place, hint="name an office or a role")


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
