"""Is the strategy coherent? One function a rule."""

from collections.abc import Iterator

from chemins.checks.legal import unsigned_site
from chemins.checks.mentions import broken_mentions
from chemins.checks.names import taken_former_names
from chemins.checks.references import unresolved_references
from chemins.checks.rules import RULES
from chemins.content_paths import ContentPaths
from chemins.faults import Fault
from chemins.records.draft import Draft
from chemins.strategy import Strategy

__all__ = ["check"]


def check(
    strategy: Strategy, paths: ContentPaths, drafts: tuple[Draft, ...] = ()
) -> Iterator[Fault]:
    """All that is wrong with ``strategy``, rule by rule, and with the links of ``drafts``.

    A link to a draft is no fault: its target is there, and is being told what it lacks.
    """
    yield from unresolved_references(strategy, drafts)
    yield from broken_mentions(strategy, paths, drafts)
    yield from taken_former_names(strategy)
    yield from unsigned_site(strategy)
    for each in RULES:
        yield from each(strategy)
