"""Python data to the same tree as documents give, for plugins that answer in code and for hosts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from laget.documents.builder import TreeBuilder
from laget.documents.codes import Code
from laget.documents.complaints import Complaints, ReadingStoppedError
from laget.documents.limits import MAX_NUMBER_LENGTH
from laget.documents.scalars import Fault, not_finite, number, too_long
from laget.documents.tree import Reading, Scalar, SourceFile
from laget.findings import in_order


def from_python(data: object, source: SourceFile) -> Reading:
    """Give the tree of plain data: mappings, sequences, texts, numbers, booleans, dates and None.

    It has no lines; a finding tells the path instead.
    """
    complaints = Complaints(source)
    builder = TreeBuilder(complaints)
    try:
        _read(data, builder, frozenset())
    except ReadingStoppedError:
        return Reading(None, in_order(complaints.findings))
    return Reading(builder.root, in_order(complaints.findings))


def _read(data: object, builder: TreeBuilder, around: frozenset[int]) -> None:
    """Pass one value on to the builder; `around` holds the identities of what it lies inside."""
    if id(data) in around:
        builder.scalar(_cycle())
    elif isinstance(data, Mapping):
        _read_mapping(data, builder, around | {id(data)})
    elif isinstance(data, Sequence) and not isinstance(data, str | bytes | bytearray | memoryview):
        builder.open_list()
        for item in data:
            _read(item, builder, around | {id(data)})
        builder.close()
    else:
        builder.scalar(_scalar(data))


def _read_mapping(data: Mapping[object, object], builder: TreeBuilder, around: frozenset[int]) -> None:
    builder.open_mapping()
    for key, value in data.items():
        _read(key, builder, around)
        _read(value, builder, around)
    builder.close()


def _scalar(data: object) -> Scalar | Fault:
    match data:
        case None | bool():
            return data
        case str():
            return str.__str__(data)
        case int() | float() | Decimal():
            return _number(data)
        case date() if not isinstance(data, datetime):
            return data
        case _:
            return _not_data(data)


def _number(data: float | Decimal) -> int | Decimal | Fault:
    if isinstance(data, int):
        return too_long() if abs(data) >= 10**MAX_NUMBER_LENGTH else int(data)
    exact = Decimal(repr(float(data))) if isinstance(data, float) else data
    if not exact.is_finite():
        return not_finite()
    fault = number(str(exact))
    return fault if isinstance(fault, Fault) else exact


def _cycle() -> Fault:
    return Fault(Code.CYCLE, "the data contains itself", "build it from values that end")


def _not_data(data: object) -> Fault:
    return Fault(
        Code.NOT_DATA,
        f"an object of type {type(data).__name__} is no data; "
        "expected a mapping, a sequence, text, a number, a boolean, a date or None",
        "turn it into one of these first",
    )
