"""The pages of pathways: every change once, with its links said, in views that stay readable."""

from urllib.parse import parse_qs, urlsplit

import pytest
from tests.helpers import context_of, edition, html_of
from tests.pages.filled import parsed
from tests.strategies import strategy_files

from chemins.pages.build import site_of

CHEMINS = "chemins/"

CHANGES = {
    "territoire.md": "---\ntitre: Une stratégie\nnom: Val-Fleuri\n---\n",
    "acteurs/caf.md": "---\nnom: La CAF\n---\n",
    "quartiers/centre.md": "---\nnom_officiel: Centre ville\n---\n",
    "quartiers/sud.md": "---\nnom_officiel: Le sud\n---\n",
    "visions/epanouis.md": "---\ntitre: Des enfants épanouis\nquartiers: [centre]\n---\n",
    "changements/informes.md": (
        "---\ntitre: Les parents sont informés\nporte_sur: savoirs\nhorizon: court\n"
        "qui_change: [parents, caf]\netat: premiers signes\n"
        "contribue_a:\n  - vers: droits\n    hypothese: Qui sait **ose**.\n"
        "    solidite: plausible\n    preuve: Une étude de 2023.\n---\n"
    ),
    "changements/droits.md": (
        "---\ntitre: Les droits sont demandés\nporte_sur: pratiques\nhorizon: moyen\n"
        "contribue_a: [{vers: epanouis, illustratif: oui}]\n---\n"
    ),
    "changements/seul.md": (
        "---\ntitre: Les halls sont propres\nporte_sur: pratiques\nhorizon: moyen\n"
        "quartiers: [sud]\n---\n"
    ),
}


class Pages:
    """The pages of a strategy, each drawn when it is looked at."""

    def __init__(self, found):
        self.context = context_of(found)
        self.pages = {page.address: page for page in site_of(self.context).pages}

    def __getitem__(self, address):
        return html_of(self.context, self.pages[address])

    def __contains__(self, address):
        return address in self.pages


def pages_of(folder, files):
    return Pages(edition(folder, files))


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    return pages_of(tmp_path_factory.mktemp("chemins"), CHANGES)


@pytest.fixture
def page(pages):
    return parsed(pages[CHEMINS])


def titles(page):
    return [node.text() for node in page.css(".card[id] > .card__title")]


def said(node):
    return " ".join(node.text().split())


def test_every_change_and_every_vision_has_one_card_that_links_to_its_page(page):
    assert titles(page) == [
        "Les parents sont informés",
        "Les droits sont demandés",
        "Les halls sont propres",
        "Des enfants épanouis",
    ]
    card = page.css_first("#changement-informes > .card__title")
    assert card.attributes["href"] == "../changements/informes/"


def test_cards_stand_in_columns_by_horizon_then_visions(page):
    columns = page.css(".part__columns > .column")
    assert [said(each.css_first(".column__heading")) for each in columns] == [
        "Savoirs, connaissances court terme",
        "Comportements, pratiques moyen terme",
        "Vision souhait, futur désirable",
    ]


def test_a_card_says_its_kind_who_changes_and_the_state_that_is_known(page):
    card = page.css_first("#changement-informes")
    assert said(card.css_first(".card__kind")) == "Savoirs"
    assert said(card.css_first(".card__facts")) == "Qui change : parents, La CAF premiers signes"
    assert page.css_first("#changement-droits .card__facts") is None


def test_a_link_is_said_with_its_assumption_its_strength_and_its_evidence(page):
    tie = page.css_first("#changement-informes .ties > li")
    assert said(tie).startswith("contribue à Les droits sont demandés")
    assert [said(each) for each in tie.css(".why > *")] == [
        "Pourquoi ?",
        "Hypothèse : Qui sait ose.",
        "Solidité : plausible",
        "Ce qui le montre : Une étude de 2023.",
    ]


def test_a_link_is_said_from_its_other_end_too(page):
    assert said(page.css_first("#changement-droits .upstream")) == (
        "S’appuie sur 1 changement Les parents sont informés"
    )


def test_only_what_is_an_example_says_so(page):
    assert "lien d’exemple" in said(page.css_first("#changement-droits .ties"))
    assert "lien d’exemple" not in said(page.css_first("#changement-informes .ties"))
    assert "exemples" in said(page.css_first(".front .example"))


def test_one_chooses_among_what_there_is(page):
    found = {
        select.attributes["name"]: [each.attributes["value"] for each in select.css("option")]
        for select in page.css("select")
    }
    assert found == {
        "quartier": ["", "sud"],
        "horizon": ["", "court", "moyen"],
        "qui": ["", "caf", "parents"],
        "etat": ["", "non-observe", "premiers-signes"],
    }


def test_nothing_is_asked_that_would_change_nothing(tmp_path):
    files = {path: text for path, text in CHANGES.items() if "changements/seul" in path}
    page = parsed(pages_of(tmp_path, files)[CHEMINS])
    assert page.css("select") == []


