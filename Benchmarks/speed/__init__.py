"""How long Scalpline takes: beside other programs, by the size of the photo, by jobs, and where the time goes."""
