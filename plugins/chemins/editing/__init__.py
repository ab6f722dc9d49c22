"""Records changed from a browser on the same machine: what a form asks for, in files."""
