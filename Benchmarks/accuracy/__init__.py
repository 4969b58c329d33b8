"""Measures of Scalpline beside the truth of rendered photos, and beside what others find in them."""
