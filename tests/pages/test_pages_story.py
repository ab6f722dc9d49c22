"""The pages that tell the story: ideas, answers, origins, front page, stages, cooperation."""

import re

import pytest
from tests.helpers import DEMO, VISION, edition, pages_of
from tests.pages.filled import parsed
from tests.story import SECRET, SECRET_YEAR, TOWN

WORKSHOP = "seances/atelier-des-bancs/"
FRONT_PAGE = "visions/une-ville-qui-se-parle/une/"


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """The pages of the fictional town, by their address."""
    return pages_of(edition(tmp_path_factory.mktemp("town"), TOWN))[1]


def words(node) -> str:
    return " ".join(node.text(separator=" ").replace("\u202f", " ").replace("\u00a0", " ").split())


def texts(html: str, selector: str) -> list[str]:
    return [words(node) for node in parsed(html).css(selector)]


def test_a_session_says_what_was_said_beside_what_was_made_of_it(town):
    said = texts(town[WORKSHOP], ".trace > li")
    assert len(said) == 10
    assert said[0] == (
        "« Des bancs à l’ombre, à mi-chemin entre l’école et le marché » Groupe : Se poser dehors "
        "Reprise Trois bancs sont posés place du Lavoir depuis le printemps. "
        "Elle est devenue : La place du Lavoir sert à tous, à toute heure"
    )


def test_answers_are_told_by_outcome_with_their_number_in_words(town):
    headings = texts(town[WORKSHOP], "h3")
    assert headings[-7:] == [
        "Deux idées reprises",
        "Une idée reprise en partie",
        "Une idée déjà en cours",
        "Une idée à l’étude",
        "Une idée transmise",
        "Deux idées non retenues",
        "Deux idées attendent encore une réponse",
    ]


def test_an_idea_that_was_not_taken_is_shown_as_any_other(town):
    taken, *_, refused, waiting = parsed(town[WORKSHOP]).css("ul.trace")
    for each in (refused, waiting):
        assert each.attributes == taken.attributes
        assert [len(li.css(".trace__said, .trace__done")) for li in each.css("li")] == [2, 2]
    assert "La raison n’est pas encore écrite ici." in words(refused)
    assert "Pas encore de réponse" in words(waiting)


def test_ideas_are_drawn_in_each_version_of_their_groups_and_listed_in_the_same_order(town):
    page = parsed(town[WORKSHOP])
    assert texts(town[WORKSHOP], "h3.sketch") == [
        "Première ébauche mars 2031",
        "Après la pause",
        "Là où l’on est arrivé",
    ]
    pictures, lists = page.css("svg.potatoes"), page.css("ul.groups")
    assert len(pictures) == len(lists) == 3
    for picture, listed in zip(pictures, lists, strict=True):
        assert "".join(picture.text().split()) == "".join(listed.text().split())
    assert page.css("details:not([open])") == page.css("details.folded")


def test_a_session_without_groups_draws_none(town):
    page = parsed(town["seances/nuit-des-recits/"])
    assert not page.css("svg.potatoes, ul.groups")
    assert len(page.css(".trace > li")) == 1


def test_the_demonstration_invents_no_idea_no_version_and_no_date(demo_site):
    _, pages = demo_site
    sessions = [html for address, html in pages.items() if address.startswith("seances/")]
    assert len(sessions) > 13
    for html in sessions:
        assert not parsed(html).css("svg.potatoes, .trace")
    assert "date" not in "".join(
        file.read_text("utf-8").split("---")[1] for file in (DEMO / "seances").glob("*.md")
    )


def test_a_record_says_in_whose_words_it_comes_from(town):
    said = texts(town["changements/droits-expliques/"], ".origin > li")
    assert said[0] == (
        "« Quelqu’un qui explique les courriers : impôts, CAF, école » Dit à la séance : "
        "L’atelier des bancs atelier, 12 mars 2031 Étape de la démarche : Écouter d’abord"
    )
    assert said[-1] == (
        "La vision à laquelle ce changement contribue : Une ville qui se parle "
        "Imaginée à la séance : La nuit des récits atelier"
    )


