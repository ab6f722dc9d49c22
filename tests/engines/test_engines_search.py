"""The search of a site: Material's is set aside, and ours says what it lacks."""

import pytest
from tests.doing import DOING
from tests.engines.sites import SETTINGS, built, small
from tests.indexed import facets, found_in

from chemins.engines import searching
from chemins.indexing.service import IndexingError

PAGES = {
    "libre.md": "---\ntitle: Une page libre\n---\nDu **texte** libre.\n",
    "cachee.md": "---\nsearch: {exclude: true}\n---\n# Cachée\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("searching")
    run = built(small(folder, {**DOING, **PAGES}))
    assert run.code == 0, run.said
    return folder / "site"


def test_nothing_of_materials_search_is_left_though_the_settings_name_it(site):
    assert "search" in SETTINGS
    assert not (site / "search").exists()
    assert not list(site.glob("assets/javascripts/workers/*"))
    assert not list(site.glob("assets/javascripts/lunr/**/*"))
    html = (site / "actions/index.html").read_text("utf-8")
    assert "search.result" not in html
    assert "workers/" not in html


def test_each_page_is_found_but_the_list_of_all_and_what_asks_not_to_be(site):
    found = found_in(site)
    assert {"", "actions/cafe-des-parents/", "libre/", "contrat/"} <= set(found)
    assert not {"plan-du-site/", "cachee/"} & set(found)
    assert found["libre/"].text == "Du texte libre."


def test_an_action_is_told_with_its_place_in_the_strategy(site):
    told = found_in(site)["actions/cafe-des-parents/"]
    assert (
        told.place.startswith("en cours · vers\N{NARROW NO-BREAK SPACE}: ") or "vers" in told.place
    )
    assert "Les Lilas" in told.place
    assert told.more["word"] == "Action"
    narrowed = facets(site)
    assert "actions/cafe-des-parents/" in narrowed["quartier"]["Les Lilas"]
    assert "actions/cafe-des-parents/" in narrowed["status"]["en cours"]
    assert "actions/cafe-des-parents/" in narrowed["theme"]["droits et services"]


def test_who_approved_a_page_is_not_what_it_is_searched_by(tmp_path):
    head = "terme: X\ndefinition: Y.\nvalide_par: le comité\nvalide_le: 01/02/2026"
    files = {"glossaire/x.md": f"---\n{head}\n---\n"}
    run = built(small(tmp_path, files))
    assert run.code == 0, run.said
    assert "comité" not in found_in(tmp_path / "site")["glossaire/x/"].text


def test_without_pagefind_a_sentence_says_so_and_the_header_leads_to_the_site_map(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(searching, "program", lambda: None)
    run = built(small(tmp_path, PAGES), strict=True)
    assert (run.code, "W-SEARCH" in run.said) == (0, True), run.said
    html = (tmp_path / "site/libre/index.html").read_text("utf-8")
    assert '<a class="search search--none" href="../plan-du-site/">' in html
    assert "chemins/search.js" not in html
    assert not (tmp_path / "site/pagefind").exists()


def test_an_index_that_breaks_down_stops_the_build(tmp_path, monkeypatch):
    def broken(*_: object) -> None:
        raise IndexingError("plus de place")

    monkeypatch.setattr("chemins.indexing.index.Index.write", broken)
    run = built(small(tmp_path, PAGES))
    assert (run.code, "S-SEARCH" in run.said, "plus de place" in run.said) == (1, True, True)
    assert not (tmp_path / "site").exists()
