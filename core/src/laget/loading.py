"""Loading a layer: what its plugins say is put together, in an order that no plugin decides."""

from __future__ import annotations

from attrs import frozen

from laget.documents.tree import Node, plain
from laget.errors import InvalidDocumentsError, LagetError, PluginError
from laget.findings import Finding, Severity, in_order
from laget.layering.handbooks import LoadedLayer
from laget.model.layers import Layer
from laget.plugins import Provider, Said
from laget.structuring.contents import Operation, Verb
from laget.structuring.converter import structured
from laget.structuring.misfits import MisfitError


@frozen
class Loaded:
    """A layer, or why it cannot be used, with the findings of its documents."""

    layer: LoadedLayer | LagetError
    findings: tuple[Finding, ...]


def load(id_: str, providers: tuple[Provider, ...]) -> Loaded:
    """Ask the plugins of a layer for everything they say about it; never raises."""
    operations: list[Operation] = []
    findings: list[Finding] = []
    try:
        for said in sorted((provider.says(id_) for provider in providers), key=_content):
            operations += said.operations
            findings += said.findings
        layer = _own_layer(id_, operations, findings, providers)
    except LagetError as error:
        return Loaded(error, in_order(findings))
    version = ", ".join(sorted({provider.version for provider in providers}))
    return Loaded(LoadedLayer(layer, version, tuple(operations)), in_order(findings))


def _content(said: Said) -> list[str]:
    """Order what several plugins say by what it is, so that no order of loading shows."""
    return [repr((found.section, found.id, plain(found.node))) for found in said.operations]


def _own_layer(
    id_: str, operations: list[Operation], findings: list[Finding], providers: tuple[Provider, ...]
) -> Layer:
    own = [operation for operation in operations if operation.section == "layer"]
    if not own and all(found.severity is not Severity.ERROR for found in findings):
        provider = providers[0]
        cause = f"it has no document of the kind «layer» for «{id_}»"
        raise PluginError(id_, provider.distribution, provider.version, cause)
    for other in own[1:]:
        message = f"the layer «{id_}» is already described at {own[0].node.place()}"
        findings.append(
            Finding("added-twice", message, other.node.place(("layer",)), hint="keep one of them")
        )
    if own and (own[0].id != id_ or own[0].verb is not Verb.ADDS):
        message = f"this document stands in the layer «{id_}», and describes «{own[0].id}»"
        findings.append(
            Finding("wrong-layer", message, own[0].node.place(("layer",)), hint=f"write «id: {id_}»")
        )
        raise InvalidDocumentsError(findings)
    try:
        layer = structured(own[0].node, Layer) if own else None
    except MisfitError as error:
        findings += error.under("layer")
        layer = None
    if layer is None:
        raise InvalidDocumentsError(findings)
    return layer


def described_at(loaded: LoadedLayer) -> Node:
    """Give the tree of the document in which a layer describes itself."""
    return next(operation.node for operation in loaded.operations if operation.section == "layer")
