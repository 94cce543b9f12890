"""Placed trees to the model: documents become operations on layers, entries become frozen objects."""
