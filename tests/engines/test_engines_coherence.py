"""The page for the team, in both engines: asked for in the settings, in words that people use."""

import pytest
from tests.engines.sites import SETTINGS, built, pages, program, read, small

from chemins.engines.folder import write_pages

ASKED = SETTINGS.replace("{pdf: no}", "{pdf: no, coherence: oui}")


def robots(site, address: str) -> list[str]:
    """What the page at ``address`` asks of search engines."""
    return [str(each.attributes["content"]) for each in read(site, address).css("[name=robots]")]


@pytest.fixture
def own(tmp_path):
    """A site that is its territory's own, so that its pages are public, with that page."""
    territory = (
        "---\ntitre: Notre stratégie\nnom: la commune\nediteur:\n  nom: La commune\n"
        "  directeur: La maire\n  adresse: 1 place du Marché\n  telephone: 04 90 00 00 00\n"
        "  hebergeur: Un hébergeur, 2 rue du Port\n---\nBonjour.\n"
    )
    return small(tmp_path, {"territoire.md": territory}, ASKED)


def test_a_site_that_asks_for_it_has_it_and_search_engines_leave_it(own, tmp_path):
    run = built(own)
    assert run.code == 0, run.said
    site = tmp_path / "site"
    assert "mène à une vision" in read(site, "coherence/").css_first("article").text()
    assert robots(site, "coherence/") == ["noindex"]
    assert robots(site, "changements/") == []
    header = read(site, "").css_first("header").text()
    assert "Cohérence" not in header


def test_the_pages_for_another_generator_have_it_too(own, tmp_path):
    said: list[str] = []
    assert write_pages(own, tmp_path / "pages", said.append) == 0, said
    run = program("mkdocs", "build", "--strict", cwd=tmp_path / "pages")
    assert run.code == 0, run.said
    site = tmp_path / "pages" / "site"
    assert "mène à une vision" in read(site, "coherence/").css_first("article").text()
    assert robots(site, "coherence/") == ["noindex"]
    assert robots(site, "changements/") == []


def test_a_site_that_does_not_ask_has_no_such_page(tmp_path):
    assert built(small(tmp_path)).code == 0
    assert "coherence/" not in set(pages(tmp_path / "site"))


def test_an_answer_that_is_none_stops_the_build_in_both_ways_to_build(tmp_path):
    config = small(tmp_path, {}, ASKED.replace("oui", "peut-être"))
    run = program("chemins", "build", cwd=config.parent)
    assert run.code == 2
    assert "mkdocs.yml:4:58  S-FLAG" in run.said
    plain = program("mkdocs", "build", cwd=config.parent)
    assert plain.code != 0
    assert "ne dit ni oui ni non" in plain.said
    assert "Traceback" not in plain.said
