"""What keeps the files of a site in order: one shape, and the form that the program reads."""
