"""Answers and handbooks as text of at most 80 columns: pure functions, no colours, no clock, no files."""
