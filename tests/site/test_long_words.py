"""Words that no line can hold: they break, and widen neither a column nor the page."""

import pytest
from tests.site.serving import built, served

WORDS = "désinstitutionnalisation anticonstitutionnellement WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"
FILES = {
    "territoire.md": f"---\ntitre: {WORDS}\nnom: {WORDS}\ndemonstration: oui\n---\nBonjour.\n",
    "quartiers/q.md": f"---\nnom_officiel: {WORDS}\n---\n",
    "visions/v.md": f"---\ntitre: {WORDS}\nquartiers: [q]\n---\n",
    "changements/c.md": f"---\ntitre: {WORDS}\nporte_sur: savoirs\nhorizon: court\n"
    f"quartiers: [q]\nqui_change: [habitants]\ncontribue_a:\n"
    f"  - vers: v\n    hypothese: {WORDS}\n    preuve: {WORDS}\n---\n",
    "actions/a.md": f"---\ntitre: {WORDS}\nstatut: en cours\nporteur: {WORDS}\n"
    "quartiers: [q]\ncontribue_a: [c]\n---\n",
}
PAGES = ("/", "/quartiers/q/", "/visions/v/", "/changements/c/", "/actions/a/", "/chemins/")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with served(built(tmp_path_factory.mktemp("mots"), FILES)) as address:
        yield address


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_no_page_scrolls_sideways(browser, address, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    wide = {}
    for each in PAGES:
        page.goto(f"{address}{each}")
        page.evaluate("document.fonts.ready")
        wide[each] = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide == dict.fromkeys(PAGES, width)
