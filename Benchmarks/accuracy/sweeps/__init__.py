"""How the measures of one scalp drift when one thing about the photo is changed."""
