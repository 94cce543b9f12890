"""The model: frozen classes for every word of the domain. No I/O, no municipality."""
