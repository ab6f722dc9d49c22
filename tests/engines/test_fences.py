"""A block of a page written by hand draws a part of the strategy, in its place, words first."""

import sys
from types import SimpleNamespace

import pytest
from tests.engines.sites import SETTINGS, built, read, small
from tests.indexed import found_in
from tests.strategies import strategy_files

from chemins.engines.mkdocs import merman

ASKED = SETTINGS.replace("{pdf: no}]", "{pdf: no}, chemins/fences]")
MERMAID = (
    "```mermaid\nflowchart LR\n  accTitle: Un <b>titre</b>\n  accDescr: Ce qu’on y lit\n"
    "  a --> b\n```\n"
)
SESSION = (
    "---\ntitre: Un atelier\nidees:\n  - {texte: Ouvrir le soir, groupe: Horaires}\n"
    "  - {texte: Un jardin, groupe: Dehors}\n---\n"
)
COOPERATION = (
    "---\nsujet: L’accueil\nobservations:\n"
    "  - {date: 2024, degre: coexistence, accord_de_publier: oui}\n---\n"
)


def page_of(folder, text, settings=ASKED, files=None):
    """The page that ``text`` makes in a site of nine changes, and what the build said."""
    content = {
        **strategy_files(9),
        "seances/atelier.md": SESSION,
        "cooperations/accueil.md": COOPERATION,
        "libre.md": f"# Une page\n\n{text}\n\nLa fin.\n",
        **(files or {}),
    }
    run = built(small(folder, content, settings))
    assert run.code == 0, run.said
    return read(folder / "site", "libre/"), run


@pytest.mark.parametrize(
    ("asked", "shown", "picture"),
    [
        ("vision: vision-1", "Chacun sait où s’adresser (1)", "svg.pathway"),
        ("autour: changement-1", "Chacun sait où s’adresser (1)", "svg.pathway"),
        ("quartier: quartier-1", "Chacun sait où s’adresser (1)", "svg.pathway"),
        ("around: changement-1", "Chacun sait où s’adresser (1)", "svg.pathway"),
        ("patates: atelier", "Ouvrir le soir", "svg"),
        ("cooperation: accueil", "Coexistence", "svg"),
        ("logique", "Chacun sait où s’adresser (1)", "table"),
    ],
)
def test_each_request_is_drawn_in_its_place_with_its_words(tmp_path, asked, shown, picture):
    page, _ = page_of(tmp_path, f"```chemins\n{asked}\n```")
    fence = page.css_first("article .fence")
    assert fence is not None
    assert shown.lower() in fence.text().lower()
    assert fence.css_first(picture) is not None
    assert "```" not in page.css_first("article").text()
    assert page.css_first("article").text().strip().endswith("La fin.")


def test_a_horizon_keeps_its_own_changes_alone(tmp_path):
    page, _ = page_of(tmp_path, "```chemins\nvision: vision-1\nhorizon: court\n```")
    heads = [each.text() for each in page.css(".fence .steps h3, .fence .steps h4")]
    assert len(heads) == 1
    assert "court terme" in heads[0]


def test_drawings_stand_in_the_order_of_their_blocks_in_lists_too(tmp_path):
    text = "```chemins\nlogique\n```\n\n- un\n\n    ```chemins\n    patates: atelier\n    ```\n"
    page, _ = page_of(tmp_path, text)
    first, second = page.css("article .fence")
    assert first.css_first("table") is not None
    assert "Ouvrir le soir" in second.text()
    assert page.css_first("article li .fence") is not None


def test_its_pictures_are_drawn_once_the_search_has_read_the_page(tmp_path):
    page_of(tmp_path, "```chemins\nvision: vision-1\n```")
    found = found_in(tmp_path / "site")["libre/"].text
    assert "Le chemin vers" in found
    assert "svg" not in found


def test_nobody_can_write_a_drawing_by_hand(tmp_path):
    text = '<div class="fence" data-fence="7"></div>\n\n<div data-fence="0"><b>x</b></div>'
    page, _ = page_of(tmp_path, text)
    assert page.css_first("article svg") is None
    assert "La fin." in page.css_first("article").text()


def test_a_site_that_does_not_ask_for_the_plugin_is_told_where(tmp_path):
    _, run = page_of(tmp_path, "```chemins\nlogique\n```", SETTINGS)
    assert "libre.md:3:1  W-FENCE" in run.said
    assert "chemins/fences" in run.said


def test_the_plugin_cannot_do_without_the_strategy(tmp_path):
    settings = SETTINGS.replace("chemins/strategy: {pdf: no}", "chemins/fences")
    run = built(small(tmp_path, {}, settings))
    assert run.code == 2
    assert "S-PLUGIN" in run.said


def test_the_words_of_a_diagram_stand_beside_it(tmp_path):
    page, _ = page_of(tmp_path, MERMAID, ASKED.replace("fences]", "fences, mermaid2]"))
    words = page.css_first(".fence__words")
    assert words.text() == "Un <b>titre</b> Ce qu’on y lit"
    assert page.css_first(".mermaid") is not None


@pytest.fixture
def drawing(monkeypatch):
    """merman, as if it were installed: what it draws is ours to say."""
    library = SimpleNamespace(Merman=lambda: SimpleNamespace(render_svg=lambda *_: answer[0]))
    answer = ["<svg xmlns='http://www.w3.org/2000/svg'/>"]
    monkeypatch.setitem(sys.modules, "merman", library)
    monkeypatch.setattr(merman, "is_installed", lambda: True)
    return answer


def test_a_diagram_is_drawn_at_build_where_it_can_be(tmp_path, drawing):
    page, run = page_of(tmp_path, MERMAID)
    picture = page.css_first("article img")
    assert picture.attributes["alt"] == "Un <b>titre</b> Ce qu’on y lit"
    file = tmp_path / "site/libre" / picture.attributes["src"]
    assert file.resolve().read_text("utf-8") == drawing[0]
    assert "libre.md:3 est dessiné à la construction" in run.said


def test_a_diagram_that_cannot_be_drawn_is_left_to_the_browser_and_said(tmp_path, drawing):
    drawing[0] = "?"
    page, run = page_of(tmp_path, MERMAID, ASKED.replace("fences]", "fences, mermaid2]"))
    assert page.css_first("article img") is None
    assert page.css_first(".mermaid") is not None
    assert "libre.md:3 sera dessiné par le navigateur du lecteur" in run.said
