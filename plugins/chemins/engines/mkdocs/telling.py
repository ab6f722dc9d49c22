"""What is wrong, told as the build goes on; what stops it, raised."""

import logging
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from chemins.engines.mkdocs.hearing import OWN
from chemins.engines.mkdocs.stopped import FaultsError
from chemins.faults import Fault, Severity, worst
from chemins.faults.report import Reporter, Row
from chemins.faults.unforeseen import shown
from chemins.locales import LANGUAGES, Locale, load
from chemins.reading import Content, lines_of

_log = logging.getLogger(OWN)


class Telling:
    """What one build tells of ``content``; a ``preview`` keeps it for a browser."""

    def __init__(self, content: Content, *, preview: bool) -> None:
        """Nothing has been told yet."""
        self._content = content
        self._preview = preview
        self.rows: list[Row] = []
        """What was told of a preview."""

    def tell(
        self,
        inside: Iterable[Fault] = (),
        outside: Iterable[Fault] = (),
        *,
        config: MkDocsConfig | None = None,
    ) -> None:
        """Tells what is wrong ``inside`` the content and ``outside``.

        Raises:
            FaultsError: one of them stops the build that ``config`` describes.
        """
        content = self._content
        said = [
            (Reporter(content.locale, lines_of(folder), prefix), some)
            for some, folder, prefix in (
                (tuple(inside), content.folder, f"{shown(content.folder)}/"),
                (tuple(outside), Path(), ""),
            )
            if some
        ]
        told = [reporter.text(some) for reporter, some in said]
        if self._preview:
            self.rows += [row for reporter, some in said for row in reporter.rows(some)]
        stops = Severity.WARNING if config and config.strict else Severity.ERROR
        heaviest = worst([each for _, some in said for each in some])
        if heaviest is not None and heaviest >= stops:
            raise FaultsError("\n".join(told), self.rows)
        level = logging.WARNING if heaviest is Severity.WARNING else logging.INFO
        for report in told:
            _log.log(level, "%s", report)


def refused(wrong: Fault, locale: Locale | None = None) -> FaultsError:
    """What stops a build that cannot begin."""
    return FaultsError(Reporter(locale or load(LANGUAGES[0])).text([wrong]))
