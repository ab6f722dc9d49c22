"""The strategy → the pages of a site. One module a kind of page; no engine is known here."""
