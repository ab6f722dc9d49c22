"""Is a built site whole? Read from the built files alone, whatever engine wrote them."""

from chemins.gates.site import check_site

__all__ = ["check_site"]
