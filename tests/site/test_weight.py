"""The pages are light: a resident may read them on an old phone, out of doors."""

import gzip
from urllib.parse import urlsplit

CHANGE = "/changements/droits-connus/"
VISION = "/visions/enfants-epanouis/"


def loaded(open_page, site, site_folder, address: str) -> dict[str, int]:
    """What a page loads, and how many bytes each file is once compressed."""
    page = open_page("/404.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}{address}", wait_until="networkidle")
    weights = {}
    for url in dict.fromkeys(asked):
        path = urlsplit(url).path.lstrip("/")
        file = site_folder / path
        file = file / "index.html" if file.is_dir() else file
        weights[path] = len(gzip.compress(file.read_bytes()))
    return weights


def test_home_with_all_it_loads_is_light(open_page, site, site_folder):
    assert sum(loaded(open_page, site, site_folder, "/").values()) <= 200_000


def test_a_page_of_a_change_is_light(site_folder):
    assert (site_folder / CHANGE.strip("/") / "index.html").stat().st_size <= 45_000


def test_a_pathway_of_ten_adds_little_to_what_a_page_transfers(open_page, site, site_folder):
    weights = loaded(open_page, site, site_folder, VISION)
    html = (site_folder / VISION.strip("/") / "index.html").read_text("utf-8")
    start = html.index('<section class="section"><div class="section__head"><h2 id="chemin">')
    end = html.index("</section>", start) + len("</section>")
    without = len(gzip.compress((html[:start] + html[end:]).encode()))
    whole = sum(weights.values())
    alone = whole - weights[VISION.strip("/") + "/"] + without
    assert whole <= 1.15 * alone


def test_only_a_page_with_a_diagram_written_by_hand_loads_the_script_that_draws_it(site_folder):
    loading = {
        path.parent.name
        for path in site_folder.rglob("*.html")
        if "vendor/mermaid" in path.read_text("utf-8")
    }
    assert loading == {"tenter-de-faire-autrement"}
