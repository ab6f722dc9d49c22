"""What is done, for a resident who asks: here, by whom, for what, and is it done?"""

import pytest
from tests.doing import DOING
from tests.helpers import edition, pages_of
from tests.pages.filled import parsed

CAFE = "actions/cafe-des-parents/"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return pages_of(edition(tmp_path_factory.mktemp("doing"), DOING))


@pytest.fixture(scope="module")
def pages(site):
    return site[1]


def words(html: str) -> str:
    return " ".join(parsed(html).text(separator=" ").split())


def under(html: str, heading: str) -> str:
    """What stands under a heading of a page."""
    for node in parsed(html).css("section"):
        head = node.css_first("h2")
        if head is not None and head.text(strip=True) == heading:
            return str(node.html)
    return ""


def titles(html: str) -> list[str]:
    return [node.text(strip=True) for node in parsed(html).css(".articles__title")]


def test_an_action_says_where_it_stands_since_when_and_who_carries_it(pages):
    said = words(pages[CAFE])
    assert "En cours, depuis mars 2025" in said
    facts = words(under(pages[CAFE], "En bref"))
    assert "Porteur CCAS du Val-Fleuri" in facts
    assert "La Maison des familles, Val-Fleuri Habitat" in facts
    assert "mars 2025 à décembre 2026" in facts
    assert "Maison des familles, 1 rue de l’Essai" in facts
    assert "44,05" not in facts, "degrees are for maps"


def test_an_action_that_stopped_says_why_at_once(pages):
    front = parsed(pages["actions/halls/"]).css_first(".front").text(separator=" ")
    assert "Suspendue" in front
    assert "Le bailleur attend le vote de son budget." in front


def test_the_path_of_an_action_goes_up_to_the_vision(pages):
    found = under(pages[CAFE], "À quoi elle contribue")
    links = [node.attributes["href"] for node in parsed(found).css(".pathlist a")]
    assert links[0] == "../../changements/parents-informes/"
    assert "../../visions/entraide/" in links
    assert words(under(pages["actions/navette/"], "À quoi elle contribue")) == "", (
        "what serves nothing has no path"
    )


def test_the_money_is_split_by_what_it_is_taken_from(pages):
    table = parsed(under(pages[CAFE], "L’argent"))
    heads = [node.text(strip=True) for node in table.css("thead th")]
    assert heads == ["Année", "Financeur", "Droit commun", "Crédits spécifiques", "Autre", "Étape"]
    rows = [[cell.text(strip=True) for cell in row.css("th, td")] for row in table.css("tbody tr")]
    assert rows == [
        ["2025", "CCAS du Val-Fleuri", "", "3\u202f500\u00a0€", "", "voté"],
        ["2026", "Val-Fleuri Habitat", "8\u202f000,50\u00a0€", "", "", "prévu"],
        ["non précisée", "Une fondation", "", "", "500\u00a0€", ""],
    ]
    assert [cell.text(strip=True) for cell in table.css("tfoot th, tfoot td")] == [
        *("En tout", "8\u202f000,50\u00a0€", "3\u202f500\u00a0€", "500\u00a0€", "")
    ]
    assert "En tout : 12 000,50 €" in words(str(table.html))


def test_its_history_is_told_the_last_first(pages):
    told = words(under(pages[CAFE], "Ce que son statut a été"))
    assert told.index("mars 2025") < told.index("juin 2024")


def test_the_steps_say_in_words_what_is_done(pages):
    told = words(under(pages[CAFE], "Les étapes"))
    assert "Trouver une salle fait, janvier 2025" in told
    assert "Former les animatrices à faire" in told


def test_the_catalogue_lists_every_action_what_is_on_first(pages):
    assert titles(under(pages["actions/"], "4 actions")) == [
        "Un café des parents tous les mardis",
        "Une permanence du CCAS",
        "Une navette vers le marché",
        "Les halls repeints avec les locataires",
    ]


