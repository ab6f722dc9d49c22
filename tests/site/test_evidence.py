"""Evidence in a real browser: charts and tables on a small phone, on a desk, on paper, for all."""

from urllib.parse import urlsplit

import pytest
from tests.engines.sites import built
from tests.evidence import EVIDENCE, SECRET, SETTINGS
from tests.helpers import written
from tests.site.conftest import served
from tests.site.test_access import violations
from tests.site.test_look import _SMALLEST, _WIDER
from tests.site.test_story import _SMALLEST_DRAWN

CHANGE, PART, LILAS = "/changements/parents-informes/", "/indicateurs/part/", "/quartiers/lilas/"
PAGES = (CHANGE, PART, LILAS, "/indicateurs/", "/indicateurs/paroles/", "/changements/", "/")
_CAPTIONS_CUT = """() => [...document.querySelectorAll(".figures caption")]
    .filter((caption) => caption.getBoundingClientRect().right > innerWidth)
    .map((caption) => caption.textContent)"""


@pytest.fixture(scope="module")
def town_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("evidence")
    written(folder, {"mkdocs.yml": SETTINGS})
    written(folder / "content", EVIDENCE)
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


@pytest.mark.parametrize("address", PAGES)
def test_evidence_fits_a_small_phone_and_a_desk(town, window, address):
    for width in (320, 768, 1280):
        window.set_viewport_size({"width": width, "height": 900})
        window.goto(f"{town}{address}")
        assert not window.evaluate(_WIDER), width
        assert window.evaluate(_CAPTIONS_CUT) == [], width
        assert window.evaluate(_SMALLEST) >= 15, width
        if window.locator("main figure svg text").count():
            assert window.evaluate(_SMALLEST_DRAWN) >= 12, width


@pytest.mark.sweep
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_in_evidence(browser, town, width, scheme):
    found = {
        address: wrong
        for address in PAGES
        if (wrong := violations(browser, f"{town}{address}", width, scheme))
    }
    assert found == {}


def test_a_phone_has_its_own_chart_and_a_desk_too(town, window):
    for width, shown in ((360, ".only-narrow"), (1280, ".only-wide")):
        window.set_viewport_size({"width": width, "height": 900})
        window.goto(f"{town}{PART}")
        charts = window.locator(".chart-figure svg:visible")
        assert charts.count() == 1
        assert window.locator(f"{shown} svg:visible").count() == 1


def test_evidence_is_whole_without_script_and_asks_no_other_host(browser, town):
    read, hosts = [], set()
    for script in (True, False):
        context = browser.new_context(
            viewport={"width": 360, "height": 800}, java_script_enabled=script
        )
        page = context.new_page()
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        page.goto(f"{town}{PART}", wait_until="networkidle")
        read.append(page.locator("article").inner_text())
        context.close()
    assert read[0] == read[1]
    assert "non disponible" in read[0]
    assert hosts == {urlsplit(town).netloc}


def test_three_clicks_from_home_tell_whether_a_change_moved_since_when_and_how_one_knows(
    town, window
):
    window.set_viewport_size({"width": 360, "height": 900})
    window.goto(f"{town}/")
    window.get_by_role("link", name="Où en est chaque changement").click()
    assert "premiers signes depuis mars 2026" in window.locator("main").inner_text()
    window.get_by_role("link", name="Les parents sont informés de leurs droits").click()
    assert "Comment on le sait" in window.locator("main").inner_text()
    window.get_by_role("link", name="Part des parents qui connaissent leurs droits").click()
    assert "Enquête auprès des parents, CAF" in window.locator("main").inner_text()


def test_no_file_of_the_site_holds_a_story_without_consent(town_folder):
    for path in town_folder.rglob("*"):
        if path.suffix in (".html", ".json", ".csv", ".xml"):
            assert SECRET.encode() not in path.read_bytes(), path
