"""The plan on paper: one sheet whatever it holds, all of it there, nothing cut, nothing tiny."""

import pytest
from tests.helpers import edition
from tests.printing.looking import looks
from tests.printing.making import named, sheets
from tests.strategies import strategy_files

from chemins.diagrams.paper import SMALLEST
from chemins.printing.pdf import drawn
from chemins.records import Change, Vision

A4, A3 = "feuille-de-route-a4.pdf", "feuille-de-route-a3.pdf"
SIZES = {A4: (841.9, 595.3), A3: (1190.6, 841.9)}
STRATEGIES = {
    "9": strategy_files(9),
    "9 long": strategy_files(9, long_titles=True),
    "25": strategy_files(25),
    "25 long": strategy_files(25, long_titles=True),
    "60": strategy_files(60),
    "60 long": strategy_files(60, long_titles=True),
}
SPLIT = {("60 long", A4), ("60 long", A3)}


def squeezed(text: str) -> str:
    """``text`` without blanks nor hyphens, which lines put where they like."""
    return "".join(sign for sign in text if not sign.isspace() and sign not in "-\u2010\u00ad")


@pytest.mark.parametrize("paper", [A4, A3])
@pytest.mark.parametrize("name", STRATEGIES)
def test_a_plan_holds_on_a_sheet_and_all_of_it_is_there(tmp_path, name, paper):
    found = edition(tmp_path, STRATEGIES[name])
    file = drawn(named(found)[paper])
    printed = looks(file)
    assert (len(printed) > 1) is ((name, paper) in SPLIT)
    assert len(file) < 100_000
    for look in printed:
        assert (look.width, look.height) == pytest.approx(SIZES[paper], abs=0.1)
        assert not look.outside(9.5), "a text leaves the page"
        assert not look.has_ink_within(9), "a rule or a frame leaves the page"
        assert not look.overlapping(), "texts are printed over one another"
        assert look.smallest >= SMALLEST - 0.01
    said = squeezed("".join(look.words for look in printed))
    strategy = found.strategy
    for record in (*strategy.all(Change), *strategy.all(Vision)):
        assert squeezed(strategy.locale.typeset(record.title)) in said, record.title


def test_a_plan_that_would_fall_below_seven_points_is_told_vision_by_vision(tmp_path):
    found = edition(tmp_path, STRATEGIES["60 long"])
    sheet = named(found)[A4]
    printed = looks(drawn(sheet))
    visions = found.strategy.all(Vision)
    assert len(printed) == sheet.pages == len(visions)
    for number, (look, vision) in enumerate(zip(printed, visions, strict=True), 1):
        said = squeezed(look.words)
        assert squeezed("Le voici vision par vision") in said
        assert squeezed(f"Page {number} sur {len(visions)}") in said
        assert said.count(squeezed(found.strategy.locale.typeset(vision.title))) >= 2


@pytest.mark.sweep
def test_a_plan_of_two_hundred_changes_goes_on_from_sheet_to_sheet(tmp_path):
    found = edition(tmp_path, strategy_files(200, long_titles=True, visions=2))
    sheet = named(found)[A4]
    printed = looks(drawn(sheet))
    assert len(printed) == sheet.pages >= 6
    assert any("(suite)" in look.words for look in printed)
    said = squeezed("".join(look.words for look in printed))
    for change in found.strategy.all(Change):
        assert squeezed(found.strategy.locale.typeset(change.title)) in said


def test_what_is_the_same_on_both_papers_is_larger_on_a3(tmp_path):
    made = sheets(tmp_path, STRATEGIES["25 long"])
    one, other = looks(drawn(made[A4]))[0], looks(drawn(made[A3]))[0]
    assert one.words == other.words
    assert other.smallest == pytest.approx(one.smallest * 2**0.5, rel=0.01)


def test_a_grid_without_changes_is_to_be_filled_by_hand(tmp_path):
    made = sheets(tmp_path, {"quartiers/lilas.md": "---\nnom_officiel: Les Lilas\n---\n"})
    sheet = made["feuille-de-route-lilas-a4.pdf"]
    assert sheet.is_blank
    (look,) = looks(drawn(sheet))
    for said in ("Les Lilas", "Savoirs", "Comportements", "Mode de vie", "Vision", "à remplir"):
        assert said in look.words


def test_the_plan_of_a_quartier_tells_its_own_from_what_lies_beyond(tmp_path):
    files = {
        "quartiers/lilas.md": "---\nnom_officiel: Les Lilas\n---\n",
        "quartiers/mimosas.md": "---\nnom_officiel: Les Mimosas\n---\n",
        "changements/ici.md": change("court", "quartiers: [lilas]\ncontribue_a: [la, partout]"),
        "changements/la.md": change("moyen", "quartiers: [mimosas]"),
        "changements/partout.md": change("long", ""),
        "changements/ailleurs.md": change("long", "quartiers: [mimosas]"),
    }
    sheet = sheets(tmp_path, files)["feuille-de-route-lilas-a4.pdf"]
    (look,) = looks(drawn(sheet))
    assert "Le changement court." in look.words
    assert "(Les Mimosas)" in look.words
    assert "(tout le territoire)" in look.words
    assert look.words.count("Le changement long") == 1


def change(horizon: str, further: str) -> str:
    title = f"Le changement {horizon}."
    return f"---\ntitre: {title}\nporte_sur: savoirs\nhorizon: {horizon}\n{further}\n---\n"


def test_examples_and_a_demonstration_say_so_on_the_sheet(tmp_path):
    files = {
        **STRATEGIES["9"],
        "changements/e.md": change("court", "illustratif: oui\nprovenance: Un diaporama"),
    }
    look = looks(drawn(sheets(tmp_path, files)[A4]))[0]
    assert "Le changement court. Exemple" in look.words
    assert "Les lignes marquées « exemple » : Un diaporama." in look.words
    assert "Démonstration : ce site n’est pas publié par Val-Fleuri." in look.words


def test_a_very_long_word_a_very_long_title_and_other_scripts_stay_on_the_sheet(tmp_path):
    files = {
        "changements/mot.md": change("court", "").replace("Le changement", "Mot" * 90),
        "changements/long.md": change("court", "").replace(
            "Le changement", "Dire et redire " * 150
        ),
        "changements/arabe.md": change("moyen", "").replace("Le changement", "حي الحدائق 字 Ÿ →"),
        "visions/v.md": f"---\ntitre: {'Interminablement' * 12}\n---\n",
    }
    for look in looks(drawn(sheets(tmp_path, files)[A4])):
        assert not look.outside(9.5)
        assert not look.overlapping()
        assert look.smallest >= SMALLEST - 0.01
