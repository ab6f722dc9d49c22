"""Has anything moved, since when, and how does one know? What a resident finds, page by page."""

import json

import pytest
from tests.evidence import EVIDENCE, SECRET
from tests.helpers import edition, of_files, pages_of
from tests.pages.filled import parsed
from tests.pages.test_pages_of_actions import titles, under, words

from chemins.exports.strategy_json import strategy_json
from chemins.records import Indicator

CHANGE, PART = "changements/parents-informes/", "indicateurs/part/"


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    found = edition(tmp_path_factory.mktemp("evidence"), EVIDENCE)
    assert of_files(found.faults) == (), found.faults
    return found


@pytest.fixture(scope="module")
def site(read):
    return pages_of(read)


@pytest.fixture(scope="module")
def pages(site):
    return site[1]


def rows(html: str) -> list[list[str]]:
    return [
        [" ".join(cell.text().split()) for cell in row.css("th, td")]
        for row in parsed(html).css("tr")
    ]


def test_a_change_says_how_far_it_can_be_seen_and_since_when(pages):
    assert "Premiers signes depuis mars 2026" in words(under(pages[CHANGE], "Où en est-on"))


def test_what_was_only_seen_at_a_date_is_not_said_to_last_since_then(pages):
    said = words(under(pages["changements/voisins-se-saluent/"], "Où en est-on"))
    assert "En cours, constaté en mars 2026" in said
    assert "depuis" not in said


def test_a_change_shows_what_is_measured_beside_what_is_seen(pages):
    section = under(pages[CHANGE], "Comment on le sait")
    counted, seen = parsed(section).css(".columns > div")
    assert "62 % en 2025, 58,5 % en 2024." in words(str(counted.html))
    assert counted.css_first("svg.chart") is not None
    told = words(str(seen.html))
    assert told.index("avril 2026") < told.index("mars 2026") < told.index("juin 2025")
    assert "Une mère a expliqué à ses voisines" in told
    assert "Mars 2026 : On sait qu’il y a un café le mardi." in told


def test_a_story_without_consent_is_nowhere(site, read):
    _, pages = site
    assert all(SECRET not in html for html in pages.values())
    assert SECRET not in "".join(strategy_json(read.strategy, read.addresses))
    assert "avril 2026" in words(pages[CHANGE]), "the rest of its observation is there"


def test_the_signs_to_watch_for_stand_actor_by_actor_what_is_expected_first(pages):
    table = rows(under(pages[CHANGE], "Comment on le sait"))
    assert table == [
        ["Niveau", "Signe", "Vu"],
        ["Parents"],
        ["Attendu", "Ils viennent au café des parents", "mars 2026"],
        ["Idéal", "Ils forment d’autres parents", "pas encore vu"],
        ["CAF du Val-Fleuri"],
        ["Espéré", "Elle ouvre une permanence le soir", "pas encore vu"],
    ]


def test_a_change_that_nobody_looked_at_has_no_section_of_evidence(pages):
    assert under(pages["changements/jeunes-en-stage/"], "Comment on le sait") == ""


def test_an_indicator_is_a_chart_and_a_table_that_say_the_same(pages):
    section = under(pages[PART], "Au fil du temps")
    assert rows(section) == [
        ["Date", "Tout le territoire", "Fleurville", "Note"],
        ["2020", "41", "–pas de valeur", ""],
        ["2021", "non disponible", "–pas de valeur", ""],
        ["2022", "47", "–pas de valeur", ""],
        ["2023", "52", "–pas de valeur", ""],
        ["2024", "58,5", "60", "Un mois de grève."],
        ["2025", "62", "64", ""],
    ]
    wide = parsed(section).css_first(".only-wide svg")
    assert [text.text() for text in wide.css("text.value")] == ["62", "41", "47", "52", "58,5"]
    assert "Cible : 80 % en 2030" in words(str(wide.html))
    assert len(wide.css("path.hole")) == 1
    figure = parsed(section).css_first("figure")
    assert figure.attributes["aria-hidden"] == "true"


def test_an_indicator_says_its_unit_its_source_how_often_and_of_when_it_is(pages):
    facts = words(under(pages[PART], "D’où viennent ces chiffres"))
    for said in (
        "Les parents sont informés de leurs droits",
        "Cible 80 % en 2030",
        "Point de départ 41 % en 2020",
        "Enquête auprès des parents, CAF",
        "chaque année",
        "Mis à jour mars 2026",
    ):
        assert said in facts


def test_quartiers_stand_in_their_order_beside_their_commune_and_the_territory(pages):
    assert rows(under(pages[PART], "Quartier par quartier")) == [
        ["Quartier", "2023", "2024", "2025", "Sa commune, 2025"],
        ["Tout le territoire", "52", "58,5", "62", ""],
        ["Les Lilas", "49,5", "58", "62", "64"],
        ["Les Mimosas", "51", "secret statistique", "–pas de valeur", "64"],
    ]


