"""Fixtures of the engines: the demonstration, built once each way."""

from pathlib import Path

import pytest
from tests.engines.published import Published
from tests.engines.sites import DEMO, built, program

from chemins.engines.folder import write_pages


@pytest.fixture(scope="session")
def published_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, as ``chemins build`` publishes it."""
    site = tmp_path_factory.mktemp("published") / "site"
    run = built(DEMO, site)
    assert run.code == 0, run.said
    return site


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, as ``chemins pages`` writes it."""
    folder = tmp_path_factory.mktemp("written") / "pages"
    said: list[str] = []
    assert write_pages(DEMO, folder, said.append) == 0, said
    return folder


@pytest.fixture(scope="session")
def plain_demo(demo_folder: Path) -> Path:
    """The demonstration's folder of pages, built by MkDocs without our plugins."""
    run = program("mkdocs", "build", "--strict", cwd=demo_folder)
    assert run.code == 0, run.said
    return demo_folder / "site"


@pytest.fixture(scope="session")
def published_model(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """A small site published by each command, to copy."""
    return Published(tmp_path_factory.mktemp("model") / "site")


@pytest.fixture
def published(tmp_path: Path, published_model: Published) -> Published:
    """A small site published by each command, to do with as one likes."""
    return published_model.copied(tmp_path / "site")
