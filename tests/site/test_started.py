"""The site of a territory that has just been started, as its first reader sees it."""

import pytest
from tests.helpers import written
from tests.site.serving import served
from tests.site.test_access import violations

from chemins.engines.mkdocs.build import build_site
from chemins.new import Wished, site_files


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """The address of a new site, built as its team would."""
    folder = tmp_path_factory.mktemp("belleville")
    wished = Wished("L’Île-d’Yeu", "fr", (("QN08410M", "Le Port"), ("QN08411M", "")))
    written(folder, site_files(wished))
    said: list[str] = []
    assert build_site(folder / "mkdocs.yml", None, strict=False, say=said.append) == 0, said
    with served(folder / "site") as address:
        yield address


def test_its_home_says_whose_it_is_and_that_it_is_a_trial(browser, started):
    context = browser.new_context(viewport={"width": 360, "height": 800})
    wrong: list[str] = []
    page = context.new_page()
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("response", lambda got: wrong.append(got.url) if got.status >= 400 else None)
    page.goto(f"{started}/")
    assert page.locator("h1").inner_text().replace("\xa0", " ").split() == [
        *("Contrat", "de", "ville", ":", "L’Île-d’Yeu"),
    ]
    text = page.locator("body").inner_text()
    assert "Démonstration : ce site n’est pas publié par L’Île-d’Yeu" in text.replace("\xa0", " ")
    assert page.get_by_role("link", name="Le Port").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("img[src*='logo.svg']").first.evaluate("each => each.naturalWidth") > 0
    assert wrong == []
    context.close()


@pytest.mark.parametrize("address", ["/", "/changements/exemple-changement/", "/contrat/"])
def test_axe_finds_nothing_on_its_pages(browser, started, address):
    assert violations(browser, f"{started}{address}", 360, "light") == []