def test_any_kind_of_record_that_came_of_ideas_says_so(tmp_path):
    idea = "{texte: Nommer les rues, devient: [un-mot, centre]}"
    session = f"---\ntitre: Atelier\nidees: [{idea}]\n---\n"
    _, pages = pages_of(
        edition(
            tmp_path,
            {
                "seances/atelier.md": session,
                "glossaire/un-mot.md": "---\nterme: Un mot\ndefinition: Un mot.\n---\n",
                "acteurs/centre.md": "---\nnom: Le centre\n---\n",
            },
        )
    )
    for address in ("glossaire/un-mot/", "acteurs/centre/"):
        assert "Nommer les rues" in texts(pages[address], ".origin")[0]


def test_a_record_of_which_no_origin_is_known_claims_none(town):
    assert not parsed(town["changements/exemple/"]).css(".origin__words")
    assert not parsed(town["visions/sans-recit/"]).css(".origin")


def test_each_vision_has_a_front_page_and_leads_to_it(town):
    page = parsed(town[FRONT_PAGE])
    assert texts(town[FRONT_PAGE], "h1") == ["On s’attend ! La place du Lavoir ne désemplit plus"]
    assert texts(town[FRONT_PAGE], ".journal__name") == ["Le Petit Fleurivalois"]
    assert texts(town[FRONT_PAGE], ".journal__ear") == ["Édition de 2040", "Les Tilleuls"]
    assert texts(town[FRONT_PAGE], ".journal__leads li") == [
        "Des bancs avant les caméras",
        "Une permanence dans chaque hall",
        "Un calendrier commun des fêtes",
    ]
    assert "habitants et professionnels" in words(page.css_first(".journal__by"))
    assert page.css(".journal__by a[href$='visions/une-ville-qui-se-parle/']")
    assert parsed(town["visions/une-ville-qui-se-parle/"]).css(
        "a.go[href$='visions/une-ville-qui-se-parle/une/']"
    )


def test_a_front_page_without_date_paper_or_story_makes_none_up(tmp_path):
    _, pages = pages_of(edition(tmp_path, {"visions/une.md": VISION}))
    html = pages["visions/une/une/"]
    assert texts(html, "h1") == ["Des enfants épanouis"]
    assert texts(html, ".journal__name") == ["Le journal de demain"]
    assert texts(html, ".journal__ear")[0] == "Édition d’un jour à venir"
    assert not re.search(r"\d{4}|€", words(parsed(html).css_first(".journal__head")))
    assert not parsed(html).css(".journal__story, .journal__leads, .example")


def test_a_front_page_that_is_an_example_says_so(town):
    said = texts(town["visions/titre-tres-long/une/"], ".journal__head .example")
    assert said == ["Exemple. Exemple écrit pour les essais"]


