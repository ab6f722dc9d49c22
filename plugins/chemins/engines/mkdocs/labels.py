"""The menu: the labels of ``nav``, which MkDocs drops for our pages; a menu where there is none."""

from collections.abc import Iterable, Iterator

from chemins.engines.page_files import page_file
from chemins.pages.site import Crumb


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


def menu(crumbs: Iterable[Crumb], by_hand: Iterable[str]) -> list[dict[str, str] | str]:
    """A ``nav`` for a site that writes none: our ways in, then the pages written by hand."""
    return [*({crumb.title: page_file(crumb.address)} for crumb in crumbs), *sorted(by_hand)]
