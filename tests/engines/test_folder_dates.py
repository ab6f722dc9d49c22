"""Dates, news and how to reach the publisher are the same in a folder for another generator."""

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.engines.sites import built, program, written
from tests.meeting import MEETING

from chemins.engines.folder import write_pages

SETTINGS = """\
site_name: Le Val-Fleuri
site_url: https://val-fleuri.example/contrat/
docs_dir: content
theme: {name: material}
plugins: [search, {chemins/strategy: {pdf: no}}]
"""
PAGES = ("", "agenda/", "nouvelles/", "quartiers/lilas/", "seances/fete/", "visions/entraide/")


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The town built by our plugin, and by MkDocs alone from its folder of pages."""
    folder = tmp_path_factory.mktemp("meeting")
    written(folder, {"mkdocs.yml": SETTINGS, **{f"content/{k}": v for k, v in MEETING.items()}})
    run = built(folder / "mkdocs.yml", folder / "site")
    assert run.code == 0, run.said
    assert write_pages(folder / "mkdocs.yml", folder / "pages", print) == 0
    run = program("mkdocs", "build", "-q", cwd=folder / "pages")
    assert run.code == 0, run.said
    return folder / "site", folder / "pages" / "site"


def tree(folder, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((folder / address / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(
    "selector", ["section", ".contact", ".share__address", ".printed", "footer nav"]
)
def test_a_page_says_the_same_both_ways(both, address, selector):
    ours, plain = (
        " ".join(
            " ".join(node.text(separator=" ").split()) for node in tree(each, address).css(selector)
        )
        for each in both
    )
    assert ours == plain
    assert ours


@pytest.mark.parametrize("address", PAGES)
def test_a_page_names_the_same_feeds_and_loads_the_same_scripts_both_ways(both, address):
    def named(page):
        feeds = [n.attributes["href"] for n in page.css("link[type='application/atom+xml']")]
        scripts = [n.attributes.get("src") or "" for n in page.css("script[src]")]
        return feeds, [each for each in scripts if "chemins/" in each]

    ours, plain = (named(tree(each, address)) for each in both)
    assert ours == plain
    assert ours[0]


@pytest.mark.parametrize("address", PAGES)
def test_paper_leads_back_by_a_code_both_ways(both, address):
    for each in both:
        found = tree(each, address).css(".printed svg.qr")
        assert len(found) == 1, address
