"""The story of a fictional town in a real browser: pictures, front pages, paper, and access."""

from io import BytesIO

import pypdfium2
import pytest
from tests.engines.sites import built
from tests.helpers import written
from tests.site.conftest import served
from tests.site.test_access import violations
from tests.site.test_look import _SMALLEST, _WIDER
from tests.story import SECRET, SECRET_YEAR, SETTINGS, TOWN

WORKSHOP, FRONT = "/seances/atelier-des-bancs/", "/visions/une-ville-qui-se-parle/une/"
PAGES = (
    WORKSHOP,
    "/seances/",
    "/demarche/",
    FRONT,
    "/visions/titre-tres-long/une/",
    "/visions/sans-recit/une/",
    "/visions/une-ville-qui-se-parle/",
    "/changements/droits-expliques/",
    "/cooperations/",
    "/cooperations/accueil/",
)
_STORY = "".join(
    f"Un souvenir de plus, le numéro {n} de la place. " * 8 + "\n\n" for n in range(30)
)
LONG = "/visions/tres-long-recit/une/"

_OUT_OF_SHAPE = """() => [...document.querySelectorAll('svg.potatoes g')].flatMap(group => {
  const shape = group.querySelector('path.potato');
  if (!shape) return [];
  const picture = shape.ownerSVGElement;
  const lines = [...group.querySelectorAll('tspan')].filter(line => line.textContent.trim());
  return lines.filter(line => {
    const first = line.getExtentOfChar(0);
    const last = line.getExtentOfChar(line.getNumberOfChars() - 1);
    const size = parseFloat(getComputedStyle(line).fontSize);
    const y = line.getStartPositionOfChar(0).y;
    return [[first.x, y - 0.72 * size], [last.x + last.width, y - 0.72 * size],
            [first.x, y + 0.2 * size], [last.x + last.width, y + 0.2 * size]].some(([x, y]) => {
      const point = picture.createSVGPoint();
      point.x = x; point.y = y;
      return !shape.isPointInFill(point);
    });
  }).map(line => line.textContent);
})"""
_MEETING = """selector => [...document.querySelectorAll('svg')].flatMap(picture => {
  const boxes = [...picture.querySelectorAll(selector)].map(each => each.getBoundingClientRect());
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => a.left < b.right - 1
    && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1));
}).length"""
_SMALLEST_DRAWN = """() => Math.min(...[...document.querySelectorAll('main figure svg text')]
  .filter(text => text.getBoundingClientRect().width)
  .map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""


@pytest.fixture(scope="module")
def town_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("town")
    written(folder, {"mkdocs.yml": SETTINGS})
    written(folder / "content", TOWN)
    long_story = f"---\ntitre: Un très long récit\n---\n{_STORY}"
    written(folder / "content", {"visions/tres-long-recit.md": long_story})
    run = built(folder / "mkdocs.yml", folder / "site")
    assert run.code == 0, run.said
    return folder / "site"


@pytest.fixture(scope="module")
def town(town_folder):
    with served(town_folder) as address:
        yield address


@pytest.fixture(scope="module")
def window(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_in_a_browser_too_every_idea_is_inside_its_shape_and_no_shape_meets_another(town, window):
    window.goto(f"{town}{WORKSHOP}")
    window.evaluate("document.fonts.ready")
    assert window.locator("svg.potatoes path.potato").count() == 8
    assert window.evaluate(_OUT_OF_SHAPE) == []
    assert window.evaluate(_MEETING, "svg.potatoes path.potato") == 0
    assert window.evaluate(_MEETING, "svg.potatoes text") == 0


def test_no_word_of_a_course_stands_on_another(town, window):
    window.goto(f"{town}/cooperations/")
    window.evaluate("document.fonts.ready")
    assert window.locator("svg.course").count() == 2
    assert window.evaluate(_MEETING, "svg.course text, svg.course rect") == 0


@pytest.mark.parametrize("address", PAGES)
def test_the_story_fits_a_small_phone_and_a_desk(town, window, address):
    _fits(town, window, address, (320, 1280))


@pytest.mark.sweep
@pytest.mark.parametrize("address", PAGES)
def test_the_story_fits_every_screen(town, window, address):
    _fits(town, window, address, (360, 768, 1024, 1920))


def _fits(town, window, address, widths) -> None:
    for width in widths:
        window.set_viewport_size({"width": width, "height": 900})
        window.goto(f"{town}{address}")
        assert not window.evaluate(_WIDER), width
        assert window.evaluate(_SMALLEST) >= 15, width
    assert window.evaluate(_SMALLEST_DRAWN) >= 12
    window.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), pytest.param(1280, "dark", marks=pytest.mark.sweep)]
)
def test_axe_finds_nothing_in_the_story(browser, town, width, scheme):
    found = {
        address: wrong
        for address in (WORKSHOP, FRONT, "/cooperations/")
        if (wrong := violations(browser, f"{town}{address}", width, scheme))
    }
    assert found == {}


@pytest.mark.sweep
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_on_any_page_of_the_story(browser, town, address, scheme):
    for width in (320, 1280):
        assert not violations(browser, f"{town}{address}", width, scheme)


def printed(window, url: str):
    window.goto(url)
    window.evaluate("document.fonts.ready")
    sheet = window.pdf(prefer_css_page_size=True, print_background=True)
    return pypdfium2.PdfDocument(BytesIO(sheet))


def words_of(document) -> str:
    pages = (page.get_textpage().get_text_bounded() for page in document)
    return " ".join(" ".join(pages).replace("\ufffe", "").replace("\u00a0", " ").split())


@pytest.mark.parametrize("address", [FRONT, "/visions/titre-tres-long/une/", PAGES[5]])
def test_a_front_page_prints_on_one_sheet(town, window, address):
    document = printed(window, f"{town}{address}")
    assert len(document) == 1
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    assert "Le Petit Fleurivalois" in words_of(document)


def test_a_front_page_on_paper_holds_its_story_its_leads_and_where_it_comes_from(town, window):
    said = words_of(printed(window, f"{town}{FRONT}"))
    assert said.count("qui riait de la") == 9
    assert "Un calendrier commun des fêtes" in said
    assert "La nuit des récits" in said


def test_a_longer_story_runs_on_and_nothing_of_it_is_cut(town, window):
    document = printed(window, f"{town}{LONG}")
    assert len(document) > 1
    said = words_of(document)
    for number in range(30):
        assert said.count(f"le numéro {number} de") == 8, number


def test_a_printed_session_shows_each_version_and_every_answer(town, window):
    document = printed(window, f"{town}{WORKSHOP}")
    said = words_of(document)
    for name in ("Le dehors", "Le dedans", "Première ébauche", "Là où l’on est arrivé"):
        assert name in said
    assert said.count("Non retenue") == 2
    assert said.count("Pas encore de réponse") == 2


def test_the_whole_story_is_there_without_script(browser, town):
    read = []
    for script in (True, False):
        context = browser.new_context(
            viewport={"width": 360, "height": 800}, java_script_enabled=script
        )
        page = context.new_page()
        page.goto(f"{town}{WORKSHOP}")
        read.append(page.locator("article").inner_text())
        context.close()
    assert read[0] == read[1]
    assert "Une fontaine d’eau potable" in read[0]


def test_no_file_of_the_site_holds_what_nobody_agreed_to_publish(town_folder):
    for path in town_folder.rglob("*"):
        if path.is_file() and path.suffix in {".html", ".json", ".csv", ".xml", ".mmd", ".txt"}:
            text = path.read_text("utf-8")
            assert SECRET not in text, path
            assert f'"{SECRET_YEAR}"' not in text, path
            assert "Parole que personne" not in text, path
            if path.suffix == ".html":
                assert SECRET_YEAR not in text, path


def test_a_search_finds_what_was_said(town, window):
    window.goto(f"{town}/")
    field = window.get_by_role("searchbox", name="Rechercher")
    field.fill("fontaine")
    results = window.locator(".search__output a")
    results.first.wait_for()
    assert WORKSHOP in "".join(results.evaluate_all("all => all.map(each => each.href)"))
