"""An officer changes the records in a browser, on this machine, without a network."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.engines.previews import Preview, eventually, previewed
from tests.engines.sites import CONTENT, SETTINGS, built, program, small, snapshot
from tests.helpers import EXAMPLE
from tests.site.serving import served
from tests.site.test_access import AXE

LESSON = """\
---
enonce: Écouter avant de proposer
# Dite par tous, à chaque séance.
tire_de: [depart]   # la première
---
Ce que nous en retenons.
"""
STAGE = "---\ntitre: Le départ\nordre: 1\n---\nTout commence ici.\n"
FILES = {"enseignements/ecouter.md": LESSON, "etapes/depart.md": STAGE}
NEW = "changements/chacun-sait-a-qui-s-adresser-la-mairie-l-ecole.md"

DECAPS_OWN = {
    "color-contrast": "a button of its header, and one that opens a menu",
    "landmark-one-main": "no main landmark on the page where one signs in",
    "page-has-heading-one": "no title there either",
    "region": "the header of a record, and the bar that shows that something loads",
}
"""What axe finds in Decap itself, and what each is. Whatever is not named here is ours."""


@contextmanager
def opened(browser: Browser, folder: Path) -> Iterator[tuple[Page, Preview, list[str]]]:
    """The form of the site in ``folder``, signed in; and what it said or asked that is wrong."""
    with previewed("chemins", folder) as preview:
        assert preview.shows("nc-root", "admin/"), preview.said()
        home = f"http://127.0.0.1:{preview.port}/"
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page, wrong = context.new_page(), list[str]()
        page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda r: wrong.append(r.url) if _is_outside(r.url, home) else None)
        page.goto(f"{home}admin/")
        page.get_by_role("button", name="Se connecter").click()
        page.get_by_role("link", name="Changements").wait_for()
        try:
            yield page, preview, wrong
        finally:
            context.close()


def _is_outside(url: str, home: str) -> bool:
    return not url.startswith((home, "data:", f"blob:{home}"))


def choose(page: Page, label: str, typed: str, shown: str) -> None:
    """Chooses in a list what is ``shown`` once one has ``typed``."""
    field = page.get_by_label(label).last
    field.fill(typed)
    page.get_by_text(shown, exact=True).last.click()


def go(page: Page, kind: str, title: str) -> None:
    """From a record to another one, as people go."""
    page.locator("a[href*='#/collections/']").first.click()
    page.get_by_role("link", name=kind).click()
    page.get_by_text(title).click()


def ask_to_save(page: Page) -> None:
    page.get_by_role("button", name="Enregistrer").first.click()
    page.get_by_text("Enregistrer maintenant").click()


def save(page: Page) -> None:
    ask_to_save(page)
    expect(page.get_by_text("Modifications enregistrées")).to_be_visible()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    small(tmp_path, FILES)
    return tmp_path


def test_an_officer_adds_a_change_corrects_a_lesson_and_links_them(browser, folder):
    content = folder / "content"
    with opened(browser, folder) as (page, preview, wrong):
        page.get_by_role("link", name="Changements").click()
        page.get_by_role("link", name="Créer une entrée de type changement").click()
        page.get_by_label("Titre").fill("Chacun sait à qui s’adresser : la mairie, l’école")
        choose(page, "Porte sur", "prat", "pratiques")
        choose(page, "Horizon", "moy", "moyen")
        page.get_by_label("Récit").fill("Ce que l'on verrait :\n\nchacun ose demander.")
        page.get_by_role("button", name="Ajouter contribue à").click()
        choose(page, "Vers", "place", "Chacun a sa place (vision)")
        save(page)
        page.wait_for_url("**/entries/chacun-sait-*")
        assert (content / NEW).read_text("utf-8") == (
            '---\ntitre: "Chacun sait à qui s’adresser : la mairie, l’école"\n'
            "porte_sur: pratiques\nhorizon: moyen\ncontribue_a:\n  - vers: chacun-sa-place\n---\n"
            "Ce que l'on verrait :\n\nchacun ose demander.\n"
        )

        go(page, "Enseignements", "Écouter avant de proposer")
        page.get_by_label("Énoncé").fill("Écouter avant de décider")
        save(page)
        corrected = LESSON.replace("proposer", "décider")
        lesson = content / "enseignements/ecouter.md"
        assert eventually(lambda: lesson.read_text("utf-8") == corrected), lesson.read_text("utf-8")

        # The first change has « contribue_a: [chacun-sa-place] »: a word where Decap wants more.
        go(page, "Changements", "Les droits sont connus")
        page.get_by_role("button", name="Ajouter contribue à").click()
        choose(page, "Vers", "adresser", _told("Chacun sait à qui s’adresser : la mairie, l’école"))
        save(page)
        change = content / "changements/droits-connus.md"
        linked = "[chacun-sa-place, chacun-sait-a-qui-s-adresser-la-mairie-l-ecole]"
        assert eventually(lambda: linked in change.read_text("utf-8")), change.read_text("utf-8")
        assert preview.shows("Chacun sait à qui s’adresser", "changements/droits-connus/")
        assert preview.shows("Écouter avant de décider", "enseignements/ecouter/")
        assert wrong == []

    assert program("chemins", "format", "--check", f"content/{NEW}", cwd=folder).code == 0
    assert program("chemins", "check", cwd=folder).code == 0
    run = built(folder / "mkdocs.yml")
    assert run.code == 0, run.said
    shown = (folder / "site" / "changements/droits-connus/index.html").read_text("utf-8")
    assert "/chacun-sait-a-qui-s-adresser-la-mairie-l-ecole/" in shown


def _told(title: str) -> str:
    return f"{title} (changement)"


def test_what_reading_would_refuse_is_told_in_the_form_and_not_written(browser, folder):
    change = folder / "content/changements/droits-connus.md"
    with opened(browser, folder) as (page, preview, _):
        page.goto(
            f"http://127.0.0.1:{preview.port}/admin/#/collections/changements/entries/droits-connus"
        )
        page.get_by_label("Constaté le").fill("bientôt")
        ask_to_save(page)
        expect(page.get_by_text("« bientôt »")).to_be_visible()
    assert change.read_text("utf-8") == CONTENT["changements/droits-connus.md"]


def test_a_second_tab_does_not_undo_what_the_first_one_saved(browser, folder):
    stage = folder / "content/etapes/depart.md"
    with opened(browser, folder) as (page, preview, _):
        place = f"http://127.0.0.1:{preview.port}/admin/#/collections/etapes/entries/depart"
        page.goto(place)
        page.get_by_label("Titre").wait_for()
        other = page.context.new_page()
        other.goto(place)
        other.get_by_label("Titre").wait_for()
        page.get_by_label("Titre").fill("Le premier pas")
        save(page)
        other.get_by_label("Récit").fill("Autre chose.")
        ask_to_save(other)
        expect(other.get_by_text("rien n’est écrit")).to_be_visible()
        page.get_by_label("Récit").fill("Tout part de là.")
        page.get_by_role("button", name="Enregistrer").first.click()
        page.get_by_text("Enregistrer maintenant").click()
        told = STAGE.replace("Le départ", "Le premier pas").replace("commence ici", "part de là")
        assert eventually(lambda: stage.read_text("utf-8") == told), stage.read_text("utf-8")


def test_a_straight_apostrophe_parts_words_in_a_name_and_a_long_title_makes_a_short_one(
    browser, folder
):
    title = "L'école s'ouvre à qui veut, le soir et même le dimanche, {0} d'été"
    with opened(browser, folder) as (page, _, __):
        for season in ("un jour", "un matin"):
            go(page, "Changements", "Les droits sont connus")
            page.locator("a[href*='#/collections/']").first.click()
            page.get_by_role("link", name="Créer une entrée de type changement").click()
            page.get_by_label("Titre").fill(title.format(season))
            choose(page, "Porte sur", "prat", "pratiques")
            choose(page, "Horizon", "moy", "moyen")
            save(page)
    assert {each.name for each in (folder / "content/changements").glob("l-*")} == {
        "l-ecole-s-ouvre-a-qui-veut-le-soir-et-meme-le-dimanche-un.md",
        "l-ecole-s-ouvre-a-qui-veut-le-soir-et-meme-le-dimanche-un-1.md",
    }


def test_a_record_is_written_on_a_narrow_telephone(browser, folder):
    with opened(browser, folder) as (page, _, __):
        page.set_viewport_size({"width": 360, "height": 740})
        page.goto(page.url.partition("#")[0] + "#/collections/etapes/entries/depart")
        page.get_by_label("Titre").fill("Le premier pas")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        save(page)
    assert "titre: Le premier pas\n" in (folder / "content/etapes/depart.md").read_text("utf-8")


def test_a_record_of_bare_words_is_shown_whole_by_the_form_alone(browser, folder):
    """As where a repository hands files over: no program of ours stands between."""
    raw = CONTENT["changements/droits-connus.md"]
    held = {"changements": {"droits-connus.md": {"content": raw, "path": "droits-connus.md"}}}
    with opened(browser, folder) as (page, _, wrong):

        def handed(route):
            # The store of Decap's own demonstration knows folders one deep.
            settings = json.loads(route.fetch().text().replace('"content/', '"'))
            settings["backend"] = {"name": "test-repo"}
            for each in settings["collections"]:
                del each["media_folder"], each["public_folder"]
            route.fulfill(json=settings)

        page.route("**/settings.json", handed)
        page.add_init_script(f"window.repoFiles = {json.dumps(held)}")
        page.goto(page.url.partition("#")[0] + "#/collections/changements")
        page.reload()
        page.get_by_role("button", name="Se connecter").click()
        page.get_by_text("Les droits sont connus").click()
        page.get_by_text("chacun-sa-place").wait_for()
        page.get_by_label("Ordre").fill("3")
        page.get_by_role("button", name="Ajouter contribue à").click()
        choose(page, "Vers", "droits", _told("Les droits sont connus"))
        save(page)
        written = page.evaluate("window.repoFiles.changements['droits-connus.md'].content")
        assert wrong == []
    assert written == (
        "---\ntitre: Les droits sont connus\nordre: 3\nporte_sur: savoirs\nhorizon: court\n"
        "qui_change: [habitants, agents]\n"
        "contribue_a:\n  - vers: chacun-sa-place\n  - vers: droits-connus\n---\nLe récit.\n"
    )


def test_axe_finds_nothing_in_the_form_but_what_is_decaps_own(browser, folder):
    found: dict[str, set[str]] = {}
    with opened(browser, folder) as (page, _, __):
        stranger = browser.new_page()
        stranger.goto(page.url)
        stranger.get_by_role("button", name="Se connecter").wait_for()
        _look(stranger, found)
        stranger.close()
        _look(page, found)
        page.get_by_role("link", name="Changements").click()
        page.get_by_text("Les droits sont connus").wait_for()
        _look(page, found)
        page.get_by_text("Les droits sont connus").click()
        page.get_by_label("Récit").wait_for()
        _look(page, found)
    assert set(found) == set(DECAPS_OWN)


def _look(page: Page, found: dict[str, set[str]]) -> None:
    # The page's policy lets no script of ours in but its own; what is typed in a console may run.
    page.evaluate(AXE.read_text("utf-8"))
    told = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    for each in told["violations"]:
        found.setdefault(each["id"], set()).update(node["html"][:160] for node in each["nodes"])


def test_the_published_form_asks_nobody_anything_until_one_signs_in(browser, tmp_path):
    said = "admin: {repository: commune/contrat, sign_in: 'https://connexion.exemple.fr'}"
    file = small(tmp_path, settings=SETTINGS.replace("{pdf: no}", f"{{pdf: no, {said}}}"))
    assert built(file).code == 0
    with served(tmp_path / "site") as home:
        context = browser.new_context()
        page, wrong = context.new_page(), list[str]()
        page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        page.on("request", lambda r: wrong.append(r.url) if _is_outside(r.url, home) else None)
        page.goto(f"{home}/admin/")
        button = page.get_by_role("button", name="Se connecter avec GitHub")
        button.wait_for()
        page.wait_for_load_state("networkidle")
        assert wrong == []
        context.route("https://connexion.exemple.fr/**", lambda route: route.fulfill(body="ici"))
        with context.expect_page() as shown:
            button.click()
        shown.value.wait_for_url("https://connexion.exemple.fr/auth?provider=github**")
        context.close()


@pytest.mark.sweep
def test_a_record_of_each_kind_is_saved_with_what_changed_and_no_more(browser, tmp_path):
    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    before = snapshot(tmp_path / "content")
    with opened(browser, tmp_path) as (page, preview, wrong):
        home = f"http://127.0.0.1:{preview.port}/admin/"
        settings = json.loads(page.evaluate("fetch('settings.json').then(each => each.text())"))
        for name in (each["name"] for each in settings["collections"]):
            page.goto(f"{home}#/collections/{name}")
            page.locator(f"a[href*='#/collections/{name}/entries/']").last.click()
            page.get_by_label("Récit").last.fill("Un récit neuf.")
            save(page)
            page.locator("a[href*='#/collections/']").first.click()
    assert wrong == []
    after = snapshot(tmp_path / "content")
    changed = [path for path in after if after[path] != before.get(path)]
    assert len(changed) == len(settings["collections"])
    for path in changed:
        assert after[path].partition(b"\n---\n")[0] == before[path].partition(b"\n---\n")[0]
