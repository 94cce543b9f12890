"""Text to placed trees: YAML, JSON and Python data read with the place of every value."""
