"""Each command of the handbook and of the README runs as it is written, and answers as it says."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.engines.sites import program
from tests.guide.blocks import MARKS, Block, blocks_of
from tests.guide.walking import Reader
from tests.helpers import ROOT, written
from tests.imports.made import SQUARE, parts_of, zipped_shapefile

GUIDE = ROOT / "docs" / "guide"
FILES = {file.relative_to(ROOT).as_posix(): file for file in sorted(GUIDE.rglob("*.md"))}
PAGES = {
    page: tuple(blocks_of(page, file.read_text("utf-8")))
    for page, file in {"README.md": ROOT / "README.md", **FILES}.items()
}
WALKED = [
    page
    for page, blocks in PAGES.items()
    if any(block.language == "console" for block in blocks)
    and not page.startswith("docs/guide/developpeurs/")
]
"""The pages with commands; those for developers are followed in a checkout: see beside."""

EMPTY = frozenset({"README.md", "docs/guide/premier-site.md"})
"""Pages that begin in an empty folder; the others begin in the folder of a new site."""

COMMANDS = frozenset({"chemins", "make", "mkdocs", "pip", "python3", "git"})
"""Words that begin a command, by which one is known that is not written as such."""


def official(folder: Path) -> None:
    """Puts the official file there, as a reader would have downloaded it."""
    found = [
        (("QN08410M", "Les Amandiers", "84031", "Carpentras"), [SQUARE]),
        (("QN08411M", "Le Port", "84031", "Carpentras"), [SQUARE]),
    ]
    columns = ("code_qp", "lib_qp", "insee_com", "lib_com")
    written(folder, {"qp-2024.zip": zipped_shapefile(parts_of(found, columns))})


@pytest.fixture
def begun(tmp_path: Path) -> Callable[[str], Path]:
    """The folder where a page begins."""

    def begin(page: str) -> Path:
        start = tmp_path / "ici"
        start.mkdir()
        if page not in EMPTY:
            said = ("--name", "Belleville", "--codes", "QN08410M,QN08411M")
            done = program("chemins", "new", "belleville", *said, cwd=start)
            assert done.code == 0, done.said
            start /= "belleville"
            official(start)
        official(tmp_path / "chez-soi" / "Téléchargements")
        return start

    return begin


def in_its_time(page: str) -> Any:
    """``page``; the longest waits for the sweep, since others hold nearly all of its commands."""
    return pytest.param(page, marks=pytest.mark.sweep) if page == "README.md" else page


@pytest.mark.parametrize("page", [*map(in_its_time, WALKED)])
def test_each_command_of_a_page_runs_as_written_and_answers_as_it_says(page, begun, tmp_path):
    with Reader(tmp_path / "chez-soi", begun(page)) as reader:
        reader.follows(PAGES[page])


@pytest.mark.parametrize("page", PAGES)
def test_what_is_typed_is_written_as_such(page):
    blocks = PAGES[page]
    for block in blocks:
        if block.language == "console":
            assert block.marks <= MARKS, block.where
            assert block.steps, block.where
        else:
            assert not typed(block), f"{block.where}: write « ```console » and « $ » before it"


def typed(block: Block) -> bool:
    """Whether a block that is no ``console`` holds a command."""
    first = next(iter(block.text.split()), "")
    return not block.language and first in COMMANDS


@pytest.mark.parametrize("page", FILES)
def test_a_page_holds_nothing_that_waits_to_be_written_nor_a_path_of_one_machine(page):
    text = FILES[page].read_text("utf-8")
    for waiting in ("TODO", "à compléter plus tard", "lorem", "XXX", "/home/", "/Users/"):
        assert waiting not in text, (page, waiting)


@pytest.mark.parametrize("page", FILES)
def test_each_column_of_a_table_has_a_heading(page):
    lines = FILES[page].read_text("utf-8").splitlines()
    for head, rule in pairwise(lines):
        if re.fullmatch(r"\|(?:\s*:?-+:?\s*\|)+", rule):
            assert all(cell.strip() for cell in head.strip("|").split("|")), (page, head)
