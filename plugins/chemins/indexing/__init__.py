"""The index of the search: what each page says, as files that a browser fetches a few of.

Pagefind makes it; ``theme/static/chemins/search-index.js`` reads it. See decision 37.
"""
