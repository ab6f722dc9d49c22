"""A complete territory in a real browser: the fullest page of each kind, and those of the whole."""

from pathlib import Path

import pytest
from tests.helpers import EXAMPLE
from tests.site.test_access import violations
from tests.site.test_look import _WIDER

PAGES = {
    "home": "/",
    "quartier": "/quartiers/grande-prairie/",
    "lived quartier": "/quartiers/gare-faubourg/",
    "vision": "/visions/decider-ensemble/",
    "front page": "/visions/decider-ensemble/une/",
    "change": "/changements/confiance-dans-la-parole/",
    "change that recedes": "/changements/college-prete-ses-salles/",
    "action": "/actions/halle-au-travail/",
    "action that stopped": "/actions/navette-des-vernes/",
    "actions": "/actions/",
    "contract": "/contrat/",
    "actor": "/acteurs/agglomeration-du-val-d-orbelle/",
    "approach": "/demarche/",
    "stage": "/etapes/imaginer/",
    "session": "/seances/atelier-grande-prairie/",
    "lesson": "/enseignements/ne-pas-tenir-a-une-personne/",
    "cooperations": "/cooperations/",
    "term": "/glossaire/qpv/",
    "explorer": "/chemins/",
    "plan": "/feuille-de-route/",
    "plan of a quartier": "/feuille-de-route/moulin-neuf/",
}


@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_of_each_kind_fits_and_has_a_heading(browser, example_address, width):
    page = browser.new_page(viewport={"width": width, "height": 800})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    wider = []
    for name, address in PAGES.items():
        page.goto(f"{example_address}{address}")
        assert page.locator("main h1").count() == 1, name
        wider += [name] if page.evaluate(_WIDER) else []
    page.close()
    assert wider == []
    assert complaints == []


def test_each_record_has_its_page(example_folder):
    for record in (EXAMPLE / "content").glob("*/*.md"):
        page = Path(example_folder, record.parent.name, record.stem, "index.html")
        assert page.is_file(), page


def test_each_page_says_that_it_is_a_demonstration(example_folder):
    for path in example_folder.rglob("index.html"):
        html = path.read_text("utf-8")
        assert 'name="robots" content="noindex' in html or 'http-equiv="refresh"' in html, path


@pytest.mark.sweep
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_on_a_page_of_each_kind(browser, example_address, width, scheme):
    found = {
        name: wrong
        for name, address in PAGES.items()
        if (wrong := violations(browser, f"{example_address}{address}", width, scheme))
    }
    assert found == {}
