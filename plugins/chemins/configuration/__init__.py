"""``mkdocs.yml`` as it is written: its values, each with its place, and what each may be."""

from chemins.configuration.known import unknown_keys, wrong_shapes, wrong_values
from chemins.configuration.written import Configuration, configuration_of

__all__ = ["Configuration", "configuration_of", "unknown_keys", "wrong_shapes", "wrong_values"]
