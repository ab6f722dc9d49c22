"""Whose turn it is, so that what breaks down says in which page written by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, TemplateError
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from chemins.engines.mkdocs import patience
from chemins.engines.mkdocs.page import GeneratedPage
from chemins.faults import Fault, Place, Word
from chemins.faults.codes import fault
from chemins.text.mentions import mentions

_CAUSES: tuple[tuple[type[Exception], str], ...] = (
    (patience.TooSlowError, "slow"),
    (RecursionError, "deep"),
)


@dataclass(slots=True)
class Turns:
    """The page that MkDocs is at."""

    page: MkDocsPage | None = None
    """None while it is at none, or at one of ours."""

    def begin(self, page: MkDocsPage) -> None:
        """MkDocs takes up ``page``, to read it or to write it."""
        self.page = None if isinstance(page, GeneratedPage) else page
        if self.page:
            patience.start(patience.LIMIT)

    def end(self) -> None:
        """MkDocs has read or written it."""
        self.page = None
        patience.stop()

    def blamed(self, error: Exception) -> Fault | None:
        """The fault of the page at which ``error`` came; none when no page is to blame."""
        patience.stop()
        if self.page is None or isinstance(error, OSError | TemplateError | MkDocsException):
            return None
        path = self.page.file.src_uri
        reason = next((name for kind, name in _CAUSES if isinstance(error, kind)), "")
        if reason:
            said = Word(f"faults.E-PAGE.reasons.{reason}")
            return fault("E-PAGE", Place(path), reason, reason=said)
        if isinstance(error, ValueError) and (place := _broken_address(self.page)):
            return fault("E-PAGE", place, "address", reason=Word("faults.E-PAGE.reasons.address"))
        return fault("E-PAGE", Place(path), reason=f"{type(error).__name__}: {error}")


def _broken_address(page: MkDocsPage) -> Place | None:
    """Where ``page`` writes an address that cannot be taken apart: ``http://[x``."""
    path = page.file.src_uri
    source = Path(str(page.file.abs_src_path)).read_text("utf-8-sig", "replace")
    for each in mentions(source):
        try:
            urlsplit(each.value)
        except ValueError:
            return Place(path, each.line, each.column, each.width)
    return None


def lost_templates(files: Files, env: Environment) -> Iterable[Fault]:
    """The pages written by hand that ask for a template that the theme does not have."""
    for file in files.documentation_pages():
        name = file.page.meta.get("template") if file.page else None
        if name is None:
            continue
        if not isinstance(name, str) or not _has(env, name):
            said = Word("faults.E-PAGE.reasons.template", {"name": str(name)})
            place = _place_of_field(file.src_uri, file.content_string)
            yield fault("E-PAGE", place, "template", reason=said)


def _has(env: Environment, name: str) -> bool:
    try:
        env.get_template(name)
    except TemplateError:
        return False
    return True


def _place_of_field(path: str, source: str) -> Place:
    lines = source.splitlines()
    number = next((n for n, line in enumerate(lines, 1) if line.startswith("template:")), 1)
    return Place(path, number, 1, len(lines[number - 1]) if lines else 1)
