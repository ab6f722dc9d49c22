"""MkDocs and Material: thin plugins, and the build that wraps them."""
