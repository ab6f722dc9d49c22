"""The strategy in open formats."""
