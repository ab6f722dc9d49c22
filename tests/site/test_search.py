"""In a browser: what a reader types is found, shown kind by kind, by keyboard, and lightly."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, expect
from tests.doing import DOING
from tests.site.conftest import served
from tests.site.serving import built
from tests.site.test_access import _RUN, AXE
from tests.site.test_look import _WIDER

CASES = yaml.safe_load((Path(__file__).parents[1] / "searching.yml").read_text("utf-8"))
FIRST = CASES["first"]
HOSTILE = '<img src=x onerror="document.title=1"> \\" \' {count} %00 ' + "très " * 200


@pytest.fixture(scope="module")
def town_folder(tmp_path_factory) -> Path:
    """The town of ``searching.yml``, built."""
    return built(tmp_path_factory.mktemp("searched"), {**DOING, **CASES["content"]})


@pytest.fixture(scope="module")
def town(town_folder) -> Iterator[str]:
    """Its address."""
    with served(town_folder) as address:
        yield address


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """A window on a desk."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def searched(page: Page, words: str) -> None:
    """Types ``words`` into the field, and waits for the answer."""
    page.get_by_role("searchbox", name="Rechercher").fill(words)
    expect(page.locator(".search__status")).to_have_text(re.compile(".{2}"))
    page.wait_for_function("() => !document.querySelector('.search__item a[href=\"#\"]')")


def addresses(page: Page, site: str) -> list[str]:
    links = page.locator(".search__item a").evaluate_all("all => all.map(each => each.href)")
    return [link.removeprefix(f"{site}/") for link in links]


def test_forty_searches_are_expected() -> None:
    assert len(FIRST) == 40


def test_each_search_in_french_finds_first_what_it_should(window, town):
    window.goto(f"{town}/")
    found = {}
    for words, wanted in FIRST.items():
        window.get_by_role("searchbox").fill(str(words))
        expect(window.locator(".search__status")).to_contain_text(f"« {words} »")
        window.wait_for_function("() => !document.querySelector('.search__item a[href=\"#\"]')")
        first = next(iter(addresses(window, town)), "nothing")
        if first != wanted:
            found[words] = first
    assert found == {}


def test_results_stand_by_kind_with_their_place_in_the_strategy_and_a_marked_passage(window, town):
    window.goto(f"{town}/")
    searched(window, "gymnases")
    result = window.locator(".search__item").first
    expect(window.locator(".search__kind").first).to_have_text("Changements (1)")
    expect(result.locator(".search__place")).to_contain_text(
        "Pratiques · moyen terme · vers : L’école est la maison de tous · Pous-du-Plan"
    )
    expect(result.locator(".search__place svg.k-practice")).to_be_visible()
    expect(result.locator(".search__passage mark")).to_have_text(["gymnases"])


def test_what_is_found_is_narrowed_by_quartier_kind_theme_and_status(window, town):
    window.goto(f"{town}/")
    searched(window, "pous")
    window.locator(".search__choices summary").click()
    names = window.locator(".search__choice span").all_inner_texts()
    assert names == ["Quartier", "Type de page", "Thème", "Statut"]
    window.get_by_label("Type de page").focus()
    window.get_by_label("Type de page").select_option("Actions")
    expect(window.locator(".search__status")).to_have_text("1 résultat pour « pous ».")
    assert addresses(window, town) == ["actions/velo-ecole/"]
    expect(window.get_by_label("Type de page")).to_be_focused()
    statuses = window.get_by_label("Statut").locator("option").all_inner_texts()
    assert statuses == ["tous (1)", "en cours (1)"]


def test_a_search_is_made_and_left_by_keyboard(window, town):
    window.goto(f"{town}/quartiers/pous-du-plan/")
    window.keyboard.press("/")
    field = window.get_by_role("searchbox", name="Rechercher")
    expect(field).to_be_focused()
    window.keyboard.type("canal")
    links = window.locator(".search__item a")
    expect(links.first).not_to_have_text("…")
    window.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    window.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    window.keyboard.press("ArrowUp")
    window.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    window.keyboard.press("ArrowDown")
    window.keyboard.press("Escape")
    expect(field).to_be_focused()
    expect(window.locator(".search__output")).to_be_hidden()
    window.keyboard.press("Enter")
    window.wait_for_url(lambda url: "quartiers/pous-du-plan" not in url)


