"""Whether a built site is whole."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chemins.faults import Place
from chemins.gates import check_site
from chemins.gates.finding import locate

PAGE = "<!doctype html><title>x</title>"


def build(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def said(folder: Path, files: dict[str, str], site_url: str = "") -> list[str]:
    return [
        f"{fault.place.path}:{fault.place.line}:{fault.place.column} {fault.code} "
        + " ".join(f"{name}={value}" for name, value in fault.values.items())
        for fault in check_site(build(folder, files), site_url)
    ]


def test_a_whole_site_has_no_faults(tmp_path: Path) -> None:
    files = {
        "index.html": '<link rel="stylesheet" href="a/style.css">'
        '<a href="actions/fete/#suite">x</a>'
        '<a href="actions/fete">x</a><a href="données/plan de site.pdf">x</a>'
        '<a href="https://autre.example/">x</a><a href="mailto:a@b.fr">x</a>',
        "actions/fete/index.html": '<h2 id="suite">x</h2><a href="#suite">x</a>'
        '<a href="../..">x</a>'
        '<a href="../../actions/fete/index.html#suite">x</a>',
        "données/plan de site.pdf": "",
        "a/style.css": "a { b: url('../a/f%6fnt.woff2?v=1#iefix') } c { d: url(data:,) }",
        "a/font.woff2": "",
        "sitemap.xml": '<a href="nowhere/">',
    }
    assert said(tmp_path, files) == []


def test_a_link_that_leads_to_no_file_is_placed_and_told_what_was_meant(tmp_path: Path) -> None:
    files = {
        "index.html": PAGE + '\n<p>\n  <a class="x" href="changements/parent-informes/">x</a>',
        "changements/parents-informes/index.html": PAGE,
    }
    assert said(tmp_path, files) == [
        "index.html:3:22 G-LINK link=changements/parent-informes/ "
        "target=changements/parent-informes/ suggestion=changements/parents-informes/"
    ]


def test_a_suggestion_chooses_the_hint_that_speaks_of_it(tmp_path: Path) -> None:
    page = '<p id="suite"><a href="#suit">x</a><a href="#z">x</a><a href="plan/">x</a>'
    faults = check_site(build(tmp_path, {"index.html": page, "plans/index.html": PAGE}))
    assert [fault.variant for fault in faults] == ["near", "", "near"]


def test_a_record_that_changed_its_kind_is_found_under_its_name(tmp_path: Path) -> None:
    files = {
        "index.html": '<a href="actions/fete/">x</a>',
        "etapes/fete/index.html": PAGE,
        "actions/index.html": PAGE,
    }
    assert said(tmp_path, files)[0].endswith("suggestion=etapes/fete/")


def test_a_link_that_resembles_nothing_gets_no_suggestion(tmp_path: Path) -> None:
    assert said(tmp_path, {"index.html": '<a href="zzz/">x</a>'}) == [
        "index.html:1:10 G-LINK link=zzz/ target=zzz/"
    ]


@pytest.mark.parametrize("link", ["dossier/", "dossier", "fichier.pdf/", "Index.html", "a/index"])
def test_only_what_a_server_would_give_is_a_page(tmp_path: Path, link: str) -> None:
    files = {"dossier/image.png": "", "fichier.pdf": "", "a/index.html": PAGE}
    assert len(said(tmp_path, {"index.html": f'<a href="{link}">x</a>', **files})) == 1


def test_a_link_above_the_root_is_a_fault_even_where_browsers_would_forgive(tmp_path: Path) -> None:
    files = {
        "index.html": '<a href="plan/">x</a>',
        "plan/index.html": '<a href="../../plan/">x</a>',
    }
    assert said(tmp_path, files) == [
        "plan/index.html:1:10 G-LINK link=../../plan/ target=plan/ suggestion=plan/"
    ]


def test_a_missing_image_or_font_is_a_dead_link_too(tmp_path: Path) -> None:
    files = {
        "index.html": '<img src="carte.svg" srcset="carte.svg, carte-2.svg 2x">',
        "carte.svg": "",
        "style.css": "a {\n  b: url(lettre.woff2)\n}",
    }
    assert said(tmp_path, files) == [
        "index.html:1:41 G-LINK link=carte-2.svg target=carte-2.svg suggestion=carte.svg",
        "style.css:2:10 G-LINK link=lettre.woff2 target=lettre.woff2",
    ]


def test_a_link_to_the_site_s_own_address_is_checked_like_any(tmp_path: Path) -> None:
    page = (
        '<link rel="canonical" href="https://cove.example/strategie/">'
        '<a href="https://cove.example/strategie/plan/">x</a>'
        '<a href="https://cove.example/mairie/">x</a>'
        '<img src="https://cove.example/mairie/logo.png">'
    )
    assert said(tmp_path, {"index.html": page}, "https://cove.example/strategie/") == [
        "index.html:1:71 G-LINK link=https://cove.example/strategie/plan/ target=plan/"
    ]


def test_the_page_of_mkdocs_for_missing_pages_links_from_the_site_s_path(tmp_path: Path) -> None:
    page = '<script src="/strategie/a.js"></script><a href="/strategie/plan/">x</a>'
    files = {"404.html": page, "a.js": "", "plan/index.html": PAGE}
    assert said(tmp_path, files, "https://cove.example/strategie/") == []
    assert len(said(tmp_path, files, "https://cove.example/")) == 2
    assert said(tmp_path, files, "https://cove.example/strategies/")[0].endswith(
        "target=strategie/a.js suggestion=a.js"
    )


def test_an_anchor_that_names_nothing_is_a_fault_here_and_on_other_pages(tmp_path: Path) -> None:
    files = {
        "a/index.html": '<b id="constat">x</b><a href="../b/#lien">x</a><a href="#constats">x</a>',
        "b/index.html": '<b id="liens">x</b><a href="../a/#constat">x</a><a href="../a/#z">x</a>',
    }
    assert said(tmp_path, files) == [
        "a/index.html:1:31 G-ANCHOR link=../b/#lien target=b/ anchor=lien suggestion=#liens",
        "a/index.html:1:57 G-ANCHOR link=#constats target=a/ anchor=constats suggestion=#constat",
        "b/index.html:1:58 G-ANCHOR link=../a/#z target=a/ anchor=z",
    ]


def test_anchors_are_compared_as_browsers_do(tmp_path: Path) -> None:
    page = (
        '<h2 id="été">x</h2><h2 id="a%20b">x</h2><a name="old"></a>'
        '<a href="#%C3%A9t%C3%A9">x</a><a href="#été">x</a><a href="#a%20b">x</a>'
        '<a href="#old">x</a><a href="#">x</a><a href="#top">x</a><a href="#__drawer">x</a>'
        '<a href="#:~:text=x">x</a><a href="plan.pdf#page=3">x</a>'
    )
    assert said(tmp_path, {"index.html": page, "plan.pdf": ""}) == []


def test_a_symbol_that_the_page_lacks_is_a_missing_anchor(tmp_path: Path) -> None:
    page = '<svg><g id="rond"/><use href="#rond"/><use href="#ronde"/></svg>'
    assert said(tmp_path, {"index.html": page}) == [
        "index.html:1:50 G-ANCHOR link=#ronde target= anchor=ronde suggestion=#rond"
    ]


@pytest.mark.parametrize(
    "page",
    [
        '<link rel="stylesheet" href="https://fonts.example/css?family=Roboto">',
        '<script src="//fonts.example/a.js"></script>',
        '<link rel="preconnect" href="https://fonts.example" crossorigin>',
        '<iframe src="http://fonts.example/"></iframe>',
        '<form action="https://fonts.example/"></form>',
        '<p style="background:url(https://fonts.example/a.png)">',
        '<meta http-equiv="refresh" content="0;url=https://fonts.example/">',
        '<base href="https://fonts.example/">',
    ],
)
def test_what_is_loaded_from_another_host_is_a_fault(tmp_path: Path, page: str) -> None:
    faults = check_site(build(tmp_path, {"index.html": page}), "https://cove.example/")
    assert [(fault.code, fault.values["host"]) for fault in faults] == [
        ("G-OUTSIDE", "fonts.example")
    ]


def test_what_a_style_sheet_loads_from_another_host_is_a_fault_of_the_sheet(tmp_path: Path) -> None:
    files = {"a/style.css": "@import 'https://fonts.example/css';\na { b: url(#c) }"}
    assert said(tmp_path, files) == [
        "a/style.css:1:10 G-OUTSIDE link=https://fonts.example/css host=fonts.example"
    ]


def test_a_page_and_a_link_make_one_fault_however_often_it_is_there(tmp_path: Path) -> None:
    page = '<a href="x/">1</a><a href="x/">2</a><img src="x/"><a href="y/">3</a>'
    assert len(said(tmp_path, {"index.html": page, "b.html": page})) == 4


def test_a_base_changes_what_links_are_relative_to(tmp_path: Path) -> None:
    files = {
        "a/index.html": '<base href="../b/">'
        '<a href="c">1</a><a href="#ici">2</a><a href="/d">3</a>',
        "b/index.html": '<p id="ici">',
        "b/c/index.html": PAGE,
    }
    assert said(tmp_path, files) == ["a/index.html:1:66 G-LINK link=/d target=d"]


def test_a_page_that_is_not_utf_8_is_checked_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b'\xe9\n<a href="x/">')
    assert said(tmp_path, {}) == ["index.html:2:10 G-LINK link=x/ target=x/"]


def test_a_folder_that_is_not_there_is_no_whole_site(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        check_site(tmp_path / "nowhere")


def test_ten_thousand_dead_links_are_told_in_a_few_seconds(tmp_path: Path) -> None:
    links = "\n".join(f'<a href="actions/{number}/">x</a>' for number in range(2000))
    pages = {f"p{number}/index.html": links for number in range(5)}
    targets = {f"p1/actions/a{number}/index.html": "" for number in range(300)}
    assert len(said(tmp_path, pages | targets)) == 10_000


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ('\n <a href="x/y">', Place("f", 2, 11, 3)),
        ("<p>x/y</p>\n<a href=x/y>", Place("f", 2, 9, 3)),
        ('<a href="x/y/z"><a href="x/y">', Place("f", 1, 26, 3)),
        ("a { b: url(x/y) }", Place("f", 1, 12, 3)),
        ("<img srcset='w 1x, x/y 2x'>", Place("f")),
        ('<a href="x&#47;y">', Place("f")),
        ("", Place("f")),
    ],
)
def test_a_link_is_placed_where_it_is_written(source: str, place: Place) -> None:
    assert locate("x/y", "f", source) == place


def test_a_link_with_an_entity_is_placed_too() -> None:
    assert locate("?a&b", "f", '<a href="?a&amp;b">') == Place("f", 1, 10, 8)


@given(st.text("ab/\n\"'=<&;"), st.text("ab/&", min_size=1))
def test_a_place_is_always_inside_the_file(source: str, link: str) -> None:
    place = locate(link, "f", source)
    lines = source.split("\n")
    assert place.line <= len(lines)
    assert place == Place("f") or place.column <= len(lines[place.line - 1])
