"""Somebody who follows a page for developers alone, in a checkout, gets what it promises."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.guide.blocks import Block, blocks_of
from tests.guide.walking import Reader
from tests.helpers import ROOT

FOLDER = ROOT / "docs" / "guide" / "developpeurs"
PAGES = sorted(file.name for file in FOLDER.glob("*.md"))
_APART = shutil.ignore_patterns("__pycache__", "*.pyc", ".git", ".venv", "site", ".cache", "dist")
_TESTS = " -m pytest "


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the checkout, with its tools."""
    copy = tmp_path / "chemins"
    shutil.copytree(ROOT, copy, ignore=_APART, symlinks=True)
    (copy / ".venv").symlink_to(sys.prefix)
    return copy


def blocks(page: str) -> tuple[Block, ...]:
    return tuple(blocks_of(page, (FOLDER / page).read_text("utf-8")))


def without_tests(found: tuple[Block, ...]) -> Iterator[Block]:
    """The same blocks, but for the steps that run the product's own tests: the sweep has them."""
    for block in found:
        if block.language == "console":
            kept = (step for step in block.steps if _TESTS not in step.command)
            text = "".join("\n".join((f"$ {s.command}", *s.shown, "")) for s in kept)
            yield replace(block, text=text)
        else:
            yield block


@pytest.mark.parametrize(
    "page",
    [
        # The sweep follows all of them, with the tests that they name.
        page
        if page in ("ajouter-une-sorte.md", "ajouter-une-regle.md")
        else pytest.param(page, marks=pytest.mark.sweep)
        for page in PAGES
    ],
)
def test_a_page_is_followed_to_its_end(page, checkout, tmp_path):
    with Reader(tmp_path / "chez-soi", checkout, checkout / "plugins") as reader:
        reader.follows(each for each in without_tests(blocks(page)) if needs_no_tests(each))


def needs_no_tests(block: Block) -> bool:
    """Whether ``block`` looks at nothing that the product's own tests write."""
    return "goldens" not in block.text


@pytest.mark.sweep
@pytest.mark.parametrize("page", PAGES)
def test_the_tests_that_a_page_names_agree(page, checkout, tmp_path):
    with Reader(tmp_path / "chez-soi", checkout, checkout / "plugins") as reader:
        reader.follows(blocks(page))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_each_file_before_it_shows_it(page):
    text = (FOLDER / page).read_text("utf-8")
    for block in blocks(page):
        if block.about and block.language in ("python",):
            before = text.split(block.text)[0]
            assert f"`{block.about}`" in before or block.about.startswith("tests/"), block.where
