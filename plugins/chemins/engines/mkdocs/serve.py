"""``chemins serve``: a preview that follows each change, and stays up whatever is wrong."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from chemins.engines.interrupted import interruptible
from chemins.engines.mkdocs.configured import configured
from chemins.engines.mkdocs.form import open_form
from chemins.engines.mkdocs.hearing import Heard, hearing
from chemins.engines.mkdocs.plugin import StrategyPlugin
from chemins.engines.mkdocs.preview.server import PreviewServer
from chemins.engines.mkdocs.preview.state import State, Teller
from chemins.engines.mkdocs.preview.versions import version_of
from chemins.engines.mkdocs.stopped import FaultsError, sentence
from chemins.faults import Fault
from chemins.faults.report import Reporter
from chemins.locales import LANGUAGES, Locale, load
from chemins.reading import Memory
from chemins.reading.language import language_of
from chemins.settings import PLUGIN, settings_of
from chemins.watching import state_of

Say = Callable[[str], None]


def serve_site(config_file: Path, dev_addr: str | None, say: Say) -> int:
    """Shows the site that ``config_file`` describes until interrupted.

    0: interrupted; 2: cannot run. Faults are said, here and over the page; the last good pages
    stay, or a page that says that there is none yet.
    """
    settings = settings_of(config_file)
    if isinstance(settings, Fault):
        say(Reporter(load(LANGUAGES[0])).text([settings]))
        return 2
    locale = load(language_of(settings.content))
    try:
        with (
            interruptible(),
            TemporaryDirectory(prefix="chemins-") as folder,
            hearing() as heard,
        ):
            return _previewed(_Source(config_file, dev_addr, Path(folder), locale), say, heard)
    except KeyboardInterrupt:
        return 0


def _previewed(source: "_Source", say: Say, heard: Heard) -> int:
    try:
        config = source.load()
    except Exception as error:
        say(sentence(error, source.locale, heard.errors()))
        return error.code if isinstance(error, FaultsError) else 2
    if not 0 < config.dev_addr.port < 2**16:
        say(source.locale.text("command.not_a_port", address=config.dev_addr))
        return 2
    config.plugins.on_startup(command="serve", dirty=False)
    preview = _Preview(source, _server(config), say, heard)
    preview.watch(config)
    try:
        preview.show(config)
    except Abort as error:
        preview.tell(error)
    except Exception as error:
        preview.tell(error)
        return 2
    return _served(preview, config)


def _server(config: MkDocsConfig) -> PreviewServer:
    host, port = config.dev_addr
    return PreviewServer(host, port, urlsplit(config.site_url or "/").path)


@dataclass(slots=True)
class _Source:
    """What a preview is made from, as it is now."""

    config_file: Path
    dev_addr: str | None
    folder: Path
    locale: Locale
    builds: int = field(default=0)

    def load(self) -> MkDocsConfig:
        """The settings as they are now, with a new folder to draw in."""
        self.builds += 1
        # MkDocs keeps plugins from one build to the next; ours is still asked for the pages of the
        # version before, if this one breaks down.
        plugins: Any = MkDocsConfig.plugins
        plugins.plugin_cache.pop(PLUGIN, None)
        return configured(
            self.config_file,
            self.locale,
            site_dir=str(self.folder / str(self.builds)),
            dev_addr=self.dev_addr,
        )


class _Preview:
    """The versions of one preview, one after another: a broken one is never shown."""

    def __init__(self, source: _Source, server: PreviewServer, say: Say, heard: Heard) -> None:
        self.source, self.server, self.say, self.heard = source, server, say, heard
        self.locale = source.locale
        self._memory = Memory()
        self._seen = state_of(())
        self._teller = Teller(server, source.locale)
        server.builder = self.rebuild
        server.guests.append(self._teller)
        server.dressed = self._teller.dressed
        server.instead = self._instead
        server.error_handler = self._error_page
        said = [self.locale.text("command.serving", url=server.url)]
        said += open_form(server, source.config_file, self.locale)
        server.listening = lambda: say("\n".join(said))

    def show(self, config: MkDocsConfig) -> None:
        """Shows the site that ``config`` describes in the place of the version before."""
        strategy = config.plugins[PLUGIN]
        assert isinstance(strategy, StrategyPlugin)
        strategy.on_startup(command="serve", dirty=False)
        strategy.memory = self._memory
        shown = version_of(config, strategy, self.server.url)
        before, self.server.shown = self.server.shown, shown
        if before:
            before.close()
        self._teller.tell(State(False, strategy.telling.rows, self.heard.warnings(self.locale)))
        self._tell_heard()

    def rebuild(self) -> None:
        """Shows what has changed; never raises, since the server then answers no request more."""
        seen = state_of(self.server.watched)
        if seen == self._seen:
            self.server.unchanged()
            return
        self._seen = seen
        try:
            self.show(self.source.load())
        except Exception as error:
            self.tell(error)
            self.say(self.locale.text("command.serving_kept"))
            self.server.unchanged()
            shutil.rmtree(self.source.folder / str(self.source.builds), ignore_errors=True)
        else:
            self.say(self.locale.text("command.serving_again"))

    def tell(self, error: Exception) -> str:
        """Says why a version stopped, here and in the browser."""
        errors, warnings = self.heard.errors(), self.heard.warnings(self.locale)
        said = sentence(error, self.locale, errors)
        self._tell_heard()
        self.say(said)
        rows = error.rows if isinstance(error, FaultsError) else ()
        self._teller.tell(State(True, rows, warnings if rows else [said, *warnings]))
        return said

    def watch(self, config: MkDocsConfig) -> None:
        """Follows what the site is made from."""
        file = self.source.config_file
        for path in (config.docs_dir, str(file), config.theme.custom_dir, *config.watch):
            if path:
                self.server.watch(path)
        self._seen = state_of(self.server.watched)

    def _instead(self, error: Exception | None) -> bytes:
        if error is None:
            return self._teller.page(self.locale.text("preview.nothing"))
        return self._teller.page(self.tell(error))

    def _error_page(self, code: int) -> bytes | None:
        try:
            page = self.server.content(f"{code}.html")
        except Exception:
            # There is no site to show, or none of its pages can be drawn: that has been told.
            return None
        return self._teller.dressed(page) if page else None

    def _tell_heard(self) -> None:
        for told in self.heard.said(self.locale):
            self.say(told)
        self.heard.records.clear()


def _served(preview: _Preview, config: MkDocsConfig) -> int:
    config.plugins.on_serve(preview.server, config=config, builder=preview.rebuild)
    # Somebody may have gone on writing since what is shown was read.
    preview.server.look_again()
    try:
        preview.server.serve()
    except OSError:
        preview.say(preview.locale.text("command.not_served", address=config.dev_addr))
        return 2
    finally:
        preview.server.shutdown()
        config.plugins.on_shutdown()
    return 0