@pytest.mark.parametrize(
    ("length", "columns"), [(300, "brief"), (1500, "2"), (5000, "3"), (12000, "1")]
)
def test_a_story_stands_in_as_many_columns_as_suit_its_length(tmp_path, length, columns):
    body = "Une phrase de récit. " * (length // 21)
    _, pages = pages_of(edition(tmp_path, {"visions/une.md": f"{VISION}{body}"}))
    assert parsed(pages["visions/une/une/"]).css(f".journal__story--{columns}")


@pytest.mark.parametrize(
    ("body", "opens"),
    [
        ("Une phrase de récit. " * 60, True),
        ("Une phrase.\n\n" + "Une phrase de récit. " * 60, False),
        ("> " + "Une phrase de récit. " * 60, False),
        ("Une phrase de récit. " * 12, False),
    ],
    ids=["long paragraph", "short paragraph first", "quotation first", "short story"],
)
def test_a_story_opens_on_a_large_letter_where_there_is_room_for_it(tmp_path, body, opens):
    _, pages = pages_of(edition(tmp_path, {"visions/une.md": f"{VISION}{body}"}))
    assert bool(parsed(pages["visions/une/une/"]).css(".journal__story--initial")) is opens


def test_the_process_tells_who_took_part_and_what_came_of_it_without_names(town):
    stops = texts(town["demarche/"], ".stop")
    assert stops[0] == "entretiens Entretiens dans les halls Avec : 31 habitants"
    assert stops[1].startswith("12 mars 2031 atelier L’atelier des bancs Avec : 23 habitants et 2 ")
    assert "Dix idées ont été dites, trois ont pris forme : La place du Lavoir" in stops[1]
    assert "Ce qui en est sorti : Une carte des endroits" in stops[1]
    assert "Visions nées ici : Une ville qui se parle" in stops[3]


def test_the_line_is_whole_between_two_dates_alone(tmp_path):
    dates = ("date: 2030", "date: 2031", "", "date: 2032")
    sessions = {
        f"seances/s{at}.md": f"---\ntitre: S{at}\nordre: {at}\n{date}\n---\n"
        for at, date in enumerate(dates)
    }
    stages = {"demarche.md": "---\ntitre: La démarche\n---\n"}
    _, pages = pages_of(edition(tmp_path, sessions | stages))
    marks = [node.attributes["class"].split() for node in parsed(pages["demarche/"]).css(".stop")]
    assert marks == [["stop", "stop--joined"], ["stop"], ["stop", "stop--undated"], ["stop"]]


def test_the_process_says_when_dates_are_missing_and_nothing_when_they_are_not(
    town, demo_site, tmp_path
):
    _, demo = demo_site
    dated = {"seances/s.md": "---\ntitre: S\ndate: 2030\n---\n"}
    assert texts(town["seances/"], ".caution")[0].startswith("Toutes les dates ne sont pas connues")
    assert texts(demo["seances/"], ".caution")[0].startswith("Les dates ne sont pas écrites")
    assert texts(demo["demarche/"], ".caution")
    assert not texts(pages_of(edition(tmp_path, dated))[1]["seances/"], ".caution")


def test_the_demonstration_tells_five_stages_and_thirteen_sessions(demo_site):
    _, pages = demo_site
    for address in ("demarche/", "seances/"):
        assert texts(pages[address], ".stages__n") == ["1", "2", "3", "4", "5"]
        assert len(parsed(pages[address]).css(".stop--undated")) == 13


@pytest.mark.parametrize("address", ["cooperations/", "cooperations/accueil/"])
def test_a_cooperation_is_drawn_and_told_in_a_table(town, address):
    page = parsed(town[address])
    assert page.css("svg.course")
    rows = [[words(cell) for cell in row.css("th, td")] for row in page.css("tbody tr")]
    assert rows[:4] == [
        ["2027", "coexistence", "–", "le comité"],
        ["mars 2028", "communication", "vers la confiance", "le comité"],
        ["14 novembre 2028", "coordination", "vers la confiance", "le comité"],
        ["2031", "assistance", "vers la rivalité", "le comité"],
    ]
    assert "Aller plus loin n’est pas toujours mieux" in words(page.css_first("main"))


def test_what_nobody_agreed_to_is_on_no_page_nor_is_its_number(town):
    for address, html in town.items():
        assert SECRET not in html, address
        assert SECRET_YEAR not in html, address
    silent = words(parsed(town["cooperations/tue/"]).css_first("main"))
    assert "Aucune observation datée n’est publiée." in silent
    assert "Ces observations" not in silent


def test_a_subject_kept_silent_looks_as_one_that_nobody_observed(tmp_path):
    hidden = TOWN["cooperations/tue.md"]
    never = hidden[: hidden.index("observations:")] + "---\n"
    pages = [
        pages_of(edition(tmp_path / name, {"cooperations/tue.md": said}))[1]
        for name, said in (("hidden", hidden), ("never", never))
    ]
    assert pages[0] == pages[1]


def test_subjects_keep_the_order_of_the_records_whatever_their_degrees(tmp_path):
    def subject(name: str, degree: str) -> str:
        return (
            f"---\nsujet: {name}\nobservations:\n"
            f"  - {{date: 2030, degre: {degree}, accord_de_publier: oui}}\n---\n"
        )

    orders = []
    for name, degrees in (("up", "concurrence intégration"), ("down", "intégration concurrence")):
        first, second = degrees.split()
        files = {
            "cooperations/a.md": subject("Premier", first),
            "cooperations/b.md": subject("Second", second),
        }
        orders.append(
            texts(pages_of(edition(tmp_path / name, files))[1]["cooperations/"], ".subject")
        )
    assert orders == [["Premier", "Second"]] * 2
