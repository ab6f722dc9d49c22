"""Is the strategy coherent? One function a rule."""

from collections.abc import Iterator
from datetime import date

from chemins.checks.evidence import repeated_periods
from chemins.checks.legal import unsigned_site
from chemins.checks.mentions import broken_mentions
from chemins.checks.names import taken_former_names
from chemins.checks.personal import personal_data
from chemins.checks.photos import ended_authorisations, undescribed_photos
from chemins.checks.references import unresolved_references
from chemins.checks.rules import RULES
from chemins.checks.started import started_site
from chemins.checks.version import other_version
from chemins.content_paths import ContentPaths
from chemins.faults import Fault
from chemins.records.draft import Draft
from chemins.strategy import Strategy

__all__ = ["check"]


def check(
    strategy: Strategy, paths: ContentPaths, today: date, drafts: tuple[Draft, ...] = ()
) -> Iterator[Fault]:
    """All that is wrong with ``strategy``, rule by rule, and with the links of ``drafts``.

    A link to a draft is no fault: its target is there, and is being told what it lacks. What ends
    at a date is held against ``today``.
    """
    yield from other_version((*strategy.records, *drafts))
    yield from unresolved_references(strategy, drafts)
    yield from broken_mentions(strategy, paths, drafts)
    yield from taken_former_names(strategy)
    yield from repeated_periods(strategy)
    yield from unsigned_site(strategy)
    yield from started_site(strategy)
    yield from undescribed_photos(strategy, paths)
    yield from ended_authorisations(strategy, today)
    yield from personal_data(strategy, drafts)
    for each in RULES:
        yield from each(strategy)
