"""In a browser: nothing of ours is refused by the policy of its page, and nothing else runs."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from tests.cleaning.reference import MARKDOWN, SETTINGS
from tests.cleaning.test_hostile_html import RENDERED
from tests.engines.sites import built, small
from tests.site.serving import served
from tests.site.test_look import PAGES

from chemins.cleaning.clean import Cleaned, Cleaner
from chemins.engines.mkdocs.policies import Policies

LISTENING = """
  window.refused = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    window.refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.lineNumber}`);
  });
  window.ran = [];
  for (const name of ['alert', 'confirm', 'prompt']) window[name] = (said) => window.ran.push(said);
"""
DRAWN = """\
site_name: Notre stratégie
docs_dir: content
theme: {name: material, features: [content.code.copy, content.code.annotate, content.tabs.link]}
plugins:
  - search
  - chemins/strategy: {diagrams: mermaid, pdf: no, attachments: [html]}
  - mermaid2
""" + SETTINGS.replace(
    "  - pymdownx.superfences\n",
    "  - pymdownx.superfences:\n      custom_fences:\n        - name: mermaid\n"
    "          class: mermaid\n          format: !!python/name:mermaid2.fence_mermaid\n",
)
CONTENT = {
    "visions/v.md": "---\ntitre: Une vision\nanciens_noms: [avant]\n---\n",
    "changements/c.md": (
        "---\ntitre: Un changement\nporte_sur: savoirs\nhorizon: court\ncontribue_a: [v]\n---\n"
    ),
    "dessin.md": "# Un dessin\n\n```mermaid\ngraph LR\n  A --> B\n```\n",
    "brut.html": (
        '<!doctype html><title>Brut</title><link rel="icon" href="chemins/favicon.svg"><p>Du HTML.'
    ),
    "reference/index.md": MARKDOWN,
    "reference/page.md": "# Une page\n",
    "reference/film.vtt": "WEBVTT\n",
}
FILM = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom"
PICTURES = ("film.png", "a.png", "a.webp", "b.webp", "image.png")


def laid(folder: Path) -> Path:
    """The settings file of the site in ``folder``."""
    config = small(folder, CONTENT, DRAWN)
    for name in PICTURES:
        Image.new("RGB", (8, 8), "teal").save(folder / "content/reference" / name)
    (folder / "content/reference/film.mp4").write_bytes(FILM)
    return config


class Visit:
    """A window, with what each page that it opens complains of."""

    def __init__(self, browser: Browser, *, guarded: bool = True) -> None:
        size = {"width": 1280, "height": 800}
        self.context = browser.new_context(viewport=size, bypass_csp=not guarded)
        self.context.route("**/favicon.ico", lambda route: route.fulfill(status=204))
        self.page: Page = self.context.new_page()
        self.page.add_init_script(LISTENING)
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def complained(self, url: str) -> list[str]:
        """What the page at ``url`` complains of, once it is still."""
        self.complaints.clear()
        self.page.goto(url, wait_until="load")
        self.page.wait_for_timeout(100)
        return [*self.complaints, *self.page.evaluate("window.refused")]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A window on guarded pages."""
    visit = Visit(browser)
    yield visit
    visit.context.close()


@pytest.fixture(scope="module")
def drawn_folder(tmp_path_factory) -> Path:
    """A small site that Mermaid draws, with pages by hand."""
    root = tmp_path_factory.mktemp("policy")
    run = built(laid(root))
    assert run.code == 0, run.said
    return root / "site"


@pytest.fixture(scope="module")
def drawn(drawn_folder: Path) -> Iterator[str]:
    """Its address."""
    with served(drawn_folder) as address:
        yield address


def searched(page: Page, words: str) -> int:
    """How many results a search for ``words`` shows."""
    page.get_by_role("searchbox", name="Rechercher").focus()
    page.keyboard.type(words)
    results = page.locator(".search__output a")
    expect(results.first).to_be_visible()
    return results.count()


def test_no_page_of_the_demo_asks_for_what_its_policy_refuses(visit, site):
    found = {
        name: wrong
        for name, address in PAGES.items()
        if (wrong := visit.complained(f"{site}{address}"))
    }
    assert found == {}


@pytest.mark.parametrize("name", ["change", "by hand", "drawn in the browser", "lost"])
def test_the_search_answers_under_the_policy(visit, site, name):
    assert visit.complained(f"{site}{PAGES[name]}") == []
    assert searched(visit.page, "parents") > 0
    assert visit.complaints == []
    assert visit.page.evaluate("window.refused") == []


def test_diagrams_are_drawn_under_the_policy(visit, site, drawn):
    for url in (f"{site}/tenter-de-faire-autrement/", f"{drawn}/visions/v/", f"{drawn}/dessin/"):
        assert visit.complained(url) == []
        visit.page.locator(".mermaid svg .node").first.wait_for()
        # Drawn in colours: its style was let through.
        shape = visit.page.locator(".mermaid svg .node :is(rect, path, polygon)").first
        assert shape.evaluate("e => getComputedStyle(e).fill") != "rgb(0, 0, 0)"
        assert visit.page.evaluate("window.refused") == []


def test_formats_of_material_work_under_the_policy(visit, drawn):
    complaints = visit.complained(f"{drawn}/reference/")
    assert [each for each in complaints if "ERR_" not in each] == []
    page = visit.page
    page.get_by_text("Second onglet").click()
    expect(page.locator(".tabbed-block").nth(1)).to_be_visible()
    page.get_by_text("Plié").click()
    expect(page.get_by_text("Son contenu.")).to_be_visible()
    assert page.evaluate("window.refused") == []


def test_a_page_that_moved_and_a_page_of_html_are_guarded_and_work(visit, drawn):
    assert visit.complained(f"{drawn}/brut.html") == []
    assert visit.complained(f"{drawn}/visions/avant/") == []
    visit.page.wait_for_url(f"{drawn}/visions/v/")


PLANTED = [
    "<script>alert('inline')</script>",
    '<script type="module">alert("module")</script>',
    "<img src=/favicon-absent onerror=\"alert('handler')\">",
    "<svg onload=\"alert('svg')\"></svg>",
    "<iframe srcdoc=\"<script>parent.alert('frame')</script>\"></iframe>",
    '<iframe src="javascript:parent.alert(1)"></iframe>',
    '<script src="data:text/javascript,alert(1)"></script>',
    '<object data="data:text/html,<script>parent.alert(1)</script>"></object>',
    '<a id="planted" href="javascript:alert(1)">x</a>',
    '<form id="sent" action="javascript:alert(1)"></form>',
]


@pytest.mark.parametrize("address", ["visions/v/", "dessin/", "404.html", "visions/avant/"])
def test_a_planted_script_does_not_run(browser, drawn_folder, tmp_path, address):
    planted = tmp_path / "site"
    shutil.copytree(drawn_folder, planted)
    file = planted / address
    file = file / "index.html" if file.is_dir() else file
    html = file.read_text("utf-8").replace('http-equiv="refresh"', 'name="still"')
    file.write_text(html.replace("</body>", f"{''.join(PLANTED)}</body>"), "utf-8")
    ran = {}
    with served(planted) as url:
        for guarded in (True, False):
            visit = Visit(browser, guarded=guarded)
            visit.page.goto(f"{url}/{address}", wait_until="load")
            visit.page.evaluate("document.getElementById('planted').click()")
            visit.page.evaluate("document.getElementById('sent').submit()")
            visit.page.wait_for_timeout(200)
            ran[guarded] = visit.page.evaluate("window.ran")
            visit.context.close()
    assert ran[True] == []
    # The same page without its policy: what was planted is alive.
    assert {"inline", "module", "handler", "svg"} <= set(ran[False])


def test_no_script_of_a_page_by_hand_runs_even_without_a_policy(browser, tmp_path):
    page = "\n\n".join(f"{text}\n\n- {text}\n\n| a |\n|---|\n| {text} |" for text in RENDERED)
    # The gates stop on what it names of other sites: here it is looked at all the same.
    config = small(tmp_path, {"libre.md": f"# Libre\n\n{page}\n"})
    build(load_config(str(config)))
    visit = Visit(browser, guarded=False)
    visit.context.route("**/*evil.example*", lambda route: route.abort())
    with served(tmp_path / "site") as url:
        visit.page.goto(f"{url}/libre/", wait_until="load")
        for link in visit.page.locator("article a").all():
            link.evaluate("e => e.dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))")
        assert visit.page.evaluate("window.ran") == []
        assert visit.page.locator("article :is(script, iframe, form, style, base)").count() == 0
    visit.context.close()


@pytest.mark.sweep
def test_the_reference_looks_the_same_cleaned_or_not(browser, drawn, tmp_path, monkeypatch):
    monkeypatch.setattr(Cleaner, "clean", lambda self, html: Cleaned(html, ()))
    monkeypatch.setattr(Policies, "guarded", lambda self, html, *_, **__: html)
    build(load_config(str(laid(tmp_path))))
    monkeypatch.undo()
    pictures = []
    with served(tmp_path / "site") as other:
        for url in (drawn, other):
            # Without script: what it animates is never twice the same.
            size = {"width": 1280, "height": 800}
            context = browser.new_context(viewport=size, java_script_enabled=False)
            page = context.new_page()
            page.goto(f"{url}/reference/", wait_until="networkidle")
            films = [page.locator("video")]
            pictures.append(page.screenshot(full_page=True, mask=films, animations="disabled"))
            context.close()
    assert pictures[0] == pictures[1]
