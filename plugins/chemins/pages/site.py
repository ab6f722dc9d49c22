"""A site as any engine can take it: pages, files to download, addresses that moved."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from chemins.records.base import Record


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page above another."""

    title: str
    """What it is called."""

    address: str
    """Where it is."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    identifier: str
    """Its anchor, unique in the page."""

    heading: str
    """Plain text."""

    html: Markup
    """What is read, and searched unless ``searched`` says no."""

    picture: Markup = Markup("")
    """A drawing of the same content: not searched, and heavy, so that engines add it last."""

    source: Markup = Markup("")
    """The text that the drawing can be made again from: not searched either."""

    style: str = "section"
    """The classes that lay it out."""

    searched: bool = True
    """Whether a search finds it; not where it only repeats the titles of other pages."""


@dataclass(frozen=True, slots=True)
class Body:
    """What a page says under its title."""

    description: str
    """A sentence for those who have not opened the page. Plain text."""

    front: Markup
    """What opens the page, its title included, as ``<h1>``."""

    sections: tuple[Section, ...]
    """In reading order."""

    turn: Markup = Markup("")
    """What leads to the page before and the page after, at the end."""

    downloads: "tuple[Download, ...]" = ()
    """The files that go with this page."""

    language: str = ""
    """The language that it is written in, where it is not the site's."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: what must be known of all of them at once, and the way to draw the rest.

    Its body is drawn when an engine asks, so that six thousand of them never stand in memory
    together.
    """

    address: str
    """From the root of the site, with a slash at the end; empty for home."""

    title: str
    """Plain text."""

    form: str
    """Which kind of page: the kind of its record, ``index``, ``home``, ``data``."""

    trail: tuple[Crumb, ...]
    """The pages above it, home first."""

    draw: Callable[[], Body]
    """Its body; the same each time."""

    is_record: bool = False
    """Whether it is one of many: kept out of the navigation, which every page carries."""

    is_public: bool = True
    """Whether it is meant for all readers: if not, search engines are asked to leave it alone."""

    styles: tuple[str, ...] = ()
    """The style sheets that it loads beside those of every page, from the root of the site."""

    scripts: tuple[str, ...] = ()
    """The scripts that it loads, from the root of the site; it must be whole without them."""

    feeds: tuple[Crumb, ...] = ()
    """The feeds of news of what it is about, beside that of the whole site."""
    about: Record | None = None
    """The record that it is about, if it is about one."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file that a site offers."""

    address: str
    """From the root of the site."""

    content: Callable[[], Iterable[str | bytes]]
    """Its pieces, the same each time: of text, to be written as UTF-8, or of bytes."""


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A sheet to print, as a PDF file that stands ready."""

    form: str
    """What it is: ``plan``, ``poster``, ``update``."""

    paper: str
    """What it is drawn for: « A4 »."""

    address: str
    """From the root of the site."""

    weight: int
    """In bytes."""

    read: Callable[[], bytes]
    """Its bytes, the same each time."""

    is_blank: bool = False
    """Whether it is a grid without lines, to be filled together."""

    @property
    def download(self) -> Download:
        """The same as a file of the site."""
        return Download(self.address, lambda: (self.read(),))


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that a page once had."""

    address: str
    """The old one."""

    to: str
    """The new one."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach those who publish."""

    label: str
    """What one does: « Écrire »."""

    said: str
    """The address, the number, the place."""

    href: str = ""
    """What it leads to, where it can be a link."""


@dataclass(frozen=True, slots=True)
class Site:
    """All that an engine publishes."""

    title: str
    """What the site is called."""

    pages: tuple[Page, ...]
    """In the order of the site map."""

    downloads: tuple[Download, ...]
    """Beside the pages."""

    menu: tuple[Crumb, ...]
    """What the menu leads to, where a site does not write its own."""

    foot: tuple[Crumb, ...]
    """What the foot of every page leads to."""

    redirects: tuple[Redirect, ...]
    """For the addresses that moved."""

    contact: tuple[Way, ...] = ()
    """How to reach those who publish: at the foot of every page."""

    feeds: tuple[Crumb, ...] = ()
    """The feed of what is new, where there is any news."""
