"""``chemins build``: beside the published site, through the gates, then in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from chemins.engines.exchange import BusyError, exchange, identity, workspace
from chemins.engines.gathered import SiteReporter, gathered
from chemins.engines.interrupted import Interrupted, interruptible
from chemins.engines.mkdocs.configured import configured
from chemins.engines.mkdocs.hearing import Heard, hearing
from chemins.engines.mkdocs.plugin import StrategyPlugin
from chemins.engines.mkdocs.stopped import FaultsError, sentence
from chemins.engines.mkdocs.theme import is_ours
from chemins.engines.site_folder import holds_something_else, keep_hidden, misplaced
from chemins.faults import Fault, Place, Severity, worst
from chemins.faults.codes import fault
from chemins.faults.report import Reporter
from chemins.gates import check_site
from chemins.locales import LANGUAGES, Locale, load
from chemins.reading import lines_of
from chemins.reading.language import language_of
from chemins.settings import PLUGIN, settings_of

Say = Callable[[str], None]


def build_site(config_file: Path, site_dir: Path | None, *, strict: bool, say: Say) -> int:
    """Builds the site that ``config_file`` describes; 0 when published, 1: faults, 2: cannot run.

    The site that was there before stays until the new one has passed every gate. Whoever ends the
    run gets the code of the signal.
    """
    settings = settings_of(config_file)
    if isinstance(settings, Fault):
        say(Reporter(load(LANGUAGES[0])).text([settings]))
        return 2
    locale = load(language_of(settings.content))
    live = (site_dir or settings.site).absolute()
    with hearing() as heard:
        job = _Job(config_file, site_dir and live, strict, locale, say, heard)
        before = identity(live)
        try:
            with interruptible():
                return _published(job, live, settings.content)
        except BusyError:
            say(Reporter(locale).text([fault("S-BUSY", Place(str(live)))]))
            return 2
        except Interrupted as end:
            say(locale.text("command.interrupted"))
            return _left(job, live, end.code, changed=identity(live) != before)
        except Exception as error:
            code = _stopped(job, live, error)
            return _left(job, live, code, changed=identity(live) != before)


@dataclass(frozen=True, slots=True)
class _Job:
    """What one build is about."""

    config_file: Path
    site_dir: Path | None
    strict: bool
    locale: Locale
    say: Say
    heard: Heard


def _published(job: _Job, live: Path, content: Path) -> int:
    if misplaced(live, content):
        job.say(job.locale.text("command.misplaced", path=live))
        return 2
    config = configured(
        job.config_file,
        job.locale,
        site_dir=str(job.site_dir) if job.site_dir else None,
        strict=job.strict or None,
    )
    live = Path(config.site_dir)
    if holds_something_else(live):
        job.say(job.locale.text("command.not_empty", path=live))
        return 2
    with workspace(live) as folder:
        faults = _built(config, folder)
        for told in job.heard.said(job.locale):
            job.say(told)
        if faults:
            job.say(SiteReporter(job.locale, lines_of(folder)).text(faults))
        if _stops(faults, config.strict):
            return _left(job, live, 1)
        keep_hidden(live, folder)
        exchange(folder, live)
    job.say(job.locale.text("command.built", path=live))
    return 0


def _built(config: MkDocsConfig, folder: Path) -> list[Fault]:
    config.site_dir = str(folder)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    guarded = isinstance(config.plugins.get(PLUGIN), StrategyPlugin) and is_ours(config)
    return gathered(check_site(folder, config.site_url or "", guarded=guarded))


def _stops(faults: list[Fault], strict: bool) -> bool:
    heaviest = worst(faults)
    return heaviest is not None and heaviest >= (Severity.WARNING if strict else Severity.ERROR)


def _stopped(job: _Job, live: Path, error: Exception) -> int:
    """Says why a build came to no end."""
    told = job.heard.said(job.locale)
    for each in told:
        job.say(each)
    if isinstance(error, FaultsError):
        job.say(error.format_message())
        return error.code
    if isinstance(error, Abort) and told and not job.heard.errors():
        job.say(job.locale.text("command.strict_stopped"))
        return 1
    job.say(sentence(error, job.locale, job.heard.errors(), live))
    return 2


def _left(job: _Job, live: Path, code: int, *, changed: bool = False) -> int:
    """Says what is published after a build that came to no end, ``changed`` by it or not."""
    kept = "command.kept" if live.is_dir() else "command.nothing_built"
    job.say(job.locale.text("command.built" if changed else kept, path=live))
    return code