def test_each_quartier_theme_status_and_lead_has_a_page_of_its_actions(site):
    found, pages = site
    by_address = {page.address: page for page in found.pages}
    shelves = [each for each in by_address if each.startswith("actions/") and each.count("/") == 3]
    assert shelves == [
        "actions/quartier/lilas/",
        "actions/quartier/mimosas/",
        "actions/quartier/tout-le-territoire/",
        "actions/theme/droits-et-services/",
        "actions/theme/habitat/",
        "actions/statut/en-cours/",
        "actions/statut/programmee/",
        "actions/statut/a-l-etude/",
        "actions/statut/suspendue/",
        "actions/porteur/ccas/",
        "actions/porteur/l-association-des-lilas/",
        "actions/porteur/bailleur/",
    ]
    assert titles(pages["actions/quartier/lilas/"]) == [
        "Un café des parents tous les mardis",
        "Une navette vers le marché",
    ]
    assert (
        by_address["actions/porteur/ccas/"].title == "Actions portées par\u00a0: CCAS du Val-Fleuri"
    )
    linked = {node.attributes["href"] for node in parsed(pages["actions/"]).css("a")}
    assert {f"../{each}" for each in shelves} <= linked
    assert all(by_address[each].is_record for each in shelves), "they stay out of the menu"


def test_a_shelf_leads_to_the_page_of_what_it_is_named_after(pages):
    linked = {node.attributes["href"] for node in parsed(pages["actions/quartier/lilas/"]).css("a")}
    assert {"../../../quartiers/lilas/", "../../../actions/"} <= linked


def test_the_shelf_of_a_former_name_still_leads_there(site):
    moved = {redirect.address: redirect.to for redirect in site[0].redirects}
    assert moved["actions/quartier/les-roses/"] == "actions/quartier/lilas/"
    assert moved["actions/porteur/bureau-d-aide/"] == "actions/porteur/ccas/"


def test_two_ways_of_writing_a_lead_share_a_shelf(tmp_path):
    head = "---\ntitre: {title}\nstatut: en cours\nporteur: {lead}\n---\n"
    _, pages = pages_of(
        edition(
            tmp_path,
            {
                "actions/un.md": head.format(title="Un jardin", lead="Les Amis du parc"),
                "actions/deux.md": head.format(title="Un verger", lead="les amis du Parc"),
            },
        )
    )
    assert titles(pages["actions/porteur/les-amis-du-parc/"]) == ["Un verger", "Un jardin"]


def test_a_quartier_says_what_is_done_there_and_where_to_find_what_is_done_everywhere(pages):
    found = under(pages["quartiers/lilas/"], "Ce qui se fait ici")
    assert titles(found) == ["Un café des parents tous les mardis", "Une navette vers le marché"]
    assert "1 autre action concerne tout le territoire" in words(found)
    assert parsed(found).css_first(".go").attributes["href"] == (
        "../../actions/quartier/tout-le-territoire/"
    )


def test_a_change_and_a_vision_say_what_is_done_for_them(pages):
    served = under(pages["changements/parents-informes/"], "Ce qui est fait pour cela")
    assert titles(served) == ["Un café des parents tous les mardis", "Une permanence du CCAS"]
    towards = under(pages["visions/entraide/"], "Ce qui se fait pour y arriver")
    assert titles(towards) == titles(served)


def test_home_leads_to_the_actions_by_status_and_to_who_committed_to_what(pages):
    found = under(pages[""], "Ce qui se fait")
    links = {n.text(strip=True): n.attributes["href"] for n in parsed(found).css("a")}
    assert links["En cours"] == "actions/statut/en-cours/"
    assert links["Toutes les actions"] == "actions/"
    anchor = links["Qui s’est engagé à quoi"].removeprefix("contrat/#")
    assert parsed(pages["contrat/"]).css_first(f"[id='{anchor}']") is not None


def test_the_contract_says_who_committed_to_what_and_what_became_of_it(pages):
    table = parsed(under(pages["contrat/"], "Qui s’est engagé à quoi"))
    who = [node.text(strip=True) for node in table.css("th[scope=rowgroup]")]
    assert [each.split("Aucun")[0] for each in who] == [
        "CCAS du Val-Fleuri",
        "Val-Fleuri Habitat",
        "Caisse d’allocations familiales",
    ]
    first = words(str(table.css("tr[id]")[0].html))
    assert "Un café des parents tous les mardis en cours" in first
    assert first.index("2025 tenu en partie") < first.index("2024 pas commencé")
    assert "Rien n’en est encore dit." in words(str(table.css("tr[id]")[1].html))