def test_a_vision_s_view_has_what_leads_to_it(pages):
    page = parsed(pages["chemins/visions/epanouis/"])
    assert titles(page) == [
        "Les parents sont informés",
        "Les droits sont demandés",
        "Des enfants épanouis",
    ]
    assert page.css_first("h1").text() == "Des enfants épanouis"


def test_a_quartier_s_view_has_what_is_wished_for_and_what_changes_there(pages):
    assert titles(parsed(pages["chemins/quartiers/sud/"])) == ["Les halls sont propres"]
    assert len(titles(parsed(pages["chemins/quartiers/centre/"]))) == 3


def test_a_view_of_nothing_says_so(tmp_path):
    files = {path: text for path, text in CHANGES.items() if "quartiers/" in path}
    pages = pages_of(tmp_path, files)
    for address in (CHEMINS, "chemins/quartiers/sud/"):
        page = parsed(pages[address])
        assert said(page.css_first(".lead")).startswith("Aucun changement n’est encore")
        assert page.css_first(".explorer") is None


def test_only_views_of_something_are_led_to(tmp_path):
    files = {path: text for path, text in CHANGES.items() if "seul" not in path}
    page = parsed(pages_of(tmp_path, files)[CHEMINS])
    hrefs = [each.attributes["href"] for each in page.css("a[href*=quartiers]")]
    assert "../chemins/quartiers/centre/" in hrefs
    assert "../chemins/quartiers/sud/" not in hrefs


@pytest.mark.parametrize("address", ["visions/epanouis/", "quartiers/centre/", ""])
def test_pages_lead_to_their_pathways(pages, address):
    hrefs = [each.attributes["href"] for each in parsed(pages[address]).css("a.go")]
    assert any("chemins/" in href for href in hrefs)


def test_a_change_s_page_leads_to_its_path(pages):
    (href,) = [
        each.attributes["href"]
        for each in parsed(pages["changements/informes/"]).css("a.go")
        if "chemins/" in each.attributes["href"]
    ]
    link = urlsplit(href)
    assert link.path == "../../chemins/visions/epanouis/"
    followed = parse_qs(link.query)["suivre"][0]
    assert parsed(pages["chemins/visions/epanouis/"]).css_first(f"#{followed}")


@pytest.mark.parametrize("changes", [1, 9, 25, 60, 200])
def test_whatever_its_size_each_change_is_said_once_and_each_link_once(tmp_path, changes):
    found = edition(tmp_path, strategy_files(changes))
    page = parsed(Pages(found)[CHEMINS])
    links = [
        link for each in found.strategy.records for link in found.strategy.links_from(each)
        if link.name == "contributes_to"
    ]  # fmt: skip
    assert len(page.css("[data-to]")) == len(links)
    ids = [node.attributes["id"] for node in page.css(".card[id]")]
    assert len(ids) == len(set(ids)) == changes + max(1, -(-changes // 25))
    assert {node.attributes["data-to"] for node in page.css("[data-to]")} <= set(ids)
    assert all(len(part.css(".card")) <= 15 for part in page.css("details.part"))


def test_a_large_strategy_opens_on_its_overview_and_leads_from_there_to_each_part(tmp_path):
    page = parsed(pages_of(tmp_path, strategy_files(60))[CHEMINS])
    first, *others = page.css(".part")
    assert said(first.css_first("h3")) == "Vue d’ensemble"
    hrefs = [each.attributes["href"] for each in first.css(".card__beyond a")]
    ids = {f"#{part.attributes['id']}" for part in others}
    assert hrefs
    assert set(hrefs) <= ids


def test_a_vast_strategy_shows_its_overview_and_leads_to_the_view_of_each_vision(tmp_path):
    pages = pages_of(tmp_path, strategy_files(320))
    page = parsed(pages[CHEMINS])
    assert len(page.css(".card")) == 13
    hrefs = [each.attributes["href"] for each in page.css(".card__beyond a")]
    assert hrefs[0] == "../chemins/visions/vision-1/"
    assert len(hrefs) == 13
    assert len(parsed(pages["chemins/visions/vision-1/"]).css(".card[id]")) > 20


def test_a_long_title_is_shortened_in_a_heading_alone(tmp_path):
    files = strategy_files(25, long_titles=True)
    page = parsed(pages_of(tmp_path, files)[CHEMINS])
    headings = [said(each) for each in page.css(".part__heading h3")]
    assert all(len(each) < 120 for each in headings)
    assert any(len(each) > 150 for each in titles(page))


def test_english_sites_have_english_addresses(tmp_path):
    files = {
        "territory.md": "---\ntitle: A strategy\nname: Vale\nlanguage: en\n---\n",
        "visions/better.md": "---\ntitle: Better\n---\n",
        "changes/known.md": (
            "---\ntitle: Rights are known\ndimension: knowledge\nhorizon: short\n"
            "contributes_to: [better]\n---\n"
        ),
    }
    pages = pages_of(tmp_path, files)
    assert "pathways/visions/better/" in pages
    hrefs = [each.attributes["href"] for each in parsed(pages["changes/known/"]).css("a.go")]
    assert "../../pathways/visions/better/?follow=change-known" in hrefs
