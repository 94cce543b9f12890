"""Exports: answers in the formats of other programs. `ical` writes calendars."""