def test_the_search_stands_in_the_address_and_opens_from_it(window, town):
    window.goto(f"{town}/?q=velo")
    expect(window.locator(".search__status")).to_contain_text("pour « velo ».")
    searched(window, "canal")
    expect(window.locator(".search__status")).to_contain_text("pour « canal ».")
    assert window.url.endswith("?q=canal")
    searched_again = window.get_by_role("searchbox")
    searched_again.fill("")
    expect(window.locator(".search__output")).to_be_hidden()
    window.wait_for_function("() => !location.search")


def test_the_status_is_said_and_the_sheet_has_names(window, town):
    window.goto(f"{town}/")
    searched(window, "canal")
    expect(window.get_by_role("status").first).to_contain_text("résultats pour « canal ».")
    expect(window.get_by_role("list", name="Visions (1)")).to_be_visible()


@pytest.mark.parametrize("words", ["a", "zzzzzz", HOSTILE, "\u202e مرحبا", "<>", "%", "de la"])
def test_any_text_is_looked_for_and_none_becomes_markup(window, town, words):
    wrong: list[str] = []
    window.on("pageerror", lambda error: wrong.append(str(error)))
    window.goto(f"{town}/")
    title = window.title()
    searched(window, words)
    expect(window.locator(".search__status")).not_to_be_empty()
    assert window.locator(".search img").count() == 0
    assert (window.title(), wrong) == (title, [])


def test_a_word_typed_wrong_is_found_and_said(window, town):
    window.goto(f"{town}/")
    searched(window, "canicul")
    searched(window, "cannicule")
    expect(window.locator(".search__status")).to_contain_text(
        "Rien pour « cannicule » ; voici « canicule »."
    )
    assert addresses(window, town)[0] == "changements/fraicheur/"


def test_nothing_is_fetched_before_the_reader_types(window, town):
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    window.goto(f"{town}/", wait_until="networkidle")
    window.get_by_role("searchbox").focus()
    window.wait_for_timeout(300)
    assert not [url for url in asked if "pagefind" in url or "search-" in url]
    searched(window, "canal")
    assert [url for url in asked if "pagefind" in url]
    assert all(url.startswith(town) for url in asked)


def test_where_the_index_does_not_come_the_reader_is_led_to_the_site_map(window, town):
    def lost(route: Route) -> None:
        route.fulfill(status=404)

    window.route("**/pages.*.json.gz", lost)
    window.goto(f"{town}/")
    window.get_by_role("searchbox").fill("canal")
    link = window.locator(".search__map")
    expect(link).to_have_attribute("href", f"{town}/plan-du-site/")


def test_without_script_the_field_leads_to_the_site_map(browser, town):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(f"{town}/changements/fraicheur/")
    page.get_by_role("searchbox", name="Rechercher").fill("école")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{town}/plan-du-site/?q=*")
    expect(page.get_by_role("link", name="L’école est la maison de tous").first).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), pytest.param(1280, "dark", marks=pytest.mark.sweep)]
)
def test_axe_finds_nothing_on_the_sheet_and_it_fits(browser, town, width, scheme):
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(f"{town}/changements/fraicheur/")
    searched(page, "pous")
    page.locator(".search__choices summary").click()
    page.add_script_tag(path=AXE)
    assert page.evaluate(_RUN) == []
    assert not page.evaluate(_WIDER)
    context.close()


def test_the_policy_refuses_nothing_that_the_search_asks_for(window, town):
    said: list[str] = []
    window.on("console", lambda message: said.append(message.text))
    window.goto(f"{town}/changements/fraicheur/")
    searched(window, "canal")
    assert [each for each in said if "Content Security Policy" in each] == []
    assert "wasm-unsafe-eval" not in window.content()
