"""What a site's settings say of what may be published, whoever reads them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any


def never(_path: str) -> bool:
    """Says no of every path."""
    return False


@dataclass(frozen=True, slots=True)
class Publication:
    """What may be published of a content folder."""

    approved_only: bool = False
    """Whether of its records only the approved ones."""

    attachments: frozenset[str] = frozenset()
    """Endings of files that are let through besides the usual ones, in lower case, no dot."""

    own_files: frozenset[str] = frozenset()
    """The files that the settings name: the site's own styles and scripts."""

    preview: bool = False
    """Whether its authors alone see it: what waits to be approved is then shown, and marked."""

    left_out: Callable[[str], bool] = never
    """Whether a path is kept out of the site, as ``exclude_docs`` says."""

    def publishes(self, path: str) -> bool:
        """Whether the settings let ``path`` be published."""
        # MkDocs leaves this folder out without being asked.
        return not path.startswith("templates/") and not self.left_out(path)


OWN = ("extra_css", "extra_javascript", "extra_templates")
"""The settings of MkDocs that name files of the content folder."""

EVERYTHING = Publication()
"""What is published where no settings say otherwise."""


def publication_in(
    settings: Mapping[str, Any], own: Mapping[str, Any], *, approved_only: bool
) -> Publication:
    """What ``mkdocs.yml`` says, read as YAML; ``own`` is what it says under our plugin's name.

    What is not of the shape that MkDocs asks for counts as not said: MkDocs tells it.
    """
    excluded = settings.get("exclude_docs")
    named = [each for key in OWN for each in _list(settings, key)]
    return Publication(
        approved_only=approved_only,
        attachments=endings(_list(own, "attachments")),
        own_files=own_files(each.get("path") if isinstance(each, dict) else each for each in named),
        left_out=_matching(excluded) if isinstance(excluded, str) else never,
    )


def endings(typed: Iterable[Any]) -> frozenset[str]:
    """Endings of files as they are compared: « .ZIP » is ``zip``."""
    return frozenset(str(each).strip().lstrip(".").lower() for each in typed)


def own_files(named: Iterable[Any]) -> frozenset[str]:
    """Paths as settings name them → paths of the content folder."""
    return frozenset(str(each).partition("?")[0].lstrip("/") for each in named if each)


def _matching(patterns: str) -> Callable[[str], bool]:
    # Only for those who ask: it takes longer to load than most folders to read.
    from pathspec.gitignore import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(patterns.splitlines()).match_file
    except ValueError:
        return never


def _list(values: Mapping[str, Any], key: str) -> list[Any]:
    value = values.get(key)
    return value if isinstance(value, list) else []
