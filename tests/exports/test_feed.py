"""What is new, as feed readers read it."""

from xml.etree import ElementTree

import feedparser
import pytest
from tests.helpers import context_of, edition
from tests.meeting import MEETING

from chemins.exports.feed import feed
from chemins.strategy.news import news_of

URL = "https://val-fleuri.example/contrat/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return edition(tmp_path_factory.mktemp("meeting"), MEETING)


def file_of(found, url=URL, news=None) -> str:
    news = news_of(found.strategy).all if news is None else news
    return "".join(
        feed(
            found.strategy,
            found.addresses,
            news,
            address="nouvelles/nouvelles.xml",
            page="nouvelles/",
            title="Le Val-Fleuri : quoi de neuf",
            url=url,
        )
    )


@pytest.fixture(scope="module")
def read(town):
    return feedparser.parse(file_of(town).encode())


def test_a_feed_reader_finds_nothing_to_say(read):
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.language == "fr"
    assert read.feed.author == "Ville du Val-Fleuri"
    assert read.feed.link == f"{URL}nouvelles/"


def test_its_entries_are_the_news_the_last_first(read):
    said = [entry.title.replace("\u00a0", " ") for entry in read.entries]
    assert said[0] == "Premiers signes : Les parents sont informés"
    assert "Action en cours : Un café des parents" in said
    assert "Étape faite : Trouver une salle (Un café des parents)" in said
    assert "Avis rendu : Contrat de ville du Val-Fleuri (Conseil citoyen des Lilas)" in said
    assert said[-1] == "En cours (exemple) : Un changement d’exemple"
    dates = [entry.updated for entry in read.entries]
    assert dates == sorted(dates, reverse=True)
    assert read.feed.updated == dates[0] == "2026-03-01T00:00:00Z", "of the records, not the build"


def test_each_entry_has_a_name_of_its_own_that_stays(read, town):
    names = [entry.id for entry in read.entries]
    assert len(set(names)) == len(names)
    assert all(name.startswith("tag:val-fleuri.example,2024:/contrat/") for name in names)
    assert [entry.id for entry in feedparser.parse(file_of(town).encode()).entries] == names


def test_each_entry_leads_to_where_it_is_told(read):
    links = {entry.link for entry in read.entries}
    assert f"{URL}changements/parents-informes/" in links
    assert all(link.startswith(URL) for link in links)


def test_without_an_address_its_links_start_from_where_it_stands(town):
    root = ElementTree.fromstring(file_of(town, url=""))
    assert root.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
    links = [link.get("href") for link in root.iter(f"{ATOM}link")]
    assert links[:3] == [
        "../nouvelles/nouvelles.xml",
        "../nouvelles/",
        "../changements/parents-informes/",
    ]


def test_what_people_type_is_text(tmp_path):
    change = MEETING["changements/parents-informes.md"].replace(
        "Les parents sont informés", "\"Les <b>parents</b> & leurs 'droits'\""
    )
    found = edition(tmp_path, {**MEETING, "changements/parents-informes.md": change})
    root = ElementTree.fromstring(file_of(found))
    titles = [each.findtext(f"{ATOM}title", "") for each in root.iter(f"{ATOM}entry")]
    assert "Les <b>parents</b> & leurs" in titles[0]


def test_a_feed_is_of_a_quartier_too(town):
    context = context_of(town)
    lilas = next(each for each in town.strategy.records if each.identifier == "lilas")
    told = feedparser.parse(file_of(town, news=context.news.of(lilas)).encode())
    assert told.entries
    assert len(told.entries) < len(context.news.all)
    assert not any("Contrat" in entry.title for entry in told.entries)
