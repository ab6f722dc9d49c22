"""The handbook in a site that asks for it, whoever builds it; in no other, and in no search."""

import re
import tomllib

import pytest
from tests.engines.sites import ROOT, SETTINGS, built, pages, program, read, reading, small

from chemins.engines.context import context_of
from chemins.engines.folder import write_pages
from chemins.pages.build import site_of
from chemins.pages.found import is_found
from chemins.pages.guide.source import INDEX, in_order, leaves, links_in, texts_in
from chemins.pages.guide.source import folder as guide_folder

ASKED = SETTINGS.replace("{pdf: no}", "{pdf: no, handbook: oui}")
TEXTS = texts_in(guide_folder())


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A small site with the handbook, built."""
    folder = tmp_path_factory.mktemp("guide")
    run = built(small(folder, settings=ASKED))
    assert run.code == 0, run.said
    return folder / "site"


def test_each_page_of_the_handbook_is_a_page_of_the_site(site):
    addresses = set(pages(site))
    assert {f"guide/{leaf.address}" for leaf in leaves()} <= addresses
    page = read(site, "guide/developpeurs/ajouter-une-sorte/")
    assert page.css_first("h1").text() == "Ajouter une sorte de fiche"
    trail = [each.text() for each in page.css("nav.folio a")]
    assert trail == ["Accueil", "Le guide de Chemins", "Pour qui développe"]


def test_one_link_leads_there_from_the_foot_of_every_page_and_none_from_the_menu(site):
    home = read(site, "")
    for part, count in (("footer", 1), ("header", 0)):
        hrefs = [str(each.attributes["href"]) for each in home.css(f"{part} a[href]")]
        assert sum(href.endswith("guide/") for href in hrefs) == count, part


def test_a_resident_s_search_finds_none_of_it(demo):
    made = site_of(context_of(demo, handbook=True))
    ours = [page for page in made.pages if page.address.startswith("guide/")]
    assert len(ours) == len(TEXTS)
    assert not any(map(is_found, ours))


def test_a_site_that_does_not_ask_has_none_of_it(tmp_path):
    assert built(small(tmp_path)).code == 0
    assert not any(address.startswith("guide/") for address in pages(tmp_path / "site"))
    assert "guide/" not in (tmp_path / "site/index.html").read_text("utf-8")


def test_another_generator_has_the_same_pages(site, tmp_path):
    said: list[str] = []
    config = small(tmp_path, settings=ASKED)
    assert write_pages(config, tmp_path / "pages", said.append) == 0, said
    run = program("mkdocs", "build", "--strict", cwd=tmp_path / "pages")
    assert run.code == 0, run.said
    for address in ("guide/", "guide/publier/", "guide/developpeurs/ajouter-une-vue/"):
        ours, theirs = reading(site, address), reading(tmp_path / "pages/site", address)
        assert (theirs.text, theirs.code) == (ours.text, ours.code)


def test_a_site_in_another_language_says_that_it_is_in_french(tmp_path):
    territory = "---\ntitle: Ours\nname: here\nlanguage: en\ndemonstration: yes\n---\n"
    config = small(tmp_path, settings=ASKED)
    for file in (tmp_path / "content").rglob("*.md"):
        file.unlink()
    (tmp_path / "content/territory.md").write_text(territory)
    run = built(config)
    assert run.code == 0, run.said
    page = read(tmp_path / "site", "guide/publier/")
    assert page.css_first("[lang=fr] h1").text() == "Publier"
    assert "in French" in page.css_first("[lang=fr] [lang=en]").text()


def test_what_the_site_shows_is_what_the_file_says(site):
    page = reading(site, "guide/publier/")
    assert any("$ chemins export site belleville-2026-11-26.tar\n" in each for each in page.code)


@pytest.mark.parametrize("path", TEXTS)
def test_a_page_is_named_where_it_is_to_be_found(path):
    named = {
        link
        for each, text in TEXTS.items()
        if each.endswith(INDEX)
        for link in links_in(each, text)
    }
    assert path == INDEX or path in named, f"add a line in an index.md of docs/guide for {path}"


@pytest.mark.parametrize("path", TEXTS)
def test_each_link_of_a_page_leads_to_one(path):
    assert [link for link in links_in(path, TEXTS[path]) if link not in TEXTS] == []


def test_pages_come_in_the_order_in_which_they_are_named():
    texts = {
        "index.md": "# A\n\n- [C](c.md)\n- [D](d/index.md)\n\n```\n[x](b.md)\n```\n",
        "b.md": "# B\n",
        "c.md": "# C\n\nVoir [B](b.md).\n",
        "d/index.md": "# D\n\n[E](e.md)\n",
        "d/e.md": "# E\n\n## Une partie\n\n```\n## pas une partie\n```\n",
    }
    found = in_order(texts)
    assert [leaf.title for leaf in found] == ["A", "C", "D", "E", "B"]
    (part,) = found[3].parts
    assert re.fullmatch(r"```\n## pas une partie\n```", part[1])


def test_an_installation_brings_the_handbook_with_it():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = settings["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"] == {"docs/guide": "chemins/guide"}
    assert (guide_folder() / INDEX).read_text("utf-8").startswith("# Le guide de Chemins")
