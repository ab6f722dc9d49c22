"""The update of a quartier: approved words only, and how much is left out."""

import pytest
from tests.helpers import DEMO, edition
from tests.printing.looking import looks
from tests.printing.making import named, press_of, sheets
from tests.strategies import strategy_files

from chemins.edition import edition_of
from chemins.printing.pdf import drawn
from chemins.printing.update import update_sheet
from chemins.records import KINDS, Quartier

UPDATE = "point-d-etape-lilas-a4.pdf"
OK = "valide_par: le comité de pilotage\nvalide_le: 12/03/2026\n"
QUARTIER = (
    f"---\nnom_officiel: Les Lilas\n{OK}lieux:\n  - nom: Maison du quartier\n"
    "    adresse: 3 place du Lavoir\n    telephone: 04 90 00 00 00\n"
    "    horaires: le mercredi\n---\nAux Lilas, on se salue sur les paliers.\n"
)
TERRITORY = (
    "---\ntitre: Une stratégie\nnom: Val-Fleuri\nediteur:\n  nom: La commune\n"
    "  telephone: 04 90 00 00 02\n  courriel: quartiers@exemple.fr\ndemonstration: oui\n---\n"
)


def change(title: str, further: str) -> str:
    return (
        f"---\ntitre: {title}\nporte_sur: savoirs\nhorizon: court\nquartiers: [lilas]\n"
        f"{further}---\n"
    )


FILES = {
    "territoire.md": TERRITORY,
    "quartiers/lilas.md": QUARTIER,
    "changements/vu.md": change(
        "Le centre ouvre le soir",
        f"{OK}etat: premiers signes\nconstate_le: mars 2026\npreuve: Le cahier le montre.\n",
    ),
    "changements/attendu.md": change("Les halls sont entretenus", OK),
    "changements/brouillon.md": change("Un secret", "etat: en cours\nconstate_le: 2026\n"),
    "changements/signe.md": change("Un oubli", "valide_par: le comité\n"),
    "visions/v.md": "---\ntitre: Une vision tue\nquartiers: [lilas]\n---\n",
    "seances/avant.md": f"---\ntitre: Atelier passé\ndate: 2025\nquartier: lilas\n{OK}---\n",
    "seances/apres.md": f"---\ntitre: Fête du jeu\ndate: 12/05/2026\nquartier: lilas\n{OK}---\n",
}


@pytest.fixture(scope="module")
def look(tmp_path_factory):
    sheet = sheets(tmp_path_factory.mktemp("update"), FILES)[UPDATE]
    (found,) = looks(drawn(sheet))
    return found


def test_it_says_what_moved_what_is_next_where_to_go_and_whom_to_call(look):
    for said in (
        "Les Lilas",
        "Aux Lilas, on se salue sur les paliers.",
        "Ce qui a bougé",
        "premiers signes · mars 2026",
        "Le cahier le montre.",
        "Et maintenant",
        "Fête du jeu",
        "Les halls sont entretenus",
        "Maison du quartier 3 place du Lavoir 04 90 00 00 00 le mercredi",
        "La commune 04 90 00 00 02 quartiers@exemple.fr",
        "Textes approuvés par le comité de pilotage.",
        "À jour : 12 mars 2026.",
        "Démonstration : ce site n’est pas publié par Val-Fleuri.",
    ):
        assert said in look.words, said
    assert look.words.index("Ce qui a bougé") < look.words.index("Et maintenant")


def test_it_says_nothing_that_nobody_approved_and_how_much_that_is(look):
    for silent in ("Un secret", "Un oubli", "Une vision tue", "Atelier passé"):
        assert silent not in look.words
    assert "faute d’être approuvés : 1 vision et 2 changements." in look.words


def test_it_is_a_page_that_one_hands_out(look):
    assert (look.width, look.height) == pytest.approx((595.3, 841.9), abs=0.1)
    assert not look.outside(10)
    assert not look.overlapping()
    assert look.smallest >= 7.4


def test_what_there_is_no_room_for_is_counted(tmp_path):
    files = {"quartiers/quartier-1.md": "---\nnom_officiel: Les Lilas\n---\n"}
    for path, said in strategy_files(60, long_titles=True, quartiers=1).items():
        if path.startswith("changements"):
            seen = f"{OK}etat: en cours\nconstate_le: mars 2026\nquartiers:"
            files[path] = said.replace("quartiers:", seen)
    (look,) = looks(drawn(sheets(tmp_path, files)["point-d-etape-quartier-1-a4.pdf"]))
    assert "autres, sur la page du quartier" in look.words
    assert "Ne figurent pas ici, faute d’être approuvés : le texte du quartier." in look.words
    assert not look.outside(10)
    assert not look.overlapping()


def test_where_nothing_is_approved_there_is_no_update(tmp_path):
    found = edition(tmp_path, strategy_files(9))
    assert not [name for name in named(found) if name.startswith("point-d-etape")]


def test_an_approved_name_alone_makes_no_page(tmp_path):
    files = {"quartiers/lilas.md": f"---\nnom_officiel: Les Lilas\n{OK}---\n"}
    found = edition(tmp_path, files)
    assert update_sheet(press_of(found), found.strategy.all(Quartier)[0]) is None


def test_the_demonstration_has_none_since_nobody_approved_its_records():
    assert not [name for name in named(edition_of(DEMO, KINDS)) if "point-d-etape" in name]


def test_many_approvers_many_places_and_an_example_are_said_and_hold(tmp_path):
    places = "".join(
        f"  - nom: Maison {n}\n    adresse: {n} place du Lavoir\n    telephone: 04 90 00 00 00\n"
        for n in range(40)
    )
    files = {
        **FILES,
        "quartiers/lilas.md": QUARTIER.replace("---\n", "---\nillustratif: oui\n", 1).replace(
            "lieux:\n", f"lieux:\n{places}"
        ),
        **{
            f"changements/c{n}.md": change(
                f"Un pas de plus {n}", OK.replace("le comité", f"Ada {n}")
            )
            for n in range(9)
        },
    }
    (look,) = looks(drawn(sheets(tmp_path, files)[UPDATE]))
    assert "Exemple" in look.words
    assert "et d’autres." in look.words
    assert "Maison 0" in look.words
    assert "autres, sur la page du quartier" in look.words
    assert not look.outside(10)
    assert not look.overlapping()
