"""When do we meet, where, has anything changed? What a resident finds, page by page."""

import pytest
from tests.helpers import context_of, edition, html_of, pages_of
from tests.meeting import MEETING
from tests.pages.filled import parsed
from tests.pages.test_pages_of_actions import titles, under, words

from chemins.locales import load
from chemins.pages.build import site_of
from chemins.pages.contact import tel


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return pages_of(edition(tmp_path_factory.mktemp("meeting"), MEETING))


@pytest.fixture(scope="module")
def pages(site):
    return site[1]


def clean(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_agenda_gives_every_date_the_furthest_first_under_its_month(pages):
    tree = parsed(pages["agenda/"])
    assert [node.text(strip=True) for node in tree.css(".agenda__month h3")] == [
        *("Septembre 2099", "Juin 2099", "2098", "Mars 2024"),
    ]
    assert titles(pages["agenda/"])[1] == "L’atelier des bancs"
    assert "de la plus lointaine à la plus ancienne" in words(pages["agenda/"])


def test_a_date_says_the_day_the_hours_the_place_the_quartier_and_how_to_come(pages):
    (fete,) = (
        clean(words(str(node.html)))
        for node in parsed(pages["agenda/"]).css("li")
        if "fête" in node.text()
    )
    assert "18\u00a0h\u00a030 à 1\u00a0h" in pages["agenda/"], "an hour stays on a line"
    assert fete.startswith("Vendredi 12 juin 2099, de 18 h 30 à 1 h événement")
    assert "Place du Lavoir, 1 place du Lavoir, 99990 Val-Fleuri · Les Lilas" in fete
    assert "Comment participer : Chacun apporte un plat." in fete


def test_a_date_that_is_called_off_says_so_and_why(pages):
    for address in ("agenda/", "quartiers/lilas/", "seances/report/"):
        said = words(pages[address])
        assert "nnulée" in said, address
        assert "La salle est fermée." in said, address


def test_a_session_that_nobody_has_lived_yet_is_not_told_as_if_it_were(pages):
    fete = pages["seances/fete/"]
    assert "On danse." in words(under(fete, "Au programme"))
    assert under(fete, "Le déroulé") == ""
    facts = clean(words(under(fete, "Comment et avec qui")))
    assert "Date vendredi 12 juin 2099, de 18 h 30 à 1 h" in facts
    assert "Des bancs." in words(under(pages["seances/report/"], "Ce qui était prévu"))
    assert "On a dessiné." in words(under(pages["seances/passee/"], "Le déroulé"))


def test_a_date_that_is_called_off_is_not_offered_to_a_calendar(pages):
    assert under(pages["seances/report/"], "Dans votre agenda") == ""
    assert under(pages["seances/fete/"], "Dans votre agenda") != ""


def test_a_date_holds_until_its_last_possible_day(pages):
    until = {
        node.css_first("a").text(strip=True): node.attributes["data-until"]
        for node in parsed(pages["agenda/"]).css("li[data-until]")
    }
    assert until["Une balade"] == "2099-09-30"
    assert until["Un bilan"] == "2098-12-31"
    assert until["Conseil de quartier"] == "2099-06-03"


def test_the_calendars_are_offered_for_all_and_for_each_quartier_that_has_dates(site, pages):
    files = {each.address for each in site[0].downloads}
    wanted = {
        "agenda/agenda.ics",
        "quartiers/lilas/agenda-lilas.ics",
        "quartiers/mimosas/agenda-mimosas.ics",
        "seances/fete/fete.ics",
    }
    assert wanted <= files
    assert not {"quartiers/sans-date/agenda-sans-date.ics", "seances/un-an/un-an.ics"} & files
    linked = {node.attributes["href"] for node in parsed(pages["agenda/"]).css("a")}
    assert {"../agenda/agenda.ics", "../quartiers/lilas/agenda-lilas.ics"} <= linked
    assert "../../seances/fete/fete.ics" in pages["seances/fete/"]


def test_who_follows_a_quartier_by_its_former_name_goes_on_being_told(tmp_path):
    renamed = {
        path: text.replace("---\n", "---\nanciens_noms: [Les Roses]\n", 1)
        if path in ("quartiers/lilas.md", "seances/fete.md")
        else text
        for path, text in MEETING.items()
    }
    site, _ = pages_of(edition(tmp_path, renamed))
    files = {each.address: "".join(map(str, each.content())) for each in site.downloads}
    for old, new in (
        ("quartiers/les-roses/agenda-les-roses.ics", "quartiers/lilas/agenda-lilas.ics"),
        ("quartiers/les-roses/nouvelles-les-roses.xml", "quartiers/lilas/nouvelles-lilas.xml"),
        ("seances/les-roses/les-roses.ics", "seances/fete/fete.ics"),
    ):
        assert files[old] == files[new] != "", old


def test_home_and_a_quartier_show_three_dates_and_hold_the_others_for_the_script(pages):
    for address in ("", "quartiers/lilas/"):
        found = parsed(pages[address]).css(".dates li")
        shown = [node for node in found if "hidden" not in node.attributes]
        assert len(shown) == 3, address
        assert len(found) > 3, address
    assert "Conseil de quartier" not in words(under(pages["quartiers/lilas/"], "Se retrouver"))


def test_home_and_a_quartier_tell_five_pieces_of_news_and_lead_to_all(pages):
    for address, link in (("", "nouvelles/"), ("quartiers/lilas/", "../../nouvelles/")):
        news = under(pages[address], "Quoi de neuf")
        assert len(parsed(news).css("li > div")) == 5, address
        assert f'href="{link}"' in news
    assert titles(under(pages[""], "Quoi de neuf"))[0] == "Les parents sont informés"
    assert under(pages["quartiers/mimosas/"], "Quoi de neuf") == ""


def test_the_news_that_are_examples_say_so(pages):
    (line,) = (
        n for n in parsed(pages["nouvelles/"]).css("li") if "changement d’exemple" in n.text()
    )
    assert "Exemple" in line.text()


def test_a_site_without_dates_has_no_agenda_and_no_news(tmp_path):
    site, pages = pages_of(edition(tmp_path, {"quartiers/a.md": "---\nnom_officiel: A\n---\n"}))
    assert not {"agenda/", "nouvelles/"} & set(pages)
    assert site.feeds == ()
    assert not {"Agenda", "Quoi de neuf"} & {crumb.title for crumb in (*site.menu, *site.foot)}
    assert not [each.address for each in site.downloads if each.address.endswith((".ics", ".xml"))]
    assert all(not page.scripts for page in site.pages if page.form in ("home", "quartier"))


def test_a_site_and_a_quartier_name_their_feeds(site):
    found = site[0]
    assert [feed.address for feed in found.feeds] == ["nouvelles/nouvelles.xml"]
    feeds = {page.address: [feed.address for feed in page.feeds] for page in found.pages}
    assert feeds["quartiers/lilas/"] == ["quartiers/lilas/nouvelles-lilas.xml"]
    assert feeds["quartiers/mimosas/"] == []
    written = {each.address for each in found.downloads}
    assert {"nouvelles/nouvelles.xml", "quartiers/lilas/nouvelles-lilas.xml"} <= written


def test_plain_words_come_first_and_are_called_falc_only_when_somebody_read_them_over(pages):
    lilas = under(pages["quartiers/lilas/"], "En bref, en clair")
    assert "Nous voulons que les voisins se parlent." in words(lilas)
    assert "FALC" in lilas
    assert "l’atelier de lecture des Lilas" in lilas
    mimosas = under(pages["quartiers/mimosas/"], "En bref, en clair")
    assert "Un quartier calme." in mimosas
    assert "FALC" not in mimosas
    assert "Les voisins s’aident." in under(pages["visions/entraide/"], "En bref, en clair")
    assert "<br>" in lilas, "a sentence a line, as it is typed"
    first = parsed(pages["quartiers/lilas/"]).css_first("section h2")
    assert first.text(strip=True) == "En bref, en clair"


def test_what_is_only_announced_is_not_what_was_said(pages):
    said = titles(under(pages["quartiers/lilas/"], "Vous avez dit"))
    assert "L’atelier de printemps" in said
    assert not any("fête" in title or "bancs" in title for title in said)


def test_whoever_publishes_can_be_reached(site):
    ways = {way.label: (clean(way.said), way.href) for way in site[0].contact}
    assert ways == {
        "Appeler": ("04 00 00 00 00", "tel:0400000000"),
        "Écrire": (
            "contrat-de-ville@val-fleuri.example",
            "mailto:contrat-de-ville@val-fleuri.example",
        ),
        "Par courrier": ("1 place du Lavoir, 99990 Val-Fleuri", ""),
        "Venir": ("Maison des familles, 3 rue de l’Essai", ""),
        "Horaires": ("du mardi au vendredi, de 9 h à 12 h", ""),
        "Site": ("https://val-fleuri.example/ville", "https://val-fleuri.example/ville"),
    }
    assert tel("+33 (0)4 00.00") == "tel:+3340000"


def test_a_publisher_who_gives_no_way_has_no_contact_block(tmp_path):
    said = "---\ntitre: T\nnom: T\ndemonstration: oui\nediteur: {nom: Projet}\n---\n"
    assert pages_of(edition(tmp_path, {"territoire.md": said}))[0].contact == ()


def test_only_whole_pages_of_news_grow_with_the_news(tmp_path):
    """A page costs the same however many records there are: the news are found once."""
    files = dict(MEETING)
    for number in range(400):
        files[f"changements/c{number}.md"] = (
            f"---\ntitre: Changement n° {number}\nporte_sur: savoirs\nhorizon: court\n"
            "etat: en cours\nconstate_le: 2020\nquartiers: [lilas]\n---\n"
        )
    context = context_of(edition(tmp_path, files))
    site = site_of(context)
    (news,) = (page for page in site.pages if page.address == "nouvelles/")
    html = html_of(context, news)
    assert len(parsed(html).css(".news li")) == 300
    assert "114 nouvelles plus anciennes ne sont pas dans cette page." in clean(words(html))
    assert context.news is context.news


def test_the_words_of_hours_are_those_of_each_language(tmp_path):
    english = {
        "sessions/fair.md": "---\ntitle: The fair\ndate: 12/06/2099\nstart_time: 18:30\n---\n",
        "territory.md": "---\ntitle: T\nname: T\nlanguage: en\ndemonstration: yes\n---\n",
    }
    _, pages = pages_of(edition(tmp_path, english, locale=load("en")))
    assert "Friday 12 June 2099, at 18:30" in words(pages["calendar/"])
