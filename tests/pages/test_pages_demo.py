"""The demonstration's pages: one a record, each whole, each link leading somewhere."""

import posixpath
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest
from tests.helpers import CHANGE, VISION, context_of, edition, pages_of
from tests.pages.filled import parsed

from chemins.pages.build import moved_page, site_of
from chemins.records import Territory


def resolved(href: str, address: str) -> str:
    """The address that ``href`` leads to from the page at ``address``."""
    path = unquote(urlsplit(href).path)
    if not path:
        return address
    target = posixpath.normpath(posixpath.join("/", address, path)).lstrip("/")
    return f"{target}/" if path.endswith(("/", "..", ".")) and target else target


def test_every_record_has_its_page(demo, demo_site):
    site, _ = demo_site
    pages = {page.address: page for page in site.pages}
    for record in demo.strategy.records:
        page = pages[demo.addresses.of(record)]
        if not isinstance(record, Territory):
            assert page.form == record.kind
            assert page.is_record is bool(record.folder)
    assert len(pages) == len(site.pages)


def test_every_page_stands_under_pages_that_exist(demo_site):
    site, pages = demo_site
    for page in site.pages:
        above = [crumb.address for crumb in page.trail]
        assert all(address in pages for address in above)
        assert (above[:1] == [""]) is bool(page.address)


