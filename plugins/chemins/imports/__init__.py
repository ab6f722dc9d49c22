"""Open formats in: the files that others publish, as they come, into records.

One module a format, pure: bytes → a publication. Then what is asked for of it, what its shapes
need to be sound, and what is to be written; only ``quartiers.py`` opens a file.
"""