def test_what_is_heard_in_a_quartier_keeps_its_date_and_its_place(pages):
    told = words(under(pages["indicateurs/bancs/"], "Quartier par quartier"))
    assert "Les Lilas Juin 2024 On passe sans s’asseoir. Juin 2025 On s’assied à deux." in told
    assert "Les Mimosas Juin 2025 On attend les bancs." in told
    assert "chiffres" not in words(pages["indicateurs/bancs/"])


def test_a_note_on_a_value_of_a_quartier_says_of_when_it_is(pages):
    table = rows(under(pages["indicateurs/reponses/"], "Quartier par quartier"))
    assert table[0] == ["Quartier", "2023", "2024", "Note"]
    assert table[1] == ["Les Lilas", "non significatif", "12", "2023 : Dix-neuf réponses."]


def test_nothing_ranks_or_colours_quartiers_by_what_was_measured(pages):
    for html in pages.values():
        for node in parsed(html).css(".figures *, .chart *"):
            assert "style" not in node.attributes
            assert "fill" not in node.attributes


def test_a_table_of_the_state_feeds_several_indicators(read):
    found = {each.identifier: each for each in read.strategy.all(Indicator)}
    assert [(each.quartier, each.value) for each in found["revenu"].values] == [
        ("lilas", 1204.0),
        ("mimosas", 1310.5),
    ]
    assert [each.gap.value if each.gap else None for each in found["pauvrete"].values] == [
        None,
        "secret",
    ]


def test_the_figures_of_an_indicator_can_be_taken_away(site):
    found, pages = site
    body = next(page for page in found.pages if page.address == PART).draw()
    (download,) = body.downloads
    assert download.address == f"{PART}part.csv"
    link = parsed(under(pages[PART], "À télécharger")).css_first("a")
    assert link.attributes["href"] == f"../../{PART}part.csv"
    lines = "".join(map(str, download.content())).splitlines()
    assert lines[0].removeprefix("\ufeff") == (
        "Date;Quartier;Nom du quartier;Commune;Valeur;Unité;Absence;Note"
    )
    assert "2025;QN99901M;Les Lilas;;62;%;;" in lines
    assert "2021;;;;;%;non disponible;" in lines


def test_what_a_site_offers_can_be_read_as_a_series_again(site, tmp_path):
    found, _ = site
    body = next(page for page in found.pages if page.address == PART).draw()
    table = "".join(map(str, body.downloads[0].content()))
    files = {path: text for path, text in EVIDENCE.items() if path != "indicateurs/part.csv"}
    files["indicateurs/part.md"] = "---\ntitre: Part\nmesure: [lilas]\nserie: part.csv\n---\n"
    again = edition(tmp_path, {**files, "indicateurs/part.csv": table})
    assert of_files(again.faults) == ()
    (read,) = (each for each in again.strategy.all(Indicator) if each.identifier == "part")
    assert sorted(str(each.value) for each in read.values if each.quartier == "lilas") == [
        "49.5",
        "58.0",
        "62.0",
    ]


def test_indicators_are_put_together_by_what_they_tell_of(pages):
    page = pages["indicateurs/"]
    assert titles(under(page, "Pour savoir si un changement advient")) == [
        "Ce que disent les parents à la sortie de l’école",
        "Part des parents qui connaissent leurs droits",
    ]
    assert "Les Lilas : 41,2 % en 2021." in words(under(page, "Pour suivre un quartier"))
    assert "Parle de : Les Lilas" in words(under(page, "Pour suivre un quartier"))


def test_an_indicator_of_several_things_stands_once_and_says_them(tmp_path):
    head = "porte_sur: savoirs\nhorizon: court\n---\n"
    files = {
        "quartiers/lilas.md": "---\nnom_officiel: Les Lilas\n---\n",
        "changements/un.md": f"---\ntitre: On sait\n{head}",
        "changements/deux.md": f"---\ntitre: On vient\n{head}",
        "indicateurs/i.md": "---\ntitre: On compte\nmesure: [un, deux, lilas]\nnature: qualitatif\n"
        "mesures: [{date: 2024, quartier: lilas, note: On est venu.}]\n---\n",
    }
    _, pages = pages_of(edition(tmp_path, files))
    assert titles(pages["indicateurs/"]) == ["On compte"]
    said = words(under(pages["indicateurs/"], "Pour savoir si un changement advient"))
    assert "Les Lilas, 2024 : On est venu." in said
    assert "Parle de : On sait , On vient , Les Lilas" in said


def test_a_quartier_says_in_words_what_moved(pages):
    told = words(under(pages["quartiers/lilas/"], "Ce qui a bougé"))
    assert "Premiers signes depuis mars 2026 avant : pas encore visible" in told
    assert "Part des parents qui connaissent leurs droits : 62 % en 2025, 58 % en 2024." in told


