"""The demo site, built once and served, and a browser that looks at it."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from chemins.engines.mkdocs.build import build_site

_ROOT = Path(__file__).parents[2]
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")

Open = Callable[..., Page]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, built."""
    folder = tmp_path_factory.mktemp("demo") / "site"
    said: list[str] = []
    assert build_site(_ROOT / "mkdocs.yml", folder, strict=False, say=said.append) == 0, said
    return folder


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The address of the demo, without a slash at the end."""
    with served(site_folder) as address:
        yield address


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a built site is served meanwhile, without a slash at the end."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser of this machine; none is downloaded."""
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None:
        pytest.fail("no Chromium on this machine: run tools/ensure-chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Open]:
    """Opens a page of the demo by its address, in a window of a given width."""
    contexts = []

    def opened(address: str, width: int = 1280, *, script: bool = True) -> Page:
        size = {"width": width, "height": 800}
        context = browser.new_context(viewport=size, java_script_enabled=script)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{site}{address}")
        return page

    yield opened
    for context in contexts:
        context.close()
