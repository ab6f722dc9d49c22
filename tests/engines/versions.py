"""One content folder, shown by a preview that has seen its edits, and built from nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from tests.engines.sites import snapshot

from chemins.engines.mkdocs.configured import configured
from chemins.engines.mkdocs.hearing import hearing
from chemins.engines.mkdocs.plugin import StrategyPlugin
from chemins.engines.mkdocs.preview.drawing import Drawing
from chemins.engines.mkdocs.preview.versions import version_of
from chemins.forms.form_page import FOLDER as FORM
from chemins.locales import load
from chemins.reading import Memory
from chemins.settings import PLUGIN

URL = "http://127.0.0.1:8000/"
"""Where it is read."""

TO_AUTHORS = "ne se voit qu’en aperçu".encode()
"""What a page says that tells its authors what a build does not: pages alone differ by it."""


class Followed:
    """A site that a preview follows."""

    def __init__(self, config_file: Path) -> None:
        self.config_file = config_file
        self._memory = Memory()

    @contextmanager
    def version(self, memory: Memory) -> Iterator[Drawing]:
        """The site as it is now, drawn as it is read, by a preview that has ``memory``."""
        with _config(self.config_file, "serve") as config:
            strategy = config.plugins[PLUGIN]
            assert isinstance(strategy, StrategyPlugin)
            strategy.memory = memory
            version = version_of(config, strategy, URL)
            assert isinstance(version, Drawing)
            yield version
            version.close()

    def differs(self, *, backwards: bool = False) -> list[str]:
        """The addresses at which the preview shows anything else than a clean build writes.

        It is asked for them in the order of their names, or in the other. What it says to authors
        is held against another preview, which remembers nothing and is asked in the other order.
        """
        clean = clean_build(self.config_file)
        # A guest of the preview's server answers for the form: there it changes the files.
        asked = sorted((each for each in clean if not each.startswith(FORM)), reverse=backwards)
        with self.version(self._memory) as version:
            shown = {path: _found(version, path) for path in asked}
        with self.version(Memory()) as version:
            anew = {path: _found(version, path) for path in reversed(asked)}
        return [
            path
            for path in asked
            if shown[path] != (anew if TO_AUTHORS in (shown[path] or b"") else clean)[path]
        ]


def clean_build(config_file: Path) -> dict[str, bytes]:
    """Every file of the site that MkDocs builds whole, from nothing."""
    with _config(config_file, "build") as config:
        build(config)
        return snapshot(Path(config.site_dir))


def _found(version: Drawing, path: str) -> bytes | None:
    found = version.find(path)
    return found.read_bytes() if found else None


@contextmanager
def _config(config_file: Path, command: str) -> Iterator[MkDocsConfig]:
    MkDocsConfig.plugins.plugin_cache.clear()
    with TemporaryDirectory() as folder, hearing():
        config = configured(config_file, load("fr"), site_dir=folder)
        config.plugins.on_startup(command=command, dirty=False)
        yield config
