"""The version of the form in which records are written: the one that this program reads."""

SCHEMA_VERSION = 1
"""The version that this program reads and writes.

A field renamed, a choice reworded, a part moved makes a new one, with the migration that brings
records to it; a field added does not.
"""
