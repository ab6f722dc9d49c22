"""The demo and the complete example, built once and served, and a browser that looks at them."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.helpers import EXAMPLE, ROOT
from tests.site.serving import built, served
from tests.strategies import strategy_files

from chemins.engines.mkdocs.build import build_site

# A page that is slow on a busy machine is no fault; that nothing ever comes is one.
expect.set_options(timeout=30_000)

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")

Open = Callable[..., Page]
StrategySite = Callable[..., str]


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, built."""
    return _built(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("demo") / "site")


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The address of the demo, without a slash at the end."""
    with served(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The territory that does not exist, built."""
    return _built(EXAMPLE / "mkdocs.yml", tmp_path_factory.mktemp("exemple") / "site")


@pytest.fixture(scope="session")
def example_address(example_folder: Path) -> Iterator[str]:
    """The address of its site, without a slash at the end."""
    with served(example_folder) as address:
        yield address


@pytest.fixture(scope="session")
def strategy_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StrategySite]:
    """The address of the site of a strategy of so many changes, built when first asked for."""
    with ExitStack() as stack:

        @cache
        def address(changes: int, *, long_titles: bool = False) -> str:
            folder = tmp_path_factory.mktemp(f"strategy-{changes}")
            files = strategy_files(changes, long_titles=long_titles)
            return stack.enter_context(served(built(folder, files)))

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
    """Opens a page of the demo by its address, in a window of a given width."""
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


def _built(settings: Path, folder: Path) -> Path:
    said: list[str] = []
    assert build_site(settings, folder, strict=False, say=said.append) == 0, said
    return folder
