"""Entries of a handbook as plain data, expressions as their text; with `origin`, where each comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import attrs

from laget.model.expressions import Formula
from laget.plain import Plain, to_plain


def plain_entry(value: object, *, origin: bool = False) -> Plain:
    """Turn an entry, or any part of it, into dictionaries, lists, texts, numbers and truth values."""
    if isinstance(value, Formula):
        return value.text
    if isinstance(value, tuple):
        return [plain_entry(item, origin=origin) for item in value]
    if isinstance(value, Mapping):
        return {key: plain_entry(item, origin=origin) for key, item in value.items()}
    if not attrs.has(type(value)):
        return to_plain(value)
    fields = attrs.fields(cast("type[attrs.AttrsInstance]", type(value)))
    kept = [field.name for field in fields if origin or not field.metadata.get("internal")]
    return {name: plain_entry(getattr(value, name), origin=origin) for name in kept}