def test_an_organisation_says_what_it_leads_supports_funds_and_committed_to(pages):
    page = pages["acteurs/bailleur/"]
    assert titles(under(page, "Ce qu’elle porte")) == ["Les halls repeints avec les locataires"]
    assert titles(under(page, "Ce qu’elle soutient")) == ["Un café des parents tous les mardis"]
    assert titles(under(page, "Ce qu’elle finance")) == ["Un café des parents tous les mardis"]
    committed = parsed(under(page, "Ce à quoi elle s’est engagée"))
    link = committed.css_first("a")
    assert link.text() == "Repeindre les halls avec les locataires"
    anchor = link.attributes["href"].removeprefix("../../contrat/#")
    row = parsed(pages["contrat/"]).css_first(f"[id='{anchor}']")
    assert "Repeindre les halls" in row.text()


def test_an_action_names_the_commitment_that_it_keeps(pages):
    told = words(under(pages[CAFE], "L’engagement que cette action tient"))
    assert "CCAS du Val-Fleuri : Ouvrir un lieu d’accueil dans chaque quartier" in told


def test_one_action_may_keep_the_promises_of_two_signatories(tmp_path):
    _, pages = pages_of(
        edition(
            tmp_path,
            {
                "actions/jardin.md": "---\ntitre: Un jardin\nstatut: en cours\n---\n",
                "contrat.md": (
                    "---\ntitre: Contrat\nsignataires:\n"
                    "  - acteur: La ville\n"
                    "    engagements: [{texte: Donner un terrain, actions: [jardin]}]\n"
                    "  - acteur: Le bailleur\n"
                    "    engagements: [{texte: Donner l’eau, actions: [jardin]}]\n---\n"
                ),
            },
        )
    )
    told = words(under(pages["actions/jardin/"], "L’engagement que cette action tient"))
    assert "La ville : Donner un terrain" in told
    assert "Le bailleur : Donner l’eau" in told


def test_an_opinion_stands_with_its_reply_or_says_that_there_is_none(pages):
    first, second = parsed(pages["contrat/"]).css(".opinion")
    assert "La réponse septembre 2024" in words(str(first.html))
    assert "Pas encore de réponse." in words(str(second.html))


def test_a_document_of_the_contract_can_be_downloaded(pages):
    link = parsed(under(pages["contrat/"], "À lire en entier")).css_first("a")
    assert (link.text(), link.attributes["href"]) == ("Le contrat en entier", "../contrat.txt")


def test_the_menu_has_actions_and_the_contract_only_where_there_are_some(site, tmp_path):
    named = [crumb.title for crumb in site[0].menu]
    assert {"Actions", "Contrat"} <= set(named)
    bare, pages = pages_of(edition(tmp_path, {"visions/v.md": "---\ntitre: Une ville\n---\n"}))
    assert not {"Actions", "Contrat"} & {crumb.title for crumb in bare.menu}
    assert under(pages[""], "Ce qui se fait") == ""
    assert "Ce site ne contient encore aucune action." in words(pages["actions/"])


def test_a_long_table_of_commitments_begins_with_a_way_to_each_signatory(tmp_path):
    names = ["Mairie", "Département", "CAF", "Bailleur", "Région"]
    signed = "".join(f"  - acteur: {name}\n    engagements: [Tenir parole]\n" for name in names)
    contract = f"---\ntitre: Un contrat\nsignataires:\n{signed}---\n"
    _, found = pages_of(edition(tmp_path, {"contrat.md": contract}))
    tree = parsed(found["contrat/"])
    # Another text than the link of the table, which leads to the page of the signatory.
    links = {
        node.text().removesuffix("\u00a0(1)"): node.attributes["href"]
        for node in tree.css(".shortcuts a")
    }
    assert list(links) == names
    for name, href in links.items():
        assert tree.css_first(f"tbody[id='{href[1:]}']").text().strip().startswith(name)
