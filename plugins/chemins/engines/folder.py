"""``chemins pages``: the same pages as Markdown files, for a generator without our plugins."""

from collections.abc import Callable, Mapping
from pathlib import Path

from chemins.configuration import configuration_of
from chemins.content_paths import page_address
from chemins.edition import Edition, edition_of
from chemins.engines.context import context_of, proposals_in
from chemins.engines.exchange import BusyError, exchange, identity, workspace
from chemins.engines.folder_settings import text_in
from chemins.engines.folder_writer import FolderWriter
from chemins.engines.form import form_of, write_form
from chemins.engines.interrupted import Interrupted, interruptible
from chemins.engines.picture_files import UnpublishableError
from chemins.engines.searching import new_index, write_index
from chemins.engines.sheets import with_sheets
from chemins.engines.site_folder import misplaced
from chemins.engines.stopped import sentence
from chemins.faults import Fault, Place, Severity, worst
from chemins.faults.codes import fault
from chemins.faults.report import Reporter
from chemins.locales import LANGUAGES, Locale, load
from chemins.pages.build import site_of
from chemins.pages.site import Site
from chemins.reading import lines_of
from chemins.reading.language import language_of
from chemins.records import KINDS
from chemins.settings import Settings, settings_of

Say = Callable[[str], None]

MARKER = ".chemins-pages"
"""The file that tells a folder of ours, which may be written anew, from any other."""


def write_pages(config_file: Path, target: Path, say: Say) -> int:
    """Writes the pages of the site of ``config_file`` to ``target``; 0: done, 1: faults, 2: not.

    Whoever ends the run gets the code of the signal.

    ``target`` then holds ``docs/``, ``overrides/`` and the ``mkdocs.yml`` that builds them. It is
    changed in one step, and only when it is new, empty, or was written by this function.
    """
    settings = settings_of(config_file)
    if isinstance(settings, Fault):
        say(Reporter(load(LANGUAGES[0])).text([settings]))
        return 2
    locale = load(language_of(settings.content))
    target = target.absolute()
    before = identity(target)
    code = 2
    try:
        with interruptible():
            return _write(config_file, settings, target, locale, say)
    except BusyError:
        say(Reporter(locale).text([fault("S-BUSY", Place(str(target)))]))
        return code
    except UnpublishableError as error:
        say(str(error))
        code = 1
    except Interrupted as end:
        say(locale.text("command.interrupted"))
        code = end.code
    except Exception as error:
        say(sentence(error, locale, target))
    if identity(target) == before:
        say(locale.text("command.untouched", path=target))
    return code


def _write(config_file: Path, settings: Settings, target: Path, locale: Locale, say: Say) -> int:
    if refused := _refused(target, settings):
        say(locale.text(refused, path=target))
        return 2
    configuration = configuration_of(config_file)
    if isinstance(configuration, Fault):
        say(Reporter(locale).text([configuration]))
        return 2
    own = configuration.text
    edition = edition_of(settings.content, KINDS, publication=settings.publication)
    locale = edition.content.locale
    context = context_of(
        edition,
        guests=settings.html.frames,
        coherence=settings.coherence,
        handbook=settings.handbook,
        url=settings.url,
        proposals=proposals_in(text_in(own, "repo_url"), config_file.parent, locale),
    )
    advice: tuple[Fault, ...] = ()
    if settings.pdf:
        context, advice = with_sheets(context, config_file, settings.url, str(config_file))
    site = site_of(context, text_in(own, "site_name"))
    by_hand = _by_hand(edition, site)
    replaced = (
        fault("W-REPLACED", Place(path), address=f"/{address}") for address, path in by_hand.items()
    )
    if _stop((*edition.faults, *replaced), edition, say):
        return 1
    index, missing = new_index(context, Place(str(config_file)))
    if advice := (*advice, *missing):
        say(Reporter(locale).text(advice))
    with workspace(target) as folder:
        count = FolderWriter(edition, context, site, by_hand, folder, index).write(own)
        if settings.admin.published:
            write_form(form_of(settings, config_file, locale, site.title), folder / "docs")
        wrong = write_index(index, folder / "docs", Place(str(config_file))) if index else ()
        if wrong:
            say(Reporter(locale).text(wrong))
            return 1
        (folder / MARKER).touch()
        exchange(folder, target)
    say(locale.text("command.written", count=count, path=target))
    if as_is := sum(path.lower().endswith(".md") for path in edition.content.others):
        say(locale.text("command.written_as_is", count=as_is))
    return 0


def _refused(target: Path, settings: Settings) -> str:
    """The key of the sentence that says why ``target`` cannot be; empty when it can."""
    if target.exists() and not target.is_dir():
        return "command.not_empty"
    if target.is_dir() and any(target.iterdir()) and not (target / MARKER).is_file():
        return "command.not_empty"
    return "command.misplaced" if misplaced(target, settings.content) else ""


def _by_hand(edition: Edition, site: Site) -> Mapping[str, str]:
    """The addresses of ``site`` where a file of the content folder stands, with its path."""
    written = {
        page_address(path).removesuffix("index.html"): path for path in edition.content.others
    }
    return {page.address: written[page.address] for page in site.pages if page.address in written}


def _stop(faults: tuple[Fault, ...], edition: Edition, say: Say) -> bool:
    """Says what is wrong; whether it stops."""
    if not faults:
        return False
    folder = edition.content.folder
    prefix = "" if folder == Path() else f"{folder.as_posix()}/"
    say(Reporter(edition.content.locale, lines_of(folder), prefix).text(faults))
    return worst(faults) is Severity.ERROR
