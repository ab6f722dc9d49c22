"""The labels of ``nav``, which MkDocs drops for a page that exists before it reads them."""

from collections.abc import Iterator


def labels(nav: object) -> Iterator[tuple[str, str]]:
    """The (file, label) pairs of ``nav``, as ``mkdocs.yml`` holds it, at any depth."""
    if isinstance(nav, list):
        for each in nav:
            yield from labels(each)
    elif isinstance(nav, dict):
        for label, value in nav.items():
            if isinstance(value, str):
                yield value, str(label)
            else:
                yield from labels(value)
