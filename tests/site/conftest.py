"""The demo site, built once and served, and a browser that looks at it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.site.serving import served

from chemins.engines.mkdocs.build import build_site

_ROOT = Path(__file__).parents[2]
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")

Open = Callable[..., Page]


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
    """Opens a page of the demo by its address, in a window of a given width.

    Where it is not ``guarded``, tests may run scripts of their own in it.
    """
    contexts = []

    def opened(
        address: str, width: int = 1280, *, script: bool = True, guarded: bool = True
    ) -> Page:
        size = {"width": width, "height": 800}
        context = browser.new_context(
            viewport=size, java_script_enabled=script, bypass_csp=not guarded
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{site}{address}")
        return page

    yield opened
    for context in contexts:
        context.close()
