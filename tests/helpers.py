"""What the tests of the core share: a content folder from a mapping, its edition, its goldens."""

import difflib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from chemins.checks.rules import RULES
from chemins.edition import Edition, edition_of
from chemins.faults import Fault
from chemins.locales import Locale
from chemins.pages.build import site_of
from chemins.pages.context import Context
from chemins.pages.site import Download, Page, Site
from chemins.pages.whole import whole
from chemins.records import KINDS, Kinds

ROOT = Path(__file__).parent.parent
"""The checkout."""

DEMO = ROOT / "content"
"""The records of the demonstration."""

EXAMPLE = ROOT / "tests" / "exemple"
"""A territory that does not exist, complete: its settings, and its records in ``content``."""

REWRITE = "CHEMINS_GOLDENS"
"""``CHEMINS_GOLDENS=rewrite pytest`` writes the goldens anew: read the difference afterwards."""

CHANGE = """\
---
titre: Les parents connaissent leurs droits
porte_sur: pratiques
horizon: moyen
---
"""
"""A change whose file nothing is wrong with; alone it leads nowhere, as rules would say."""

VISION = "---\ntitre: Des enfants épanouis\n---\n"
"""A vision whose file nothing is wrong with; alone it has no beginning, as rules would say."""

TERM = "---\nterme: QPV\ndefinition: Un quartier prioritaire.\n---\n"
"""A record that is whole by itself."""


def written(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """``folder``, with ``files`` in it."""
    for path, said in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(said.encode() if isinstance(said, str) else said)
    return folder


def edition(
    folder: Path,
    files: Mapping[str, str | bytes],
    kinds: Kinds = KINDS,
    locale: Locale | None = None,
    **how: Any,
) -> Edition:
    """What a content folder that holds ``files`` says."""
    return edition_of(written(folder, files), kinds, locale, **how)


def context_of(edition: Edition) -> Context:
    """What the pages of ``edition`` are made with."""
    return Context(edition.strategy, edition.addresses, edition.paths, edition.geography)


def pages_of(edition: Edition) -> tuple[Site, dict[str, str]]:
    """The site of ``edition``, and its pages' HTML by their address."""
    context = context_of(edition)
    site = site_of(context, "Une stratégie")
    return site, {page.address: html_of(context, page) for page in site.pages}


def html_of(context: Context, page: Page) -> str:
    """A page's body, whole."""
    return str(whole(context, page.draw()))


def downloaded(download: Download) -> bytes:
    """What the file of ``download`` holds."""
    return b"".join(
        piece.encode() if isinstance(piece, str) else piece for piece in download.content()
    )


def placed(faults: Iterable[Fault]) -> list[str]:
    """``faults`` in a line each, as the cases expect them, in the order of a report."""
    return [
        f"{each.place.path}:{each.place.line}:{each.place.column} "
        f"{each.code} {each.severity.name.lower()}"
        for each in sorted(faults, key=lambda each: each.order)
    ]


def of_files(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """``faults`` but for those of rules: a file may be right, and be no whole strategy."""
    rules = {rule.code for rule in RULES}
    return tuple(each for each in faults if each.code not in rules)


def codes(faults: Iterable[Fault]) -> list[str]:
    """The codes of ``faults``, in the order of a report."""
    return [each.code for each in sorted(faults, key=lambda each: each.order)]


def golden(file: Path, found: str) -> None:
    """Fails with a difference when ``found`` is not what ``file`` holds."""
    if os.environ.get(REWRITE) == "rewrite":
        file.write_text(found, "utf-8")
        return
    expected = file.read_text("utf-8") if file.is_file() else ""
    difference = "".join(
        difflib.unified_diff(
            expected.splitlines(keepends=True),
            found.splitlines(keepends=True),
            file.name,
            "now",
        )
    )
    assert not difference, f"{difference}\n{REWRITE}=rewrite accepts this"
