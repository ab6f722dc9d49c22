"""Identifier → address. The only place that knows one, and the one way to link two pages.

An address is a path from the root of the site: ``changements/parents-informes/``; the home page
is the empty one. Addresses are stable: they are made of the site's language and of identifiers.
"""

from collections.abc import Callable
from urllib.parse import quote

from chemins.locales import Locale
from chemins.records.base import Record
from chemins.records.identifiers import identifier_of
from chemins.records.kinds import folder_of

Link = Callable[[str], str]
"""Address → what to write in ``href`` on the page that the function was made for."""

HOME = ""
"""The address of the first page."""

PAGES = (
    *("explorer", "data", "plan", "site_map", "legal", "privacy", "accessibility"),
    *("coherence", "agenda", "news", "guide"),
)
"""The pages that are no record's, by their code."""


class Addresses:
    """The addresses of a site in one language."""

    def __init__(self, locale: Locale) -> None:
        """Takes the language that names the folders."""
        self._locale = locale
        self._folders: dict[type[Record], str] = {}

    def of(self, record: Record) -> str:
        """The address of a record's page."""
        return self.named(type(record), record.identifier)

    def named(self, kind: type[Record], identifier: str) -> str:
        """The address that a record of ``kind`` has, or had, under ``identifier``."""
        if not kind.folder:
            return self._single(kind)
        return f"{self._folder(kind)}/{identifier}/"

    def formerly(self, kind: type[Record], identifier: str) -> str:
        """The address that a record of ``kind`` had when it was called ``identifier``."""
        return self.named(kind, identifier) if kind.folder else f"{identifier}/"

    def index(self, kind: type[Record]) -> str:
        """The address of the page that lists a kind."""
        return f"{self._folder(kind)}/"

    def page(self, name: str) -> str:
        """The address of a page that is no record's, by its code: ``data``."""
        return f"{self._locale.text(f'addresses.{name}')}/"

    def explored(self, record: Record) -> str:
        """The address of the pathways that lead to a vision, or that pass through a quartier."""
        return f"{self.page('explorer')}{self.of(record)}"

    def anchor(self, record: Record) -> str:
        """The anchor of a record on a page that shows many: ``changement-parents-informes``."""
        return f"{identifier_of(self._locale.text(f'kinds.{record.kind}.one'))}-{record.identifier}"

    def asked(self, name: str) -> str:
        """What a page that can be asked for less is asked with: ``suivre`` in ``?suivre=…``."""
        return self._locale.text(f"addresses.asked.{name}")

    def shelf(self, kind: type[Record], by: str, value: str) -> str:
        """Where the records of ``kind`` that share a value are: ``actions/statut/en-cours/``."""
        return f"{self.index(kind)}{self.asked(by)}/{value}/"

    def following(self, address: str, record: Record) -> str:
        """The address of a page of pathways, ``address``, where that of ``record`` is followed."""
        return f"{address}?{self.asked('followed')}={quote(self.anchor(record))}"

    @property
    def pages(self) -> frozenset[str]:
        """The addresses of all the pages that are no record's."""
        return frozenset(self.page(name) for name in PAGES)

    def download(self, name: str) -> str:
        """The address of a file to download, by its name."""
        return f"{self.page('data')}{name}"

    def front_page(self, vision: Record, identifier: str = "") -> str:
        """The address of a vision's front page, or the one it had under ``identifier``."""
        above = self.named(type(vision), identifier or vision.identifier)
        return f"{above}{self._locale.text('addresses.front_page')}/"

    def pathway_source(self, record: Record) -> str:
        """The address of the Mermaid text of the pathway that a record's page draws."""
        return f"{self.of(record)}{self._locale.text('addresses.pathway')}.mmd"

    def plan(self, quartier: Record | None) -> str:
        """The address of the plan of ``quartier``, or of the whole territory."""
        return self.plan_named(quartier.identifier) if quartier else self.page("plan")

    def plan_named(self, identifier: str) -> str:
        """The address that the plan of a quartier has, or had, under ``identifier``."""
        return f"{self.page('plan')}{identifier}/"

    def sheet(self, form: str, paper: str, quartier: Record | None) -> str:
        """The address of a sheet to print: ``plan``, ``poster`` or ``update``, on ``A4`` or ``A3``.

        Its name says all that is needed once it lies in a folder of downloads.
        """
        folder = self.plan(quartier) if form == "plan" or quartier is None else self.of(quartier)
        name = self._locale.text(f"addresses.{form}")
        of = f"-{quartier.identifier}" if quartier else ""
        return f"{folder}{name}{of}-{paper.lower()}.pdf"

    def calendar(self, quartier: Record | None, former: str = "") -> str:
        """The address of the calendar of ``quartier``, or of the whole territory.

        The one that it had as ``former``, when that is given.
        """
        return self._file_of("agenda", "ics", quartier, former)

    def calendar_of_one(self, session: Record, former: str = "") -> str:
        """The address of the calendar that holds ``session`` alone; or the one it had."""
        return f"{self._at(session, former)}{former or session.identifier}.ics"

    def feed(self, quartier: Record | None, former: str = "") -> str:
        """The address of the news of ``quartier``, or of the whole territory; or the one it had."""
        return self._file_of("news", "xml", quartier, former)

    def _file_of(self, name: str, ending: str, quartier: Record | None, former: str) -> str:
        """A file that is kept under its address by those who follow it."""
        word = self._locale.text(f"addresses.{name}")
        if quartier is None:
            return f"{self.page(name)}{word}.{ending}"
        identifier = former or quartier.identifier
        return f"{self._at(quartier, former)}{word}-{identifier}.{ending}"

    def _at(self, record: Record, former: str) -> str:
        return self.formerly(type(record), former) if former else self.of(record)

    def strategy(self) -> str:
        """The address of the whole strategy in one file."""
        return self.download(f"{self._locale.text('addresses.strategy')}.json")

    def logical_framework(self) -> str:
        """The address of the table that some funders ask for."""
        return self.download(f"{self._locale.text('addresses.logical_framework')}.csv")

    def actions_table(self) -> str:
        """The address of the table of actions."""
        return self.download(f"{self._locale.text('addresses.actions_table')}.csv")

    def commitments_table(self) -> str:
        """The address of the table of commitments."""
        return self.download(f"{self._locale.text('addresses.commitments_table')}.csv")

    def series(self, record: Record) -> str:
        """The address of the table of an indicator's values."""
        return f"{self.of(record)}{record.identifier}.csv"

    def indicators_table(self) -> str:
        """The address of the table of the values of all indicators."""
        return self.download(f"{self._locale.text('addresses.indicators_table')}.csv")

    def schema(self, kind: type[Record]) -> str:
        """The address of the schema of a kind."""
        return self.download(f"{self._locale.text('addresses.schemas')}/{kind.kind}.schema.json")

    def _single(self, kind: type[Record]) -> str:
        if kind.kind == "territory":
            return HOME
        return f"{self._locale.text(f'kinds.{kind.kind}.file')}/"

    def _folder(self, kind: type[Record]) -> str:
        folder = self._folders.get(kind)
        if folder is None:
            folder = self._folders[kind] = folder_of(kind, self._locale)
        return folder


def linker(address: str) -> Link:
    """The function that links from the page at ``address``.

    Links are relative, so that a site works under any path of any host, and from a disk.
    """
    up = "../" * address.count("/")

    def link(target: str) -> str:
        return f"{up}{target}" or "./"

    return link