def test_the_values_that_are_not_told_in_words_are_a_click_away(tmp_path):
    files = {"quartiers/lilas.md": "---\nnom_officiel: Les Lilas\n---\n"}
    for number in range(8):
        files[f"indicateurs/i{number}.md"] = (
            f"---\ntitre: Mesure {number}\nmesure: [lilas]\nmesures:\n"
            "  - {date: 2023, quartier: lilas, valeur: 1}\n"
            "  - {date: 2024, quartier: lilas, valeur: 2}\n---\n"
        )
    _, pages = pages_of(edition(tmp_path, files))
    page = parsed(pages["quartiers/lilas/"])
    (link,) = (each for each in page.css("a") if "autres mesures ont bougé" in each.text())
    target = page.css_first(f"h2{link.attributes['href']}, section{link.attributes['href']}")
    assert "Ici, en chiffres" in target.text()


def test_a_quartier_says_its_strengths_before_its_issues(pages):
    heads = [node.text(strip=True) for node in parsed(pages["quartiers/lilas/"]).css("h2")]
    assert heads.index("Atouts") < heads.index("Enjeux") < heads.index("Le projet de quartier")
    assert heads.index("Ce qui a bougé") < heads.index("Atouts")


def test_a_quartier_says_when_its_project_was_adopted_and_where_one_goes(pages):
    page = pages["quartiers/lilas/"]
    assert "Adopté le 12 mai 2024." in words(under(page, "Le projet de quartier"))
    place = under(page, "Où aller")
    assert "Horaires : du mardi au samedi, de 9 h à 18 h" in words(place)
    assert "Vérifié le 2 mars 2026." in words(place)
    assert parsed(place).css_first("a").attributes["href"] == "tel:0490000000"


def test_a_summary_is_in_its_language_its_way_and_named_by_who_read_it(pages):
    arabic, english = parsed(under(pages["quartiers/lilas/"], "En d’autres langues")).css(
        ".summary"
    )
    node = arabic.css_first("[lang]")
    assert (node.attributes["lang"], node.attributes["dir"]) == ("ar", "rtl")
    assert node.css_first("h3").text() == "العربية"
    assert "Relu par une médiatrice du quartier." in words(str(arabic.html))
    assert "A garden: and a house." in english.text(), "no French space before an English colon"
    assert "Kimse okumadı" not in pages["quartiers/lilas/"]


def test_a_quartier_has_its_figures_beside_its_commune_and_the_territory(pages):
    table = rows(under(pages["quartiers/lilas/"], "Ici, en chiffres"))
    assert table[0] == ["Ce que l’on mesure", "Ici", "Avant", "Sa commune", "Tout le territoire"]
    assert table[1][1:] == ["62 % 2025", "58 % 2024", "64 % 2025", "62 % 2025"]


def test_from_home_two_clicks_tell_whether_a_change_moved_and_how_one_knows(pages):
    moved = parsed(under(pages[""], "Ce qui a bougé"))
    assert moved.css_first(".articles__title").attributes["href"] == CHANGE
    links = {node.text(strip=True): node.attributes["href"] for node in moved.css("a")}
    assert links["Où en est chaque changement"] == "changements/"
    assert "premiers signes depuis mars 2026" in words(pages["changements/"])
    assert "non observé" in words(pages["changements/"])


def test_the_menu_has_indicators_only_where_there_are_some(site, tmp_path):
    assert "Indicateurs" in [crumb.title for crumb in site[0].menu]
    bare, pages = pages_of(edition(tmp_path, {"visions/v.md": "---\ntitre: Une ville\n---\n"}))
    assert "Indicateurs" not in [crumb.title for crumb in bare.menu]
    assert under(pages[""], "Ce qui a bougé") == ""
    assert "Ce site ne contient encore aucun indicateur." in words(pages["indicateurs/"])


def test_the_open_data_hold_each_value_with_its_absence(read):
    data = json.loads("".join(strategy_json(read.strategy, read.addresses)))
    part = next(each for each in data["records"] if each["identifier"] == "part")
    assert {"date": "2021", "gap": "unavailable"} in part["values"]
    assert {"date": "2025", "value": 62.0, "quartier": "lilas"} in part["values"]


def test_a_hostile_table_brings_no_markup(tmp_path):
    bad = '<script>alert("1")</script>'
    files = {
        "quartiers/lilas.md": "---\nnom_officiel: Les Lilas\n---\n",
        "indicateurs/i.md": "---\ntitre: Un\nmesure: [lilas]\nunite: <b>\nserie: i.csv\n---\n",
        "indicateurs/i.csv": f"date;commune;valeur;note\n2023;{bad};1;{bad}\n2024;{bad};2;=1+1\n",
    }
    found = edition(tmp_path, {k: v.replace('"1"', "1") for k, v in files.items()})
    site, pages = pages_of(found)
    assert all("<script>alert" not in html for html in pages.values())
    body = next(page for page in site.pages if page.address == "indicateurs/i/").draw()
    assert ";'=1+1" in "".join(map(str, body.downloads[0].content()))
