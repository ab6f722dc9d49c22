"""Timed work: how long the product takes, beside plain MkDocs and Material on as many pages."""
