"""Answers as plain data: what JSON holds, in the order of the classes, the same for equal answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import cast

import attrs

Plain = dict[str, "Plain"] | list["Plain"] | str | int | float | bool | None


def to_plain(value: object) -> Plain:
    """Turn an answer, or any part of it, into dictionaries, lists, texts, numbers and truth values."""
    match value:
        case Enum():
            return str(value.value)
        case None | bool() | int() | str():
            return value
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): to_plain(item) for key, item in value.items()}
        case tuple() | list():
            return [to_plain(item) for item in value]
        case _:
            fields = attrs.fields(cast("type[attrs.AttrsInstance]", type(value)))
            return {field.name: to_plain(getattr(value, field.name)) for field in fields}


def to_json(value: object) -> str:
    """Write an answer as JSON, two spaces a level, with Norwegian letters as they are."""
    return json.dumps(to_plain(value), ensure_ascii=False, indent=2)
