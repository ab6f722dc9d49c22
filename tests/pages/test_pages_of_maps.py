"""A map is a picture, and the same in a list: for the keyboard, for those who do not see it."""

import gzip
import json
import re

import pytest
from tests.helpers import edition, of_files, pages_of
from tests.mapping import MAPPED, QUARTIERS
from tests.pages.filled import parsed

LILAS = "quartiers/lilas/"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    found = edition(tmp_path_factory.mktemp("mapped"), MAPPED)
    assert of_files(found.faults) == ()
    return pages_of(found)[1]


def maps(html):
    return parsed(html).css("svg.map:not(.silhouette)")


def hrefs(nodes):
    return [node.attributes["href"] for node in nodes]


def without_repeats(found):
    return [*dict.fromkeys(found)]


@pytest.mark.parametrize("address", ["", "quartiers/", LILAS])
def test_a_picture_is_hidden_and_its_links_out_of_the_order(pages, address):
    found = maps(pages[address])
    assert found
    for picture in found:
        assert picture.attributes["aria-hidden"] == "true"
        assert picture.attributes["focusable"] == "false"
        assert all(link.attributes["tabindex"] == "-1" for link in picture.css("a"))


@pytest.mark.parametrize(
    ("address", "listed"), [("", ".quartiers a"), ("quartiers/", ".articles a")]
)
def test_the_list_beside_has_the_same_links_in_the_same_order(pages, address, listed):
    beside = hrefs(parsed(pages[address]).css(listed))
    assert len(beside) == len(QUARTIERS)
    for picture in maps(pages[address]):
        assert without_repeats(hrefs(picture.css("a"))) == beside


def test_the_numbers_of_the_picture_are_those_of_the_list(pages):
    listed = {
        node.attributes["href"]: node.css_first(".map-number").text()
        for node in parsed(pages["quartiers/"]).css(".articles a")
    }
    drawn = {
        link.attributes["href"]: link.css_first(".narrow").text()
        for link in maps(pages["quartiers/"])[1].css("a")
    }
    assert drawn == listed
    assert [*listed.values()] == ["1", "2", "3"]


def test_small_quartiers_are_framed_in_their_territory_and_drawn_larger(pages):
    whole, detail = maps(pages[""])
    assert whole.css(".commune")
    assert whole.css(".enlarged")
    assert "Les Lilas" in detail.text()
    caption = parsed(pages[""]).css_first(".mapped figcaption").text()
    assert "Les 3 quartiers dont le contour est publié, dans le territoire" in caption
    assert "Le cadre est agrandi dessous" in caption


@pytest.mark.parametrize("address", ["", "quartiers/", LILAS, "donnees/"])
def test_who_published_what_is_drawn_is_said(pages, address):
    said = " ".join(parsed(pages[address]).text().split())
    assert "ANCT, Licence Ouverte 2.0" in said
    assert "Communes : IGN, 2024." in said
    assert "Fond de carte : la mairie." in said


def test_a_quartier_shows_what_is_there_in_the_order_of_its_list(pages):
    listed = parsed(pages[LILAS]).css(".map-key li")
    said = [" ".join(node.text(separator=" ").split()) for node in listed]
    assert said == [
        "1 Lieu Maison des familles 1 rue de l’Essai",
        "2 Lieu Bibliothèque",
        "3 Action Un jardin partagé en cours, La halle",
    ]
    (picture,) = maps(pages[LILAS])
    assert [node.text() for node in picture.css(".digits")] == ["1", "2", "3"]
    signs = [node.attributes["d"] for node in picture.css(".sign")]
    assert signs == [node.css_first("path").attributes["d"] for node in listed]
    assert len(set(signs)) == 2, "a shape for each kind"


def test_a_quartier_leads_to_its_neighbours_and_to_its_actions(pages):
    (picture,) = maps(pages[LILAS])
    beside = parsed(pages[LILAS]).css(".map-around a, .map-key a")
    assert hrefs(picture.css("a")) == hrefs(beside)
    assert hrefs(beside) == ["../../quartiers/mimosas/", "../../actions/jardin/"]


def test_what_was_given_up_and_what_is_far_away_is_on_no_map(pages):
    beside = parsed(pages[LILAS]).css_first(".map-key").text()
    assert "navette" not in beside
    assert "Sous-préfecture" not in beside


def test_each_picture_is_light(pages):
    for html in pages.values():
        for picture in re.findall(r"<svg class=\"picture map.*?</figure>", html, re.DOTALL):
            assert len(gzip.compress(picture.encode())) < 15_000


def test_a_quartier_without_a_contour_is_in_the_list_and_the_caption_says_so(tmp_path):
    files = {**MAPPED, "quartiers/vignes.md": "---\nnom_officiel: Les Vignes\n---\n"}
    pages = pages_of(edition(tmp_path, files))[1]
    assert "Un quartier sans contour publié n’est que dans la liste." in pages["quartiers/"]
    assert not maps(pages["quartiers/vignes/"])


@pytest.mark.parametrize(
    ("too_long", "said"),
    [
        (["lilas"], "Un nom n’a pas trouvé de place : il y a son numéro dans la liste."),
        ([*QUARTIERS], "Chaque numéro est celui du quartier dans la liste."),
    ],
)
def test_names_that_find_no_room_are_said_to_be_numbers(tmp_path, too_long, said):
    long = "Un nom beaucoup trop long pour la carte qui ne saurait tenir nulle part " * 3
    files = dict(MAPPED)
    for identifier in too_long:
        code = QUARTIERS[identifier][0]
        files[f"quartiers/{identifier}.md"] = f"---\nnom_officiel: {long}\ncode_qp: {code}\n---\n"
    html = pages_of(edition(tmp_path, files))[1]["quartiers/"]
    assert said in " ".join(parsed(html).text().split())
    assert "map-number--narrow" not in html, "numbers are then for all widths"


def test_a_region_is_listed_town_by_town_as_its_map_and_without_numbers(tmp_path):
    square = [[0, 0], [0.004, 0], [0.004, 0.003], [0, 0.003], [0, 0]]
    files, features = {}, []
    for n in range(30):
        code, town = f"QN{n:05d}M", f"Ville {n % 5}"
        name = "Centre" if n < 2 else f"Cité {n:02d}"
        files[f"quartiers/q{n}.md"] = (
            f"---\nnom_officiel: {name}\ncode_qp: {code}\ncommunes: [{town}]\n---\n"
        )
        ring = [[2 + (n % 5) + n / 100 + x, 45 + (n % 5) / 2 + y] for x, y in square]
        shape = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": {"code": code}, "geometry": shape})
    files["donnees/q.geojson"] = json.dumps({"type": "FeatureCollection", "features": features})
    files["territoire.md"] = (
        "---\ntitre: Une région\nnom: La Région\ndemonstration: oui\n"
        "contours: {fichier: donnees/q.geojson, source: ANCT, licence: LO, mis_a_jour: 2024}\n---\n"
    )
    _, found = pages_of(edition(tmp_path, files))
    for address, listed in (("", ".quartiers a"), ("quartiers/", ".articles a")):
        tree = parsed(found[address])
        (picture,) = maps(found[address])
        assert without_repeats(hrefs(picture.css("a"))) == hrefs(tree.css(listed))
        assert not tree.css(".map-number")
        titles = [node.text(strip=True) for node in tree.css(listed)]
        assert {"Centre (Ville 0)", "Centre (Ville 1)", "Cité 02"} <= set(titles)
        assert {node.text() for node in picture.css(".label.wide")} == {
            *(f"Ville {n}" for n in range(5))
        }
    assert "commune par commune" in parsed(found["quartiers/"]).text()
