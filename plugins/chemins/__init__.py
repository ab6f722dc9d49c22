"""Chemins publishes a territory's strategy as a site that residents can walk through."""

__version__ = "0.1.0"
