"""What a search knows of a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

FACETS = ("kind", "quartier", "theme", "status")
"""What results are narrowed by, in the order in which people ask."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page as a search finds it. All texts are plain."""

    address: str
    """From the root of the site."""

    title: str
    """What it is called."""

    text: str
    """All that it says."""

    also: tuple[str, ...] = ()
    """Its other names, by which it is found as by its title: an acronym, a code."""

    sign: str = ""
    """The shape of its kind."""

    word: str = ""
    """What the sign means: « Pratiques »."""

    place: str = ""
    """Where it stands in the strategy: « moyen terme, vers : … »."""

    kind: str = ""
    """The group it is shown in: « Changements »."""

    facets: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """The values that it is found by, of ``FACETS`` without the kind."""

    illustrative: bool = False
    """Whether it is an example."""
