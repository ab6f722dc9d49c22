"""Our style sheets, for every engine: what each page loads, in this order.

A page that needs one more names it itself: see ``Page.styles``.
"""

STYLES = ("chemins/journal.css", "chemins/story.css")
"""Where they are on the site."""
