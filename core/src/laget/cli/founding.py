"""`laget new`: a new plugin, or new layers in one that is there."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from laget.cli.options import UnusableError, registry_of, today
from laget.model.layers import Language

if TYPE_CHECKING:
    from laget.registry import Registry
    from laget.scaffold import Ground, NewLayer, Surroundings, Wish, Written


@frozen(kw_only=True)
class Request:
    """What the options say."""

    number: str | None
    name: str | None
    id: str | None
    region: str | None
    members: tuple[str, ...]
    extends: str | None
    language: str | None
    documents: tuple[str, ...]
    like: str | None
    inside: str | None
    to: str | None


@click.command("new", short_help="A new plugin that passes its own checks.")
@click.option("--number", metavar="NUMBER", help="The municipality's number; 99xx for a fictional one.")
@click.option("--name", metavar="NAME", help="The name of a fictional municipality.")
@click.option("--id", "id", metavar="ID", help="The id of the layer (default: made from the name).")
@click.option("--region", metavar="NAME", help="Make a region with members instead of one municipality.")
@click.option(
    "--member", "members", metavar="NUMBER", multiple=True, help="A member: 5026, or «9901 Lia» if fictional."
)
@click.option("--extends", metavar="LAYER", help="What it builds on, such as a region (default: norge).")
@click.option("--language", type=click.Choice(["nb", "nn"]), help="Its written language (default: nb).")
@click.option(
    "--document",
    "documents",
    metavar="TEXT",
    multiple=True,
    help="A document, as «TITLE; DATE; HEADING; HEADING». DATE may be empty.",
)
@click.option("--like", metavar="MUNICIPALITY", help="Ask for what this one has: its ids, never its rules.")
@click.option("--inside", metavar="DIR", help="Add to the plugin in this folder.")
@click.option("--to", metavar="DIR", help="The folder of the plugin (default: laget-ID).")
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Write a plugin that installs and passes `laget check` and `laget test` at once.

    With a terminal it asks for what is left out. Run again, it adds what is missing and never
    overwrites.
    """
    request = Request(**options)
    _refuse_contradictions(request)
    from laget.scaffold import ground_at, plan_of, write

    inside = ground_at(Path(request.inside)) if request.inside is not None else None
    registry = _registry(ctx, inside)
    wish = _wish(_completed(request, registry))
    folder = inside.folder if inside else Path(request.to or f"laget-{wish.layer.id.replace('_', '-')}")
    ground = inside or _again(folder)
    _refuse_taken(wish, registry, ground)
    around = _surroundings(wish, registry)
    written = write(plan_of(wish, around, folder, inside), folder)
    click.echo(_report(written, folder, wish))


def _completed(request: Request, registry: Registry) -> Request:
    """Ask for what is missing, or say which options are."""
    from laget.cli.asking import completed, missing, prompt

    lacking = missing(request)
    if not lacking:
        return request
    if sys.stdin.isatty():
        return completed(request, prompt, set(registry))
    raise UnusableError(
        f"missing: {', '.join(lacking)}; give them, or run `laget new` in a terminal, where it asks"
    )


def _refuse_contradictions(request: Request) -> None:
    if request.region is not None and (request.number is not None or request.name is not None):
        raise UnusableError("a region has neither --number nor --name: give its municipalities with --member")
    if request.members and request.region is None:
        raise UnusableError("--member is for a region: give its name with --region")
    if request.inside is not None and request.to is not None:
        raise UnusableError("--inside says where the plugin is: leave --to out")


def _registry(ctx: click.Context, inside: Ground | None) -> Registry:
    """Give what is installed, with the plugin that is added to: layers may build on its own."""
    if inside is None or ctx.obj is not None:
        return registry_of(ctx)
    from laget.cli.folders import registry_with

    return registry_with([str(inside.folder)])


def _wish(request: Request) -> Wish:
    from laget.scaffold import Wish, document_of

    documents = tuple(document_of(written) for written in request.documents)
    extends = request.extends or "norge"
    language = Language(request.language or "nb")
    layer, members = _layers(request, extends, language)
    for part in ("id", "number"):
        _refuse_twice([getattr(found, part) for found in (layer, *members)], part)
    _refuse_twice([document.id for document in documents], "document")
    return Wish(layer=layer, members=members, documents=documents, like=request.like)


def _layers(request: Request, extends: str, language: Language) -> tuple[NewLayer, tuple[NewLayer, ...]]:
    from laget.scaffold import municipality_of, region_of

    if request.region is None:
        number = request.number or ""
        return municipality_of(number, request.name, request.id, extends, language), ()
    region = region_of(request.region, request.id, extends, language)
    parts = [member.strip().partition(" ") for member in request.members]
    members = [
        municipality_of(number, name.strip() or None, None, region.id, language) for number, _, name in parts
    ]
    return region, tuple(members)


def _refuse_twice(values: list[str | None], what: str) -> None:
    twice = next((value for value in values if value is not None and values.count(value) > 1), None)
    if twice is not None:
        raise UnusableError(f"the {what} «{twice}» is given twice: leave one out, or tell them apart")


def _again(folder: Path) -> Ground | None:
    """Give the plugin that is in the folder already; `None` when there is none."""
    from laget.scaffold import ground_at

    return ground_at(folder) if (folder / "pyproject.toml").is_file() else None


def _refuse_taken(wish: Wish, registry: Registry, ground: Ground | None) -> None:
    """Refuse an id that an installed layer, or one of the same plugin, has with another number."""
    from laget.errors import LagetError
    from laget.scaffold.ground import refuse_taken

    for layer in wish.layers:
        if ground is not None:
            refuse_taken(ground, layer.id, layer.number)
        if layer.id not in set(registry):
            continue
        try:
            number = registry.layer(layer.id).layer.number
        except LagetError:
            continue
        if number != layer.number:
            known = f"with the number {number}" if number else "and is no municipality"
            raise UnusableError(f"the layer «{layer.id}» is installed, {known}: give another id with --id")


def _surroundings(wish: Wish, registry: Registry) -> Surroundings:
    """Read what the new layer builds on, and the catalogue that becomes questions."""
    from laget.scaffold.surroundings import surroundings_of

    return surroundings_of(registry, wish, today())


def _report(written: Written, folder: Path, wish: Wish) -> str:
    lines = [f"wrote {folder / name}" for name in written.wrote]
    lines += [f"added to {folder / name}" for name in written.added]
    if written.kept:
        lines.append(f"kept {len(written.kept)} files that were there")
    first = (wish.members or (wish.layer,))[0].id
    return "\n".join(
        [
            *lines,
            "",
            "Next:",
            f"  laget --plugin {folder} check {first}",
            f"  laget --plugin {folder} test {first}",
            f"  pip install -e {folder}",
        ]
    )
