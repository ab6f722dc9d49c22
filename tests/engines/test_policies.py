"""Each page of a built site begins with its policy; what else would run stops the build."""

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser
from tests.engines.sites import SETTINGS, built, read, small, written

from chemins.engines.mkdocs.policies import guard_copies
from chemins.policy import HEADER, directives_of, hash_of, is_strict

VISION = {"visions/v.md": "---\ntitre: Une vision\nanciens_noms: [avant]\n---\n"}
MERMAID = SETTINGS.replace("{pdf: no}]", "{pdf: no}, mermaid2]")
FENCE = "# Un dessin\n\n```mermaid\ngraph LR\n  A --> B\n```\n"
THEMED = SETTINGS.replace("{name: material}", "{name: material, custom_dir: overrides}")


def policy_of(file: Path) -> str:
    """The policy of the page in ``file``, which comes first in its head."""
    head = LexborHTMLParser(file.read_bytes().removeprefix(b"\xef\xbb\xbf")).head
    assert head is not None
    first = next(head.iter())
    assert first.attributes.get("http-equiv") == HEADER, file
    return first.attributes["content"] or ""


def inline(file: Path) -> list[str]:
    """The inline scripts of the page in ``file``, as a browser reads them."""
    page = LexborHTMLParser(file.read_bytes())
    return [
        each.text()
        for each in page.css("script:not([src])")
        if each.attributes.get("type") != "application/json"
    ]


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A small site with a page of every sort."""
    root = tmp_path_factory.mktemp("policies")
    by_hand = {
        "libre.md": "# Libre\n\nTexte.\n",
        "a/b/dessin.md": FENCE,
        "brut.html": "<!doctype html><title>Brut</title><p>Du HTML.",
    }
    settings = MERMAID.replace("{pdf: no}", "{pdf: no, attachments: [html]}")
    run = built(small(root, {**VISION, **by_hand}, settings))
    assert (run.code, run.said.count("G-")) == (0, 0), run.said
    return root / "site"


def test_every_page_begins_with_a_strict_policy(site):
    pages = sorted(site.rglob("*.html"))
    names = {page.relative_to(site).as_posix() for page in pages}
    assert {"index.html", "404.html", "brut.html", "libre/index.html"} <= names
    assert {"visions/avant/index.html", "a/b/dessin/index.html"} <= names
    for page in pages:
        assert is_strict(policy_of(page)), page


def test_a_policy_names_the_scripts_of_the_page_and_no_other(site):
    for page in site.rglob("*.html"):
        named = set(directives_of(policy_of(page))["script-src"]) - {"'self'"}
        assert named == {hash_of(script) for script in inline(page)}, page


def test_only_a_page_that_mermaid_draws_lets_styles_stand_in_it(site):
    loose = {
        page.parent.name
        for page in site.rglob("*.html")
        if "'unsafe-inline'" in directives_of(policy_of(page))["style-src"]
    }
    assert loose == {"dessin"}


def test_a_page_says_its_encoding_where_browsers_look_for_it(site):
    for page in site.rglob("*.html"):
        if page.name != "brut.html":
            assert re.search(rb"charset=\"?utf-8", page.read_bytes()[:1024]), page


def test_no_policy_names_another_site(site):
    assert all("//" not in policy_of(page) for page in site.rglob("*.html"))


def test_a_preview_has_no_policy(tmp_path):
    # MkDocs writes a script of its own into what it previews.
    small(tmp_path, {**VISION, "libre.md": "# Libre\n"})
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    pages = list((tmp_path / "site").rglob("*.html"))
    assert pages
    assert not [page for page in pages if HEADER in page.read_text("utf-8")]


OVERRIDE = '{%% extends "base.html" %%}\n{%% block extrahead %%}\n%s\n{%% endblock %%}\n'


@pytest.mark.parametrize(
    ("html", "code", "act"),
    [
        ("<script>alert(1)</script>", "G-SCRIPT", "extra_javascript"),
        ('<script type="module">import("./x.js")</script>', "G-SCRIPT", "extra_javascript"),
        ('<base href="../">', "G-SCRIPT", "retirez cette balise"),
        ('<link rel="stylesheet" href="x.css" onload="x()">', "G-SCRIPT", "retirez-le du gabarit"),
    ],
)
def test_a_script_of_a_template_stops_the_build_and_says_where_it_goes(tmp_path, html, code, act):
    small(tmp_path, {}, THEMED)
    written(tmp_path, {"overrides/main.html": OVERRIDE % html})
    run = built(tmp_path / "mkdocs.yml")
    assert run.code == 1
    assert re.search(rf"index\.html:\d+:\d+  {code}", run.said), run.said
    assert act in run.said
    assert not (tmp_path / "site").exists()


def test_a_script_in_every_page_is_told_once(tmp_path):
    small(tmp_path, VISION, THEMED)
    written(tmp_path, {"overrides/main.html": OVERRIDE % "<script>alert(1)</script>"})
    run = built(tmp_path / "mkdocs.yml")
    assert run.said.count("G-SCRIPT") == 1
    assert "autres pages.)" in run.said


def test_a_script_in_a_file_of_the_site_is_let_through(tmp_path):
    small(tmp_path, {"mien.js": "x = 1;"}, SETTINGS + "extra_javascript: [mien.js]\n")
    run = built(tmp_path / "mkdocs.yml")
    assert run.code == 0, run.said
    assert read(tmp_path / "site", "").css_first("script[src$='mien.js']")


def test_a_style_of_a_template_is_told_to_have_no_effect(tmp_path):
    small(tmp_path, {}, THEMED)
    written(tmp_path, {"overrides/main.html": OVERRIDE % "<style>p { color: red }</style>"})
    run = built(tmp_path / "mkdocs.yml")
    assert (run.code, run.said.count("G-STYLE")) == (0, 1), run.said


def test_the_icons_that_a_site_chooses_for_material_are_known(tmp_path):
    icons = (
        "{name: material, icon: {admonition: {note: octicons/tag-16}, annotation: material/plus}}"
    )
    page = {"libre.md": "# Libre\n\n!!! note\n    Un mot.\n"}
    small(tmp_path, page, SETTINGS.replace("{name: material}", icons))
    run = built(tmp_path / "mkdocs.yml", strict=True)
    assert run.code == 0, run.said
    styles = directives_of(policy_of(tmp_path / "site/libre/index.html"))["style-src"]
    assert len(styles) == 3


@pytest.mark.parametrize("feature", ["content.tabs.link", "announce.dismiss", "search.suggest"])
def test_the_features_of_material_pass(tmp_path, feature):
    theme = f"{{name: material, features: [{feature}]}}"
    small(tmp_path, {"libre.md": "# Libre\n"}, SETTINGS.replace("{name: material}", theme))
    run = built(tmp_path / "mkdocs.yml")
    assert run.code == 0, run.said


def test_measuring_readers_elsewhere_is_refused(tmp_path):
    analytics = "extra: {analytics: {provider: google, property: G-1}}\n"
    small(tmp_path, {}, SETTINGS + analytics)
    run = built(tmp_path / "mkdocs.yml")
    assert (run.code, "G-SCRIPT" in run.said) == (1, True), run.said


def test_a_page_of_html_with_a_script_is_refused(tmp_path):
    page = {"brut.html": "<!doctype html><title>x</title>\n<script>alert(1)</script>"}
    small(tmp_path, page, SETTINGS.replace("{pdf: no}", "{pdf: no, attachments: [html]}"))
    run = built(tmp_path / "mkdocs.yml")
    assert (run.code, "brut.html:2:9  G-SCRIPT" in run.said) == (1, True), run.said


@pytest.mark.parametrize(
    "html",
    [
        b"<!doctype html><html lang=fr><head><title>\xe9</title></head><body>",
        b"\xef\xbb\xbf<!DOCTYPE html>\n<!-- x --><html data-a='>'>\n<head data-b=\">\"><p>x",
        b"<title>x</title>",
        b"<p>x",
        b"",
        b"<!-- <head> --><!doctype html><html><body>x",
        b"<header>x</header>",
    ],
)
def test_a_policy_comes_first_whatever_the_page_of_html(tmp_path, html):
    (tmp_path / "a.html").write_bytes(html)
    guard_copies(tmp_path, ["a.html", "absent.html"])
    assert is_strict(policy_of(tmp_path / "a.html"))
    assert LexborHTMLParser((tmp_path / "a.html").read_bytes()).html
    without = re.sub(rb"<meta http-equiv[^>]*>", b"", (tmp_path / "a.html").read_bytes())
    assert without == html
