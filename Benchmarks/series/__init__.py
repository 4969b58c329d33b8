"""How well photos of months become one scalp: see README.md."""
