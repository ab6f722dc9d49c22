"""What every page is made with: the strategy, its addresses, its words, its templates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, Template
from markupsafe import Markup

from chemins.addresses import Addresses, Link, linker
from chemins.content_paths import ContentPaths
from chemins.locales import Locale
from chemins.pages.mapped import Mapped
from chemins.pages.photos import credited, credits_of
from chemins.pages.site import PrintedSheet
from chemins.pages.templates import of_pages
from chemins.pages.terms import Glossary
from chemins.records.base import Record
from chemins.records.identifiers import reference_of
from chemins.records.outline import Geography
from chemins.records.term import Term
from chemins.records.when import When
from chemins.strategy import Strategy
from chemins.strategy.agenda import Agenda, agenda_of
from chemins.strategy.catalogue import Shelf, shelves
from chemins.strategy.commitments import Commitments, commitments_of
from chemins.strategy.evidence import Evidence, latest
from chemins.strategy.news import AllNews, news_of
from chemins.text import markdown
from chemins.text.links import Target

if TYPE_CHECKING:
    from chemins.pages.proposing import Proposals

DRAWN_BY = ("svg", "mermaid")
"""Who may draw a pathway: we, at build; Mermaid, in the reader's browser."""


@dataclass(frozen=True, eq=False)
class Context:
    """What is the same for all pages of a site."""

    strategy: Strategy
    """The graph."""

    addresses: Addresses
    """Where its pages are."""

    paths: ContentPaths
    """Where the files of the content folder are."""

    geography: Geography = field(default_factory=Geography)
    """What its maps are drawn from."""

    drawn_by: str = DRAWN_BY[0]
    """Who draws the pathways."""

    printed: Mapping[str, tuple[PrintedSheet, ...]] = field(default_factory=dict)
    """The sheets to print that stand ready, by quartier; by the empty name for the territory."""

    kept: dict[str, Any] = field(default_factory=dict)
    """What was worked out for a sheet, until the page that says the same takes it."""

    url: str = ""
    """Where the site is published, with a slash at the end; empty when nobody says."""

    preview: bool = False
    """Whether only its authors see the site: it may then tell them what to do."""

    guests: tuple[str, ...] = ()
    """The other sites that pages written by hand may show in a frame, by their origins."""

    coherence: bool = False
    """Whether the site shows the state of the strategy to its team."""

    handbook: bool = False
    """Whether the site has the handbook of Chemins among its pages."""

    proposals: "Proposals | None" = None
    """Where readers propose corrections; none where they cannot."""

    marks_unapproved: bool = False
    """Whether to say of each record that is not approved that it will not be published."""

    @property
    def locale(self) -> Locale:
        """The words of the site's language."""
        return self.strategy.locale

    @cached_property
    def templates(self) -> Environment:
        """The templates, compiled once."""
        return of_pages(self.locale)

    @cached_property
    def named_templates(self) -> dict[str, Template]:
        """Those asked for already: to find one again costs as much as to fill a small one."""
        return {}

    @cached_property
    def mapped(self) -> Mapped:
        """What its maps have in common."""
        return Mapped(self.strategy, self.geography)

    @cached_property
    def glossary(self) -> Glossary:
        """The words that are explained."""
        return Glossary(self.strategy.all(Term))

    @cached_property
    def committed(self) -> Commitments:
        """Who committed to what."""
        return commitments_of(self.strategy)

    @cached_property
    def shelves(self) -> Mapping[str, tuple[Shelf, ...]]:
        """The actions, by quartier, theme, status and lead."""
        return shelves(self.strategy)

    @cached_property
    def everywhere(self) -> Shelf | None:
        """The actions that name no quartier, if there are some."""
        value = self.locale.text("addresses.everywhere")
        return next((each for each in self.shelves["quartier"] if each.place.value == value), None)

    @cached_property
    def agenda(self) -> Agenda:
        """When people meet or met, for all and for each quartier."""
        return agenda_of(self.strategy)

    @cached_property
    def news(self) -> AllNews:
        """What is new, for all and for each quartier."""
        return news_of(self.strategy)

    @cached_property
    def evidence(self) -> Evidence:
        """What was measured, by place."""
        return Evidence(self.strategy)

    @cached_property
    def latest(self) -> When | None:
        """The last date of which the strategy tells something."""
        return latest(self.strategy)

    @cached_property
    def credits(self) -> Mapping[str, str]:
        """What is said under the photographs of the site, by their address."""
        return credits_of(self.strategy.records, self.paths, self.locale)

    def desk(self, address: str, path: str = "") -> "Desk":
        """What is needed to write the page at ``address``, of the record in the file ``path``."""
        return Desk(self, address, path)


@dataclass(frozen=True, eq=False)
class Desk:
    """What is needed to write one page. It knows where it is; everything else does not."""

    context: Context
    """The site."""

    page_address: str
    """The page."""

    path: str
    """The file of its record, from which relative links are meant; empty when it has none."""

    terms_seen: set[str] = field(default_factory=set)
    """The terms that the page has already linked, and the term that it explains."""

    headings_seen: dict[str, int] = field(default_factory=dict)
    """The identifiers of the headings of its texts."""

    @cached_property
    def link(self) -> Link:
        """Address → ``href`` on this page."""
        return linker(self.page_address)

    @property
    def strategy(self) -> Strategy:
        """The graph."""
        return self.context.strategy

    @property
    def locale(self) -> Locale:
        """The words."""
        return self.context.locale

    def said(self, key: str, /, **values: Any) -> str:
        """A word of the pages."""
        return self.locale.text(f"pages.{key}", **values)

    def href(self, record: Record) -> str:
        """The link to a record's page."""
        return self.link(self.context.addresses.of(record))

    def waits(self, record: Record) -> bool:
        """Whether to say of ``record`` that it waits to be approved."""
        return self.context.marks_unapproved and not record.is_approved

    def template(self, name: str, /, **values: Any) -> Markup:
        """The template ``name`` filled with ``values``; ``desk`` is this."""
        known = self.context.named_templates
        template = known.get(name)
        if template is None:
            template = known[name] = self.context.templates.get_template(f"{name}.html")
        return Markup(template.render(values, desk=self))

    def prose(self, text: str | None, level: int = 3, *, keeps_lines: bool = False) -> Markup:
        """A long text as blocks of HTML; if ``keeps_lines``, its lines end where they are typed."""
        if not text:
            return Markup("")
        html = markdown.render(
            text,
            self,
            level=level,
            captions=tuple(self.locale.text("text.captions").split(",")),
            table_label=self.locale.text("text.table"),
            typeset=self.locale.typeset,
            taken=self.headings_seen,
            keeps_lines=keeps_lines,
        ).html
        html = self.context.glossary.linked(html, self.terms_seen, self.href)
        if "<img" in html and self.context.credits:
            words = {self.link(each): said for each, said in self.context.credits.items()}
            html = credited(html, words)
        return html

    def inline(self, text: str | None) -> Markup:
        """A short text as HTML within a line."""
        return markdown.inline(text, self, self.locale.typeset) if text else Markup("")

    def reference(self, reference: str) -> Target | None:
        """What ``[[reference]]`` leads to, for the text."""
        record = self.strategy.resolve.one(reference_of(reference))
        return Target(self.href(record), record.label) if record else None

    def address(self, href: str) -> str | None:
        """A relative link of the record's file, as it must stand on this page."""
        target = self.context.paths.address(href, self.path)
        return None if target is None else self.link(target)
