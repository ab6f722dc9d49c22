"""The page of coherence: off unless asked for; each figure opens the list that it counts."""

import re
import time
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborNode
from tests.helpers import context_of, edition, html_of
from tests.pages.filled import marks, parsed
from tests.strategies import strategy_files

from chemins.addresses import linker
from chemins.pages.build import site_of
from chemins.records.change import Change

ADDRESS = "coherence/"

HOLES = {
    "changements/parents-informes.md": (
        "---\ntitre: Les parents sont informés\nporte_sur: savoirs\nhorizon: court\n"
        "qui_change: [parents, agents]\ncontribue_a: [droits-connus]\n---\n"
    ),
    "changements/droits-connus.md": (
        "---\ntitre: Les droits sont connus\nporte_sur: pratiques\nhorizon: moyen\n"
        "contribue_a:\n  - vers: enfants-epanouis\n    solidite: fragile\n---\n"
    ),
    "changements/halls.md": (
        "---\ntitre: Les halls sont entretenus\nporte_sur: mode de vie\nhorizon: long\n---\n"
    ),
    "visions/enfants-epanouis.md": "---\ntitre: Des enfants épanouis\n---\n",
    "quartiers/centre.md": "---\nnom_officiel: Le centre\n---\n",
}
"""A strategy with a hole of nearly each sort, and a pathway that holds."""


def page_of(found, *, coherence=True):
    """The page of an edition, and its HTML; none when the site has none."""
    context = replace(context_of(found), coherence=coherence)
    site = site_of(context, "Une stratégie")
    pages = {page.address: page for page in site.pages}
    page = pages.get(ADDRESS)
    return site, page, html_of(context, page) if page else ""


def tallies(html: str) -> dict[str, LexborNode]:
    """What each figure counts, with its element."""
    return {
        each.css_first("summary span + span").text(): each
        for each in parsed(html).css("details.tally")
    }


def count(tally: LexborNode) -> int:
    return int(tally.css_first(".tally__n").text())


@pytest.fixture
def holes(tmp_path):
    return edition(tmp_path, HOLES)


def test_it_is_there_only_when_asked_for(holes):
    assert page_of(holes, coherence=False)[1] is None
    site, page, _ = page_of(holes)
    assert page is not None
    assert not page.is_public
    assert all(each.is_public for each in site.pages if each is not page)


def test_nothing_leads_to_it_but_the_site_map(holes):
    site, _, _ = page_of(holes)
    assert ADDRESS not in {crumb.address for crumb in (*site.menu, *site.foot)}
    context = replace(context_of(holes), coherence=True)
    leading = {
        page.address
        for page in site_of(context, "Une stratégie").pages
        if page.address != ADDRESS
        and f'href="{linker(page.address)(ADDRESS)}"' in html_of(context, page)
    }
    assert leading == {"plan-du-site/"}


def test_each_figure_opens_the_list_that_it_counts(holes):
    _, _, html = page_of(holes)
    found = tallies(html)
    assert {said: count(each) for said, each in found.items()} == {
        "changements mènent à une vision": 2,
        "changement s’arrête avant": 1,
        "changements sont portés par quelqu’un, ou par d’autres qui viennent avant": 2,
        "changement attend que quelque chose le porte": 1,
        "lien porte seul plusieurs changements jusqu’à une vision": 1,
        "changement n’a qu’un lien vers une vision, sans qu’aucun autre en dépende": 1,
        "Chemins qui ne tiennent qu’à un lien fragile": 1,
        "Quartiers sans séance d’habitants": 1,
        "Visions nées d’aucune séance": 1,
    }
    for each in found.values():
        assert len(each.css("ul > li")) == count(each)
        assert "open" not in each.attributes


def test_each_line_links_to_its_record_and_says_what_is_found(holes):
    _, _, html = page_of(holes)
    found = tallies(html)
    (line,) = found["changement s’arrête avant"].css("li")
    assert line.css_first("a").attributes["href"] == "../changements/halls/"
    assert "il ne contribue à rien" in line.text()
    (link,) = found["lien porte seul plusieurs changements jusqu’à une vision"].css("li")
    assert "2 changements, lui compris, n’ont pas d’autre chemin" in link.text()


def test_an_empty_strategy_is_told_so_without_a_figure(tmp_path):
    _, _, html = page_of(edition(tmp_path, {"territoire.md": "---\ntitre: x\nnom: y\n---\n"}))
    assert tallies(html) == {}
    assert parsed(html).text().count("Aucun changement n’est encore écrit.") == 2
    assert "Rien d’autre n’est à revoir." in parsed(html).text()


def test_the_demonstration_hangs_on_its_last_link(demo):
    _, _, html = page_of(demo)
    found = tallies(html)
    first = found["liens portent seuls plusieurs changements jusqu’à une vision"].css_first("li")
    assert "9 changements, lui compris" in first.text()
    assert "lien d’exemple" in first.text()
    assert count(found["changements mènent à une vision"]) == len(demo.strategy.all(Change))


def test_no_title_becomes_markup_there(tmp_path):
    title = '"<script>alert(1)</script> & <b>[x](javascript:y)</b>"'
    hostile = {path: re.sub(r"titre: .*", f"titre: {title}", said) for path, said in HOLES.items()}
    _, _, safe = page_of(edition(tmp_path / "safe", HOLES))
    _, _, html = page_of(edition(tmp_path / "hostile", hostile))
    assert marks(html) - marks(safe) == set()
    assert "<script>alert(1)</script>" in parsed(html).text()


@pytest.mark.parametrize("changes", [1000])
def test_a_large_strategy_has_its_page_at_once(changes, tmp_path):
    found = edition(tmp_path, strategy_files(changes, long_titles=True))
    start = time.process_time()
    _, _, html = page_of(found)
    assert time.process_time() - start < 4
    assert count(tallies(html)["changements mènent à une vision"]) == changes
