"""A territory sets one colour, and is told when nobody could read it."""

from pathlib import Path

import pytest
from tests.engines.sites import SETTINGS, small

from chemins.engines.mkdocs.build import build_site
from chemins.engines.mkdocs.colours import accents, contrast, faults_of
from chemins.locales import load

BOTH = (
    ":root { --accent: #0c6470; }\n"
    "@media (prefers-color-scheme: dark) { :root { --accent: #63c3cd; } }\n"
)


def said(css: str) -> list[str]:
    """The faults of ``css``, with their place."""
    return [
        f"{each.place.line}:{each.place.column} {each.variant}"
        for each in faults_of(css, Path("couleurs.css"), load("fr"))
    ]


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000", "#fff", 21), ("#777777", "#ffffff", 4.48)]
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_a_colour_for_each_scheme_is_measured_on_its_own_paper():
    assert [each.scheme for each in accents(BOTH)] == ["light", "dark"]
    assert said(BOTH) == []


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (":root { --accent: #ffcc00; }", ["1:19 light"]),
        (":root {\n  --accent: #0c6470;\n}", ["2:13 dark"]),
        (":root { --accent: teal; }", ["1:19 form"]),
        ("/* --accent: #fff; */\n", []),
        (BOTH.replace("#63c3cd", "#333"), ["2:57 dark"]),
    ],
)
def test_a_colour_that_cannot_be_read_is_named_with_its_place(css, expected):
    assert said(css) == expected


def test_the_colour_of_a_territory_reaches_every_page_or_stops_the_build(tmp_path):
    settings = small(
        tmp_path,
        settings=SETTINGS.replace("{name: material}", "{name: material, custom_dir: look}"),
    )
    colours = tmp_path / "look" / "couleurs.css"
    colours.parent.mkdir()
    colours.write_text(BOTH, "utf-8")
    told: list[str] = []
    assert build_site(settings, tmp_path / "site", strict=False, say=told.append) == 0, told
    page = tmp_path / "site" / "changements" / "droits-connus" / "index.html"
    assert "couleurs.css" in page.read_text("utf-8")
    colours.write_text(":root { --accent: #ffcc00; }", "utf-8")
    assert build_site(settings, tmp_path / "site", strict=False, say=told.append) == 1
    assert "S-COLOUR" in told[-2]
    assert "look/couleurs.css:1:19" in told[-2]
    assert page.is_file()
