"""Our templates, styles and words inside Material."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import material
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, PrefixLoader
from mkdocs.config.defaults import MkDocsConfig

from chemins.edition import Edition
from chemins.locales import Locale
from chemins.pages.build import moved_page
from chemins.pages.context import Context
from chemins.pages.site import Crumb, Redirect, Site, Way
from chemins.reading.language import language_of
from chemins.records.territory import Territory


@dataclass(frozen=True, slots=True)
class Frame:
    """What is around every page."""

    title: str
    """What the site is called."""

    territory: str
    """Whose strategy it is."""

    demonstration: bool
    """Whether the territory is not the one that publishes."""

    foot: tuple[Crumb, ...]
    """What the foot of every page leads to."""

    contact: tuple[Way, ...]
    """How to reach those who publish."""

    feeds: tuple[Crumb, ...]
    """The feed of what is new."""

    site_map: str
    """Where the page that lists all others is."""

    searches: bool
    """Whether there is an index to search."""


def frame_of(edition: Edition, site: Site, *, searches: bool) -> Frame:
    """The frame of ``site``."""
    territory = edition.strategy.single(Territory)
    return Frame(
        title=site.title,
        territory=territory.name if territory else "",
        demonstration=bool(territory and territory.demonstration),
        foot=site.foot,
        contact=site.contact,
        feeds=site.feeds,
        site_map=edition.addresses.page("site_map"),
        searches=searches,
    )


def own_colours(config: MkDocsConfig, locale: Locale) -> Path | None:
    """The style sheet of the territory's colours, when the site has one."""
    if not config.theme.custom_dir:
        return None
    name = f"{locale.text('addresses.colours')}.css"
    path = Path(config.theme.custom_dir) / name
    return path if path.is_file() else None


def is_ours(config: MkDocsConfig) -> bool:
    """Whether the site has our look, and not that of some theme that we know nothing of."""
    return config.theme.name == "material"


def speak(config: MkDocsConfig) -> None:
    """Gives Material the language of the territory, before any plugin asks it for words."""
    if is_ours(config):
        config.theme["language"] = language_of(Path(config.docs_dir))


def install(config: MkDocsConfig, locale: Locale, styles: Sequence[str]) -> None:
    """Puts our theme, with its ``styles``, between what the site overrides and Material itself."""
    colours = own_colours(config, locale)
    folder = Path(str(resources.files("chemins"))) / "theme"
    own = [str(folder / "static")]
    if is_ours(config):
        own.insert(0, str(folder / "material"))
        config.theme["font"] = False
    at = 1 if config.theme.custom_dir else 0
    config.theme.dirs[at:at] = own
    ours = [*styles, *([colours.name] if colours else [])]
    config.extra_css[:0] = [each for each in ours if each not in config.extra_css]


def prepare(env: Environment, locale: Locale, frame: Frame) -> Environment:
    """Lets our ``base.html`` extend Material's, and say the site's words: ``t`` and ``chemins``.

    ``once(write, …)`` is what ``write()`` writes, written once for all pages of which ``…`` is the
    same: most of the frame depends on no more than how far the root is.
    """
    templates = FileSystemLoader(Path(material.__file__).parent / "templates")
    loaders = [env.loader] if env.loader else []
    own = DictLoader(dict(_unknown_language(templates, locale)))
    env.loader = ChoiceLoader([*loaders, PrefixLoader({"material": templates}), own])
    env.globals.update(t=locale.text, chemins=frame, once=_once())
    return env


def _unknown_language(templates: FileSystemLoader, locale: Locale) -> Iterator[tuple[str, str]]:
    """The words of Material in a language that it has none for: its name alone, the rest English.

    Breton, Occitan or a creole is written in our locales like any other.
    """
    name = f"partials/languages/{locale.language}.html"
    if name not in templates.list_templates():
        known = f'{{"language": "{locale.language}"}}'
        yield name, f"{{% macro t(key) %}}{{{{ {known}[key] }}}}{{% endmacro %}}"


def _once() -> Callable[..., str]:
    written: dict[tuple[str, ...], str] = {}

    def once(write: Callable[[], str], *key: str) -> str:
        if key not in written:
            written[key] = write()
        return written[key]

    return once


def mended(html: str) -> str:
    """``html`` without what Material writes outside its blocks and HTML does not allow."""
    for toggle in ("drawer", "search"):
        html = html.replace(f'id="__{toggle}" autocomplete="off"', f'id="__{toggle}"', 1)
    return html


def write_moved(context: Context, site: Site, folder: Path, *, guarded: bool) -> None:
    """Writes a page at each address that moved, but where a page stands today."""
    for redirect in site.redirects:
        if not (folder / redirect.address / "index.html").exists():
            write_moved_page(context, redirect, folder, guarded=guarded)


def write_moved_page(
    context: Context, redirect: Redirect, folder: Path, *, guarded: bool = True
) -> None:
    """Writes the page that leads to where another has moved, ``guarded`` by a policy."""
    path = folder / redirect.address / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(moved_page(context, redirect, guarded=guarded), "utf-8", newline="\n")
