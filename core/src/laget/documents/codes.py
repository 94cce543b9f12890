"""The codes of everything that can be wrong with a document before its content is looked at."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """The stable name of one kind of problem; each has a page in the documentation."""

    ANCHOR = "anchor"
    BYTE_ORDER_MARK = "byte-order-mark"
    CONTROL_CHARACTER = "control-character"
    CYCLE = "cycle"
    DIRECTIVE = "directive"
    DUPLICATE_KEY = "duplicate-key"
    EMPTY_DOCUMENT = "empty-document"
    FOREIGN_TAG = "foreign-tag"
    IDENTITY_NUMBER = "identity-number"
    IMPOSSIBLE_DATE = "impossible-date"
    JSON_SYNTAX = "json-syntax"
    KEY_NOT_TEXT = "key-not-text"
    LEADING_ZERO = "leading-zero"
    MERGE_KEY = "merge-key"
    MISSING_FILE = "missing-file"
    NOT_A_FILE = "not-a-file"
    NOT_DATA = "not-data"
    NOT_FINITE = "not-finite"
    NOT_UTF_8 = "not-utf-8"
    NUMBER_TOO_LONG = "number-too-long"
    SECOND_DOCUMENT = "second-document"
    TAB_INDENTATION = "tab-indentation"
    TOO_DEEP = "too-deep"
    TOO_LARGE = "too-large"
    TOO_MANY_FINDINGS = "too-many-findings"
    TOO_MANY_VALUES = "too-many-values"
    UNREADABLE_FILE = "unreadable-file"
    YAML_SYNTAX = "yaml-syntax"
