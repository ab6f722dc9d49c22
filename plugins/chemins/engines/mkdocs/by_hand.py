"""Pages written by hand, on their way through MkDocs: read by us, rendered by it, cleaned by us."""

import html as html_library
import re
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from chemins.cleaning.allowed import Allowed
from chemins.cleaning.clean import Cleaner
from chemins.cleaning.places import Source, faults_of
from chemins.engines.mkdocs import mermaid
from chemins.faults import Fault, Place, Word
from chemins.faults.codes import fault
from chemins.reading import Content
from chemins.reading.by_hand import ByHand, read_by_hand
from chemins.reading.encoding import hidden_in
from chemins.reading.fences import OURS, fences_of

_NOTHING = "---\n{}\n---\n"
"""A front matter that says nothing: MkDocs then looks for none in the text."""

_REFERENCE = re.compile(r"&#(?:x[0-9a-f]+|[0-9]+);?", re.IGNORECASE)


class PagesByHand:
    """The pages written by hand of one build, and what was found wrong as they were rendered."""

    def __init__(self, content: Content, allowed: Allowed) -> None:
        """Takes the content folder, and what its pages may hold."""
        self.faults: list[Fault] = []
        """What rendering showed."""

        self._content = content
        self._cleaner = Cleaner(allowed)
        self._read: dict[str, ByHand] = {}

    def source(self, page: Page) -> str | None:
        """What MkDocs is to read of ``page``; none when it is no file of the content folder."""
        path = page.file.src_uri
        if path not in self._content.others or page.file.generated_by:
            return None
        read, _ = read_by_hand(self._content.folder, path)
        self._read[path] = read
        return f"{_NOTHING}{read.body}\n"

    def inform(self, page: Page) -> None:
        """Gives ``page`` its front matter, as it was read."""
        if read := self._read.get(page.file.src_uri):
            page.meta = dict(read.meta)

    def undrawn(self, page: Page) -> None:
        """Notes the fences of ``page`` that nothing will draw."""
        path = page.file.src_uri
        if read := self._read.get(path):
            for fence in fences_of(path, read.body, read.body_line):
                if fence.language == OURS:
                    self.faults.append(fault("W-FENCE", fence.place))

    def cleaned(self, html: str, page: Page, config: MkDocsConfig) -> str:
        """``html``, as rendered, without what the site does not publish."""
        path = page.file.src_uri
        cleaned = self._cleaner.clean(html)
        read = self._read.pop(path, None)
        source = Source(path, read.text, read.body_line) if read else Source(path, "")
        self.faults += faults_of(cleaned.dropped, source)
        if name := hidden_in(cleaned.html):
            self.faults.append(_hidden(name, source))
        return mermaid.ready(cleaned.html, config)


def _hidden(name: Word, source: Source) -> Fault:
    """The fault of a sign that no page may hold, and that the text writes by its number."""
    return fault("E-CHARACTER", next(_references(source), Place(source.path)), name=name)


def _references(source: Source) -> Iterator[Place]:
    for found in _REFERENCE.finditer(source.text):
        if hidden_in(html_library.unescape(found[0])):
            yield source.place(found.start(), found.end())
