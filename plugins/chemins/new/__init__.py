"""A new territory: what was asked for → the files of a whole site, each kind with its example."""

from chemins.new.site import site_files
from chemins.new.wished import Wished

__all__ = ["Wished", "site_files"]
