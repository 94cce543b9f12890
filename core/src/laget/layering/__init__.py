"""Layers and a date to a handbook: what each layer says is folded into one effective rule book."""