def test_every_page_has_one_title_and_headings_in_order(demo_site):
    _, pages = demo_site
    for address, html in pages.items():
        levels = [int(node.tag[1]) for node in parsed(html).css("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1, address
        assert levels[0] == 1, address
        for before, after in pairwise(levels):
            assert after <= before + 1, (address, levels)


def test_no_heading_is_empty(demo_site):
    _, pages = demo_site
    for address, html in pages.items():
        assert all(node.text().strip() for node in parsed(html).css("h1, h2, h3, h4")), address


def test_every_identifier_stands_once_in_its_page(demo_site):
    _, pages = demo_site
    for address, html in pages.items():
        found = [node.attributes["id"] for node in parsed(html).css("[id]")]
        assert len(set(found)) == len(found), address
        assert all(found), address


def test_every_link_leads_to_a_page_or_a_file_of_the_site(demo, demo_site):
    site, pages = demo_site
    known = set(pages) | {each.address for each in site.downloads} | set(demo.content.others)
    known |= {each.address for page in site.pages for each in page.draw().downloads}
    known |= {f"{path.removesuffix('.md')}/" for path in demo.content.others}
    followed = 0
    for address, html in pages.items():
        tree = parsed(html)
        for node in tree.css("a[href]"):
            href = node.attributes["href"]
            if urlsplit(href).scheme:
                continue
            followed += 1
            target = resolved(href, address)
            assert target in known, (address, href)
            if fragment := urlsplit(href).fragment:
                ids = {each.attributes["id"] for each in parsed(pages[target]).css("[id]")}
                assert fragment in ids, (address, href)
    assert followed > 300


def test_every_page_is_described_in_plain_text(demo_site):
    site, _ = demo_site
    for page in site.pages:
        body = page.draw()
        assert body.description
        assert len(body.description) <= 300
        assert "\n" not in body.description


def test_a_page_is_drawn_the_same_each_time(demo, demo_site):
    _, pages = demo_site
    assert pages_of(demo)[1] == pages


def test_no_page_shows_a_word_of_the_code(demo_site):
    _, pages = demo_site
    for address, html in pages.items():
        page = parsed(html)
        for node in page.css("pre"):
            node.decompose()
        text = page.text()
        for said in ("None", "Undefined", "Markup(", "<built-in", "{{", "{%"):
            assert said not in text, address


def test_every_download_can_be_read(demo_site):
    site, _ = demo_site
    assert site.downloads
    for each in site.downloads:
        assert "".join(each.content()).strip()
        assert [*each.content()] == [*each.content()]


EXAMPLE = CHANGE.replace(
    "---\n", "---\nillustratif: oui\nquartiers: [centre]\ncontribue_a: [une]\n", 1
)


@pytest.fixture
def examples(tmp_path):
    """A strategy of which one record and one link are examples."""
    linked = CHANGE.removesuffix("---\n") + "contribue_a: [{vers: une, illustratif: oui}]\n---\n"
    return pages_of(
        edition(
            tmp_path,
            {
                "changements/exemple.md": EXAMPLE,
                "changements/vrai.md": linked,
                "visions/une.md": VISION,
                "quartiers/centre.md": "---\nnom_officiel: Centre ville\n---\n",
            },
        )
    )[1]


@pytest.mark.parametrize(
    "address",
    ["changements/exemple/", "changements/", "visions/une/", "quartiers/centre/"],
)
def test_an_example_is_said_to_be_one_on_every_view_of_it(examples, address):
    assert "exemple" in parsed(examples[address]).text().lower()


def test_a_link_that_is_an_example_is_said_to_be_one_from_both_of_its_ends(examples):
    for address in ("changements/vrai/", "visions/une/"):
        page = parsed(examples[address])
        listed = " ".join(node.text() for node in page.css(".steps, .articles"))
        assert "lien d’exemple" in listed, address


def test_what_is_no_example_is_not_said_to_be_one(tmp_path):
    files = {"changements/un.md": CHANGE, "visions/une.md": VISION}
    for address, html in pages_of(edition(tmp_path, files))[1].items():
        if address.startswith(("changements/", "visions/")):
            assert parsed(html).css_first(".mark, .example, .steps__example") is None, address


def test_every_view_of_the_demonstration_s_examples_says_so(demo, demo_site):
    _, pages = demo_site
    examples = {demo.addresses.of(each) for each in demo.strategy.records if each.illustrative}
    for address, html in pages.items():
        for line in parsed(html).css(".articles > li"):
            links = [resolved(a.attributes["href"], address) for a in line.css(".articles__title")]
            if examples & set(links):
                assert line.css_first(".mark"), (address, links)
        if address in examples:
            assert parsed(html).css_first(".front .example"), address


def test_a_former_name_redirects_to_the_record(tmp_path):
    renamed = VISION.replace("---\n", "---\nanciens_noms: [Enfants heureux]\n", 1)
    found = edition(tmp_path, {"visions/une.md": renamed})
    context = context_of(found)
    redirect, front_page = site_of(context).redirects
    assert (front_page.address, front_page.to) == (
        "visions/enfants-heureux/une/",
        "visions/une/une/",
    )
    assert (redirect.address, redirect.to) == ("visions/enfants-heureux/", "visions/une/")
    page = moved_page(context, redirect)
    assert 'href="../../visions/une/"' in page
    assert "noindex" in page


def test_an_empty_strategy_still_has_its_home_and_its_indexes(tmp_path):
    _, pages = pages_of(edition(tmp_path, {}))
    assert "" in pages
    assert "Ce site ne contient encore aucun changement." in parsed(pages["changements/"]).text()


def test_words_that_nobody_agreed_to_are_not_published(tmp_path):
    session = (
        "---\ntitre: Atelier\ncitations:\n  - texte: dit avec accord\n    accord: oui\n"
        "  - texte: dit sans accord\n---\n"
    )
    _, pages = pages_of(edition(tmp_path, {"seances/atelier.md": session}))
    text = parsed(pages["seances/atelier/"]).text()
    assert "dit avec accord" in text
    assert "dit sans accord" not in text


@pytest.mark.parametrize("page", ["", "feuille-de-route/", "changements/", "visions/"])
def test_the_views_of_the_whole_say_what_of_it_is_an_example(demo, demo_site, page):
    _, pages = demo_site
    examples = {demo.addresses.of(each) for each in demo.strategy.records if each.illustrative}
    tree = parsed(pages[page])
    links = {resolved(node.attributes["href"], page) for node in tree.css("a[href]")}
    assert examples & links
    assert "exemple" in tree.text().lower()
