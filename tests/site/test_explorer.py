"""The pathways, explored: choices, a path that is followed, arrows; and all of it without them."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from tests.site.serving import built, served
from tests.site.test_access import AXE, violations

CHEMINS = "/chemins/"
MIDDLE = "changement-parents-investis"
BEFORE, AFTER = "changement-parents-contactes", "changement-parents-coeducateurs"
VISION = "vision-enfants-epanouis"

_EDGES = """() => [...document.querySelectorAll('.explorer__ways .way')]
  .flatMap(path => path.getAttribute('d').split(/(?=M)/).filter(Boolean)).length"""
_STOPS = (
    "document.activeElement.closest('[data-card]')?.dataset.card ?? document.activeElement.name"
)


def role(page, name):
    return page.locator(f"[data-card={name}]").get_attribute("data-role")


def follow(page, name):
    page.locator(f"#{name}").hover()
    page.locator(f"#{name} .card__follow").click()


@pytest.fixture
def explorer(open_page):
    return open_page(CHEMINS)


def test_without_script_the_page_is_the_whole_list(open_page, demo):
    page = open_page(CHEMINS, script=False)
    expect(page.locator(".explorer__choices")).to_be_hidden()
    assert page.locator(".card button").count() == 0
    changes = [each for each in demo.strategy.records if each.kind in ("change", "vision")]
    for record in changes:
        card = page.locator(f"#{demo.addresses.anchor(record)}")
        expect(card.locator(".card__title")).to_be_visible()
        for link in demo.strategy.links_from(record, "contributes_to"):
            other = demo.strategy.locale.typeset(link.target.label)
            expect(card.get_by_role("link", name=other)).to_be_visible()


def test_a_wide_screen_draws_an_arrow_for_each_link_and_a_phone_none(explorer, open_page, demo):
    strategy = demo.strategy
    links = sum(len(strategy.links_from(each, "contributes_to")) for each in strategy.records)
    assert explorer.evaluate(_EDGES) == links
    assert open_page(CHEMINS, 360).evaluate(_EDGES) == 0


def test_the_arrows_are_hidden_from_assistive_technology(explorer):
    ways = explorer.locator(".explorer__ways")
    assert ways.get_attribute("aria-hidden") == "true"
    assert ways.locator("a, text, title").count() == 0


def test_a_path_that_is_followed_lights_up_is_said_and_stands_in_the_address(explorer):
    follow(explorer, MIDDLE)
    assert role(explorer, MIDDLE) == "chosen"
    assert role(explorer, BEFORE) == "upstream"
    assert role(explorer, AFTER) == role(explorer, VISION) == "downstream"
    assert role(explorer, "changement-droits-connus") == "beside"
    status = explorer.get_by_role("status")
    expect(status).to_contain_text("S’appuie sur 1 changement.")
    expect(status).to_contain_text("Contribue à 1 changement et à 1 vision.")
    assert explorer.url.endswith(f"?suivre={MIDDLE}")
    assert explorer.locator(".way--lit").evaluate_all(
        "paths => paths.map(p => (p.getAttribute('d').match(/M/g) || []).length)"
    ) == [0, 3]


def test_what_is_on_the_path_is_listed_in_words(explorer):
    follow(explorer, MIDDLE)
    path = explorer.locator(".explorer__path")
    expect(path.get_by_role("heading")).to_have_text(
        ["En amont, de proche en proche", "En aval, de proche en proche"]
    )
    assert path.get_by_role("link").count() == 3
    expect(explorer.locator(f"#{MIDDLE} .card__ties")).to_be_visible()
    expect(explorer.locator(f"#{MIDDLE} .card__role")).to_have_text("chemin suivi")


def test_escape_leaves_the_path(explorer):
    follow(explorer, MIDDLE)
    explorer.keyboard.press("Escape")
    assert role(explorer, BEFORE) == ""
    expect(explorer.get_by_role("status")).to_be_empty()
    assert explorer.url.endswith(CHEMINS)


def test_the_button_follows_and_leaves_and_keeps_the_focus(explorer):
    button = explorer.locator(f"#{MIDDLE} .card__follow")
    button.focus()
    explorer.keyboard.press("Enter")
    expect(button).to_have_text("Ne plus suivre")
    expect(button).to_be_focused()
    assert button.get_attribute("aria-label").startswith("Ne plus suivre")
    explorer.keyboard.press("Enter")
    expect(button).to_have_text("Suivre ce chemin")


def test_the_whole_card_can_be_pressed_but_its_title_stays_a_link(explorer):
    explorer.locator(f"#{MIDDLE} .card__facts").click()
    assert role(explorer, MIDDLE) == "chosen"
    explorer.locator(f"#{MIDDLE} > .card__title").click()
    expect(explorer).to_have_url(re.compile("/changements/parents-investis/$"))


def test_a_shared_address_shows_what_was_shared_and_back_finds_it_again(explorer, site):
    follow(explorer, MIDDLE)
    shared = explorer.url
    explorer.goto(f"{site}/glossaire/")
    explorer.go_back()
    expect(explorer).to_have_url(shared)
    expect(explorer.locator(f"#{MIDDLE}")).to_have_attribute("data-role", "chosen")
    expect(explorer.locator(f"#{MIDDLE}")).to_be_in_viewport()


def test_choices_hide_what_does_not_answer_and_say_how_much_is_left(explorer):
    explorer.get_by_label("Qui change").select_option("Parents")
    shown = explorer.locator(".card:not(.k-vision)").filter(visible=True)
    assert {
        "parents" in (each.get_attribute("data-who") or "").split() for each in shown.all()
    } == {True}
    expect(explorer.get_by_role("status")).to_have_text(
        f"{shown.count()} changements montrés, sur 9."
    )
    assert explorer.url.endswith("?qui=parents")
    explorer.get_by_label("Horizon").select_option("Court")
    assert explorer.url.endswith("?horizon=court&qui=parents")
    explorer.get_by_role("button", name="Tout montrer").click()
    expect(explorer.locator(".card").filter(visible=True)).to_have_count(10)
    assert explorer.url.endswith(CHEMINS)


def test_nothing_left_is_said_too(open_page):
    page = open_page(f"{CHEMINS}?horizon=long&qui=structures")
    expect(page.get_by_role("status")).to_have_text("Aucun changement ne répond à ces choix.")
    assert page.evaluate(_EDGES) == 0


HOSTILE = (
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "javascript:alert(1)",
    "__proto__",
    "constructor",
    "'] *, [data-card='",
    "%00%ff",
    "x" * 5000,
)


def test_a_hostile_address_changes_nothing(open_page, site):
    complaints = []
    page = open_page("/404.html")
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    for value in HOSTILE:
        names = ("suivre", "qui", "horizon", "quartier")
        asked = "&".join(f"{name}={quote(value)}" for name in names)
        page.goto(f"{site}{CHEMINS}?{asked}#{quote(value)}")
        expect(page.locator(".explorer--live")).to_be_visible()
        expect(page.get_by_role("status")).to_be_empty()
        assert page.locator(".card").filter(visible=True).count() == 10, value
        assert "onerror" not in page.content()
    assert not complaints


def test_what_else_an_address_asks_is_left_in_it(open_page):
    page = open_page(f"{CHEMINS}?source=lettre")
    follow(page, MIDDLE)
    assert page.url.endswith(f"?source=lettre&suivre={MIDDLE}")


def test_the_keyboard_reaches_every_card_in_the_order_of_the_list(explorer):
    order = explorer.locator(".card").evaluate_all("cards => cards.map(card => card.dataset.card)")
    explorer.locator(".explorer select").first.focus()
    stops = []
    for _ in range(60):
        stop = explorer.evaluate(_STOPS)
        if stop and (not stops or stops[-1] != stop):
            stops.append(stop)
        if len(stops) > len(order) + 2:
            break
        explorer.keyboard.press("Tab")
    assert stops[:2] == ["horizon", "qui"]
    assert stops[2 : len(order) + 2] == order


def test_focus_is_seen_wherever_it_goes(explorer):
    explorer.locator(".explorer select").last.focus()
    for _ in range(24):
        explorer.keyboard.press("Tab")
        assert explorer.evaluate("""() => {
          const at = document.activeElement, box = at.getBoundingClientRect();
          const style = getComputedStyle(at);
          return style.outlineStyle !== 'none' && style.opacity === '1'
            && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
        }"""), explorer.evaluate("document.activeElement.outerHTML")


def test_touch_is_enough(browser, site):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.goto(f"{site}{CHEMINS}")
    button = page.locator(f"#{MIDDLE} .card__follow")
    assert button.bounding_box()["height"] >= 44
    button.tap()
    assert role(page, BEFORE) == "upstream"
    expect(page.get_by_role("status")).to_contain_text("Chemin suivi")
    page.get_by_role("button", name="Tout montrer").tap()
    assert role(page, BEFORE) == ""
    context.close()


def test_a_phone_keeps_what_the_columns_mean_in_sight(open_page):
    page = open_page(CHEMINS, 360)
    page.locator("#changement-passerelles-entre-acteurs").scroll_into_view_if_needed()
    heading = page.get_by_role("heading", name="Comportements, pratiques moyen terme")
    expect(heading).to_be_in_viewport()


def test_what_one_looks_at_stays_where_it_is_when_the_rest_goes_away(browser, strategy_site):
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{strategy_site(60)}{CHEMINS}")
    page.locator("summary.part__heading").nth(4).click()
    name = page.locator(".part[open] .card.k-knowledge").nth(3).get_attribute("data-card")
    card = page.locator(f"#{name}")
    card.scroll_into_view_if_needed()
    before = card.bounding_box()["y"]
    card.locator(".card__follow").click()
    assert page.locator(".part").filter(visible=True).count() < 6
    assert abs(card.bounding_box()["y"] - before) < 2
    page.keyboard.press("Escape")
    assert abs(card.bounding_box()["y"] - before) < 2
    page.close()


def test_a_large_strategy_opens_on_its_overview_and_unfolds(browser, strategy_site):
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{strategy_site(60)}{CHEMINS}")
    expect(page.locator(".part:not(details)")).to_have_count(1)
    assert page.locator("details.part[open]").count() == 0
    page.get_by_role("link", name="17 changements en amont").first.click()
    part = page.locator("details.part[open]")
    expect(part).to_have_count(1)
    expect(part.locator("summary.part__heading")).to_be_in_viewport()
    assert "#vers-changement-" in page.url
    page.close()


def test_a_path_through_many_parts_is_shown_in_few(browser, strategy_site):
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{strategy_site(200)}{CHEMINS}?suivre=changement-changement-7")
    expect(page.locator("#changement-changement-7")).to_be_in_viewport()
    shown = page.locator(".part").filter(visible=True)
    assert shown.count() < page.locator(".part").count() / 4
    on_path = page.locator(".explorer__path a")
    expect(on_path).to_have_count(7)
    page.close()


def test_paper_has_the_whole_list(browser, strategy_site, tmp_path):
    from pypdf import PdfReader

    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{strategy_site(60)}{CHEMINS}")
    links = page.locator("[data-to]").count()
    lead = page.locator(".lead").inner_text()
    page.pdf(path=tmp_path / "chemins.pdf", prefer_css_page_size=True)
    page.close()
    said = " ".join(each.extract_text() for each in PdfReader(tmp_path / "chemins.pdf").pages)
    said = " ".join(said.split())
    for number in range(1, 61):
        assert f"({number})" in said, number
    assert said.count("contribue à") == links + lead.count("contribue à")


@pytest.mark.parametrize(
    ("width", "scheme", "asked"),
    [(320, "dark", f"?suivre={MIDDLE}"), (1280, "light", f"?suivre={MIDDLE}&qui=parents")],
)
def test_axe_finds_nothing_when_something_is_chosen(browser, site, width, scheme, asked):
    assert violations(browser, f"{site}{CHEMINS}{asked}", width, scheme) == []


def test_axe_finds_nothing_on_a_page_of_many_parts(browser, strategy_site):
    page = browser.new_page(viewport={"width": 1280, "height": 800}, bypass_csp=True)
    page.goto(f"{strategy_site(60)}{CHEMINS}")
    page.locator("summary.part__heading").first.click()
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [each["id"] for each in found["violations"]] == []
    page.close()


def test_nothing_moves(browser, site):
    page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.goto(f"{site}{CHEMINS}")
    follow(page, MIDDLE)
    assert page.evaluate("document.getAnimations().length") == 0
    page.close()


def test_a_page_where_nothing_can_be_followed_asks_nothing(browser, tmp_path):
    files = {
        "territoire.md": "---\ntitre: Une stratégie\nnom: Val-Fleuri\ndemonstration: oui\n---\n",
        "visions/v.md": "---\ntitre: Un quartier où l’on reste\n---\n",
    }
    with served(built(tmp_path, files)) as address:
        page = browser.new_page()
        page.goto(f"{address}{CHEMINS}", wait_until="networkidle")
        expect(page.locator(".card")).to_be_visible()
        expect(page.locator(".explorer__choices")).to_be_hidden()
        assert page.locator(".card button").count() == 0
        page.close()


_WORK = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
_ACTS = {
    "follow a vision": "document.querySelector('.k-vision .card__follow').click()",
    "leave it": "document.querySelector('.k-vision .card__follow').click()",
    "unfold a part": "document.querySelectorAll('summary.part__heading')[3].click()",
    "follow a change": (
        "document.querySelectorAll('.part[open] .k-knowledge .card__follow')[2].click()"
    ),
    "clear": "document.querySelector('.explorer__clear').click()",
    "choose a quartier": (
        "(select => { select.selectedIndex = 1;"
        " select.dispatchEvent(new Event('change', {bubbles: true})); })"
        "(document.querySelector('.explorer select'))"
    ),
    "show all again": "document.querySelector('.explorer__clear').click()",
}
_SETTLED = """new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"""


def costs(browser, address, width, slower):
    """What each act costs the page's thread, in ms of processor: script, style, layout; the best
    of three, since others use this machine."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(address)
    page.locator(".explorer--live").wait_for()
    client = context.new_cdp_session(page)
    client.send("Performance.enable", {"timeDomain": "threadTicks"})
    client.send("Emulation.setCPUThrottlingRate", {"rate": slower})

    def spent():
        metrics = client.send("Performance.getMetrics")["metrics"]
        return sum(each["value"] for each in metrics if each["name"] in _WORK) * 1000

    found: dict[str, float] = {}
    for _ in range(3):
        for name, act in _ACTS.items():
            before = spent()
            page.evaluate(f"{{ {act}; document.body.getBoundingClientRect(); }}")
            page.evaluate(_SETTLED)
            found[name] = min(found.get(name, 1e9), spent() - before)
        page.evaluate(_ACTS["unfold a part"])
    context.close()
    return found


@pytest.mark.sweep
@pytest.mark.parametrize("width", [360, 1280])
def test_two_hundred_changes_answer_within_a_tenth_of_a_second_on_a_slow_phone(
    browser, strategy_site, width
):
    found = costs(browser, f"{strategy_site(200)}{CHEMINS}", width, slower=4)
    print({name: round(cost) for name, cost in found.items()})
    assert max(found.values()) < 100, found


def test_two_hundred_changes_cost_little(browser, strategy_site):
    found = costs(browser, f"{strategy_site(200)}{CHEMINS}", 1280, slower=1)
    assert max(found.values()) < 60, found


@pytest.mark.parametrize("wild", ["%", "%E0%A4%A", "%ED%A0%BD", "%3Cimg src=x%3E", "a" * 5000])
def test_an_address_that_is_no_text_breaks_nothing(browser, site, wild):
    complaints = []
    page = browser.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{site}{CHEMINS}?quartier={wild}#{wild}")
    assert page.evaluate(_EDGES) > 0
    page.close()
    assert complaints == []
