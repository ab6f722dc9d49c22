"""``chemins serve``: a preview that reloads at each change, and stays up whatever is wrong."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from chemins.engines.interrupted import interruptible
from chemins.engines.mkdocs.configured import configured
from chemins.engines.mkdocs.hearing import Heard, hearing
from chemins.engines.mkdocs.stopped import FaultsError, sentence
from chemins.faults import Fault
from chemins.faults.report import Reporter
from chemins.locales import LANGUAGES, Locale, load
from chemins.reading.language import language_of
from chemins.settings import settings_of

Say = Callable[[str], None]


def serve_site(config_file: Path, dev_addr: str | None, say: Say) -> int:
    """Shows the site that ``config_file`` describes until interrupted.

    0: interrupted; 1: faults from the start; 2: cannot run. Faults that come later are said, and
    the last good pages stay.
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
            return _previewed(_Preview(config_file, dev_addr, Path(folder), locale, say, heard))
    except KeyboardInterrupt:
        return 0


def _previewed(preview: "_Preview") -> int:
    try:
        config = preview.load()
        server = preview.server(config)
        preview.build(config, server)
    except Exception as error:
        preview.tell(error)
        return error.code if isinstance(error, FaultsError) else 2
    return _served(preview, config, server)


class _Server(LiveReloadServer):
    """MkDocs' server, which says when it listens."""

    listening: Callable[[], None]

    def server_activate(self) -> None:
        super().server_activate()
        self.listening()


@dataclass(slots=True)
class _Preview:
    """The builds of one preview, each in a folder of its own: a broken one is never shown."""

    config_file: Path
    dev_addr: str | None
    folder: Path
    locale: Locale
    say: Say
    heard: Heard
    builds: int = field(default=0)

    def load(self) -> MkDocsConfig:
        """The settings as they are now, with a new folder to build in."""
        self.builds += 1
        return configured(
            self.config_file,
            self.locale,
            site_dir=str(self.folder / str(self.builds)),
            dev_addr=self.dev_addr,
        )

    def server(self, config: MkDocsConfig) -> "_Server":
        """The server, not yet listening; it shows what the last good build wrote."""
        host, port = config.dev_addr
        path = urlsplit(config.site_url or "/").path
        root = str(self.folder)
        server = _Server(lambda: self.rebuild(server), host, port, root, path)
        server.listening = lambda: self.say(self.locale.text("command.serving", url=server.url))
        server.error_handler = lambda code: _error_page(Path(server.root), code)
        config.plugins.on_startup(command="serve", dirty=False)
        return server

    def build(self, config: MkDocsConfig, server: LiveReloadServer) -> None:
        """Builds, then shows the result in the place of the build before."""
        config.site_url = server.url
        build(config, serve_url=server.url)
        before, server.root = Path(server.root), config.site_dir
        if before != self.folder:
            shutil.rmtree(before, ignore_errors=True)
        self._tell_heard()

    def rebuild(self, server: LiveReloadServer) -> None:
        """Builds anew; never raises, since the server then answers no request any more."""
        try:
            self.build(self.load(), server)
        except Exception as error:
            self.tell(error)
            self.say(self.locale.text("command.serving_kept"))
            shutil.rmtree(self.folder / str(self.builds), ignore_errors=True)
        else:
            self.say(self.locale.text("command.serving_again"))

    def tell(self, error: Exception) -> None:
        """Says why a build stopped."""
        errors = self.heard.errors()
        self._tell_heard()
        self.say(sentence(error, self.locale, errors))

    def _tell_heard(self) -> None:
        for told in self.heard.said(self.locale):
            self.say(told)
        self.heard.records.clear()


def _served(preview: _Preview, config: MkDocsConfig, server: LiveReloadServer) -> int:
    if not 0 < config.dev_addr.port < 2**16:
        preview.say(preview.locale.text("command.not_a_port", address=config.dev_addr))
        return 2
    watched = [config.docs_dir, str(preview.config_file), config.theme.custom_dir, *config.watch]
    for path in filter(None, watched):
        server.watch(path)
    config.plugins.on_serve(server, config=config, builder=server.builder)
    try:
        server.serve()
    except OSError:
        preview.say(preview.locale.text("command.not_served", address=config.dev_addr))
        return 2
    finally:
        server.shutdown()
        config.plugins.on_shutdown()
    return 0


def _error_page(root: Path, code: int) -> bytes | None:
    page = root / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
