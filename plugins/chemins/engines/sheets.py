"""The sheets to print of a site: PDF files beside its pages, where they can be made."""

from dataclasses import replace
from pathlib import Path

from chemins.engines.context import whole_url
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.pages.context import Context
from chemins.printing.cache import Cache
from chemins.printing.printed import printed

KEPT = Path(".cache", "chemins")
"""Where the files are kept from one build to the next, beside the settings of the site."""


def with_sheets(
    context: Context, config_file: Path, url: str, place: str
) -> tuple[Context, tuple[Fault, ...]]:
    """``context`` with the sheets that stand ready, and advice where some cannot be made.

    ``url`` is where the site will be published, empty when nobody says; ``place`` is how the
    settings in ``config_file`` are named to whoever reads the advice. A preview makes no sheet.
    """
    cache = Cache(config_file.absolute().parent / KEPT)
    done = printed(context, whole_url(url), cache, only_kept=context.preview)
    advice = [fault("W-PDF", Place(place), done.missing)] if done.missing else []
    advice += [
        fault("W-PDF", Place(place), "failed", title=title, reason=reason)
        for title, reason in done.failed
    ]
    return replace(context, printed=done.sheets), () if context.preview else tuple(advice)
