"""Writing a document from its parsed form, so that it can be read again."""

from __future__ import annotations

from decimal import Decimal

import yaml

from laget.documents.tree import Node, plain


class _Writer(yaml.SafeDumper):
    """Writes what documents hold; decimals are numbers to laget, and unknown to plain YAML."""


def _decimal(writer: _Writer, value: Decimal) -> yaml.ScalarNode:
    digits = format(value, "f")
    return writer.represent_scalar("tag:yaml.org,2002:float", digits if "." in digits else f"{digits}.0")


def _text(writer: _Writer, value: str) -> yaml.ScalarNode:
    return writer.represent_scalar("tag:yaml.org,2002:str", value, style='"')


_Writer.add_representer(Decimal, _decimal)
_Writer.add_representer(str, _text)


def document_of(node: Node) -> object:
    """Give what a document says, without the places in its text."""
    return plain(node)


def written(data: object) -> str:
    """Write a document as YAML, every text in quotes."""
    return yaml.dump(data, Dumper=_Writer, allow_unicode=True, sort_keys=False, default_flow_style=False)
