"""Our style sheets, for every engine: what each page loads, in this order."""

STYLES = ("chemins/journal.css", "chemins/story.css")
"""Where they are on the site."""
