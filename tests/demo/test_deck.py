"""The demonstration says what the deck says, and puts nothing in a real town's mouth."""

import re
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from chemins.edition import edition_of
from chemins.engines.context import context_of
from chemins.pages.build import site_of
from chemins.pages.whole import whole
from chemins.records import KINDS

CONTENT = Path(__file__).parents[2] / "content"
QUOTATIONS = [
    line
    for line in (Path(__file__).parent / "quotations.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@cache
def pages() -> dict[str, str]:
    """The text of every page by its address, spaces and apostrophes made plain."""
    edition = edition_of(CONTENT, KINDS)
    context = context_of(edition)
    drawn = {
        page.address: _text(str(whole(context, page.draw()))) for page in site_of(context).pages
    }
    by_hand = {
        path.stem: _plain(path.read_text("utf-8"))
        for path in CONTENT.glob("*.md")
        if path.name not in edition.content.record_files
    }
    return drawn | by_hand


def _text(html: str) -> str:
    tree = LexborHTMLParser(html)
    tree.strip_tags(["svg", "details.pathsource"])
    return _plain(tree.body.text(separator="") if tree.body else "")


def _plain(text: str) -> str:
    return re.sub(r"[\s\u00a0\u202f]+", " ", text.replace("'", "’")).casefold()


@pytest.mark.parametrize("quotation", QUOTATIONS)
def test_each_quotation_of_the_deck_is_on_the_site(quotation: str) -> None:
    assert any(_plain(quotation) in text for text in pages().values())


def test_the_invitation_of_the_first_slide_is_not_on_the_site() -> None:
    assert not any("rejoignez la force d’un réseau" in text for text in pages().values())


def test_the_headline_that_plays_on_a_street_word_stays_on_its_stage() -> None:
    held = {address for address, text in pages().items() if "chouf" in text}
    assert held == {"etapes/imaginer-des-futurs/"}


def test_every_view_of_the_example_says_that_it_is_one() -> None:
    edition = edition_of(CONTENT, KINDS)
    for record in edition.strategy.records:
        if record.illustrative:
            text = pages()[edition.addresses.of(record)]
            assert "exemple tiré du diaporama, origine non précisée" in text


def test_no_figure_of_population_and_no_date_is_invented() -> None:
    edition = edition_of(CONTENT, KINDS)
    for record in edition.strategy.records:
        assert getattr(record, "population", None) is None
        assert getattr(record, "date", None) is None
