"""What every sheet is made with: the site's context, its public address, templates for paper."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from chemins.addresses import Link
from chemins.diagrams.metrics import Face, balance
from chemins.pages.context import Context, Desk
from chemins.pages.templates import environment
from chemins.printing.codes import code_on_sheet
from chemins.records.base import Record
from chemins.records.territory import Territory
from chemins.records.when import When
from chemins.strategy.version import Version, version_of
from chemins.text import escape
from chemins.text.ties import tied

_NARROW = Markup("\u202f")
_DRAWN_NARROW = Markup('<span class="narrow">\u00a0</span>')


@dataclass(frozen=True, eq=False)
class Press:
    """Makes the HTML of sheets."""

    context: Context
    """The site."""

    url: str
    """Where it is published, with a slash at the end; empty when nobody said so."""

    made_on: When | None = None
    """The day that sheets bear when no record says one; none for no day at all."""

    @cached_property
    def templates(self) -> Environment:
        """The templates of ``theme/printed``: what the fonts lack is drawn with what they have."""
        made = environment(self.context.locale, "theme/printed")
        typeset = self.context.locale.typeset
        made.finalize = lambda value: _drawn(typeset(value)) if type(value) is str else value
        made.globals.update(tied=lambda text: _drawn(tied(typeset(text))), balanced=_balanced)
        return made

    @cached_property
    def territory(self) -> Territory | None:
        """Whose strategy it is."""
        return self.context.strategy.single(Territory)

    @property
    def author(self) -> str:
        """Who answers for what a sheet says."""
        if self.territory is None:
            return ""
        publisher = self.territory.publisher
        return publisher.name if publisher else self.territory.name

    def desk(self, address: str) -> "SheetDesk":
        """What is needed to write a sheet about the page at ``address``."""
        return SheetDesk(self.context, address, "", press=self)

    def version(self, records: tuple[Record, ...]) -> Version:
        """The version of a sheet that says what ``records`` say."""
        version = version_of(records)
        return Version(version.dated or self.made_on, version.digest)


@dataclass(frozen=True, eq=False)
class SheetDesk(Desk):
    """A desk whose links are whole addresses: paper has no page to start from."""

    press: Press = None  # type: ignore[assignment]
    """What the sheet is made with."""

    @cached_property
    def link(self) -> Link:
        """Address → where it is published; empty when nobody knows."""
        url = self.press.url
        return (lambda target: f"{url}{target}") if url else (lambda _: "")

    def template(self, name: str, /, **values: Any) -> Markup:
        """The template ``name`` of the sheets, filled with ``values``."""
        template = self.press.templates.get_template(f"{name}.html")
        return Markup(template.render(values, desk=self, press=self.press))

    @property
    def page_url(self) -> str:
        """Where the page that the sheet leads to is published."""
        return self.link(self.page_address)

    @property
    def code(self) -> Markup:
        """The code to scan that leads there; nothing when nobody knows where."""
        if not self.page_url:
            return Markup("")
        said = self.locale.typeset(self.said("sheets.code", url=self.page_url))
        return code_on_sheet(self.page_url, escape.html(said))

    def version_said(self, version: Version) -> str:
        """``version`` in words."""
        if version.dated is None:
            return self.said("sheets.version", mark=version.mark)
        date = version.dated.said(self.locale)
        return self.said("sheets.version_dated", date=date, mark=version.mark)


def _balanced(text: str, face: Face, size: float, wide: float) -> Markup:
    """``text`` in lines about as long as one another: a large title has no widow."""
    lines = balance(text, face, size, wide)
    return Markup("<br>").join(_drawn(tied(line)) for line in lines)


def _drawn(text: str) -> Markup:
    """``text`` with a blank of the fonts, made narrow, for the narrow blank that they lack."""
    escaped = escape.html(text)
    return escaped.replace(_NARROW, _DRAWN_NARROW) if _NARROW in escaped else escaped
