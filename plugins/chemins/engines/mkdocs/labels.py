"""The menu: the labels of ``nav``, which MkDocs drops for our pages; a menu where there is none."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

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


def without(nav: Any, files: Container[str]) -> Any:
    """``nav`` without the entries that name one of ``files``, nor the headings of nothing else."""
    if isinstance(nav, list):
        kept = (without(each, files) for each in nav)
        return [each for each in kept if each]
    if isinstance(nav, dict):
        named = {label: without(value, files) for label, value in nav.items()}
        return {label: value for label, value in named.items() if value}
    return None if nav in files else nav


def menu(
    crumbs: Iterable[Crumb], standing: Mapping[str, str], by_hand: Iterable[str]
) -> list[dict[str, str] | str]:
    """A ``nav`` for a site that writes none: our ways in, then the pages written by hand.

    ``standing`` says which file stands at each place of the site: a page written by hand may.
    """
    ours = {crumb.title: standing.get(f"{crumb.address}index.html") for crumb in crumbs}
    found = [{title: file} for title, file in ours.items() if file]
    return [*found, *sorted(set(by_hand).difference(ours.values()))]
