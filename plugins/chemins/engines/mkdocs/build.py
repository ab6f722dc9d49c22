"""``chemins build``: beside the published site, through the gates, then in its place."""

import logging
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from chemins.engines.exchange import BusyError, exchange, repair, workspace
from chemins.faults import Fault, Place, Severity, worst
from chemins.faults.codes import fault
from chemins.faults.report import Reporter
from chemins.gates import check_site
from chemins.locales import LANGUAGES, Locale, load

Say = Callable[[str], None]


def build_site(config_file: Path, site_dir: Path | None, *, strict: bool, say: Say) -> int:
    """Builds the site that ``config_file`` describes; 0 when it is published, 1 when not.

    The site that was there before stays until the new one has passed every gate.
    """
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    live = site_dir or _site_dir(config_file)
    try:
        repair(live)
        with workspace(live) as folder:
            locale, faults = _built(config_file, folder, strict)
            if faults:
                say(Reporter(locale).text(faults))
            if _stops(faults, strict):
                return _failed(live, locale, say)
            exchange(folder, live)
    except BusyError:
        say(Reporter(load(LANGUAGES[0])).text([fault("S-BUSY", Place(str(live)))]))
        return 2
    except MkDocsException as error:
        say(error.format_message())
        return _failed(live, load(LANGUAGES[0]), say)
    say(locale.text("command.built", path=live))
    return 0


def _site_dir(config_file: Path) -> Path:
    return Path(load_config(str(config_file)).site_dir)


def _built(config_file: Path, folder: Path, strict: bool) -> tuple[Locale, list[Fault]]:
    config = load_config(str(config_file), site_dir=str(folder), strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    plugin = config.plugins.get("chemins/strategy")
    locale = plugin.edition.content.locale if plugin else load(LANGUAGES[0])
    return locale, check_site(folder, config.site_url or "")


def _stops(faults: list[Fault], strict: bool) -> bool:
    heaviest = worst(faults)
    return heaviest is not None and heaviest >= (Severity.WARNING if strict else Severity.ERROR)


def _failed(live: Path, locale: Locale, say: Say) -> int:
    key = "kept" if live.exists() else "nothing_built"
    say(locale.text(f"command.{key}", path=live))
    return 1
