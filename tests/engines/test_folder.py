import json
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.engines.sites import (
    SETTINGS,
    built,
    pages,
    program,
    read,
    reading,
    small,
    written,
)
from tests.indexed import found_in

from chemins.engines.folder import MARKER, write_pages
from chemins.engines.folder_frame import WORDS
from chemins.engines.folder_settings import settings_text
from chemins.engines.island import island
from chemins.engines.mkdocs import mermaid
from chemins.engines.page_files import relinked

HOSTILE = [
    "<script>alert(1)</script>",
    "Pain & chocolat &amp; <b>thé</b>",
    "Il dit \"oui\" et 'non'",
    "*gras* _souligné_ `code`",
    "[x](y) ![z](w) [[droits-connus]]",
    "{{ x }} {% raw %}",
    "---",
    "# x",
    "1. un",
    "</div></article>",
    "<!-- -->",
    "a | b",
]

BODY = """\
Un paragraphe, *penché*, **gras**, `code <b>`.

## Un titre {#pas-un-identifiant} <img src=x onerror=alert(1)> &lt;b&gt;

    code

    \tdécalé après une ligne vide


    et deux

```python
def f():

\treturn "<script>"
```

| a | b |
|---|---|
| 1 | <i>2</i> |

- un

  suite
- deux
    1. trois

> cité

<script>alert(1)</script>

* * *

[lien](../changements/droits-connus.md) et [[droits-connus]].

!!! note "pas une note"
    Texte.

[^1] et *[HTML]: abréviation
"""


def said_by(config_file, folder):
    said = []
    code = write_pages(config_file, folder, said.append)
    return code, "\n".join(said)


def test_the_folder_holds_the_same_pages_as_the_site(published_demo, plain_demo):
    assert list(pages(plain_demo)) == list(pages(published_demo))


def test_each_page_says_the_same_with_the_same_identifiers_and_links(published_demo, plain_demo):
    for address in pages(published_demo):
        html = (published_demo / address / "index.html").read_text("utf-8")
        # What moved, and what Mermaid draws by hand: the written folder shows its source.
        if "http-equiv" in html or mermaid.SCRIPT in html:
            continue
        assert reading(plain_demo, address) == reading(published_demo, address), address


def test_each_download_is_the_same_file(published_demo, plain_demo):
    endings = {".json", ".mmd", ".geojson", ".csv", ".txt", ".woff2"}
    names = {
        path.relative_to(published_demo)
        for path in published_demo.rglob("*")
        if path.suffix in endings and not {"pagefind", "assets", "vendor"} & set(path.parts)
    }
    assert any(name.suffix == ".mmd" for name in names)
    for name in names:
        assert (plain_demo / name).read_bytes() == (published_demo / name).read_bytes(), name


def test_the_settings_name_no_plugin_of_ours_and_no_other_host(demo_folder):
    settings = yaml.safe_load((demo_folder / "mkdocs.yml").read_text("utf-8").replace("!ENV ", ""))
    assert settings["plugins"] == []
    assert settings["theme"]["font"] is False
    assert "chemins/strategy" not in (demo_folder / "mkdocs.yml").read_text("utf-8")


def test_fonts_come_with_their_licences(demo_folder):
    fonts = demo_folder / "docs/chemins/fonts"
    assert {path.name for path in fonts.glob("LICENSE-*.txt")} >= {
        "LICENSE-atkinson.txt",
        "LICENSE-source-serif.txt",
    }


def test_no_page_holds_a_blank_line_after_its_front_matter(demo_folder):
    for file in (demo_folder / "docs").rglob("index.md"):
        text = file.read_text("utf-8")
        if 'class="page page--' in text:
            island_text = text.split("\n---\n\n", 1)[1]
            assert all(line.strip() for line in island_text.rstrip("\n").split("\n")), file


def test_the_demonstration_says_in_the_folder_too_that_it_is_one(plain_demo):
    page = read(plain_demo, "visions/")
    assert "noindex" in (page.css_first("meta[name=robots]").attributes["content"] or "")
    assert "Démonstration" in page.css_first(".md-banner").text()


def styles(page, address):
    """The style sheets of the page at ``address``, from the root of the site."""
    return at_the_root(address, [each.attributes["href"] for each in page.css("[rel=stylesheet]")])


def scripts(page, address):
    return at_the_root(address, [each.attributes["src"] for each in page.css("script[src]")])


def at_the_root(address, links):
    return [urlsplit(urljoin(f"https://example.org/{address}", each)).path for each in links]


def test_the_folder_looks_like_our_site_and_not_like_material(plain_demo):
    for address in pages(plain_demo):
        page = read(plain_demo, address)
        if page.css_first("body[dir]") is None:  # an address that moved
            continue
        loaded = styles(page, address)
        ours = [each for each in loaded if each.startswith("/chemins/")]
        assert ours[0] == "/chemins/journal.css", address
        assert not page.css(".md-header, .md-sidebar, .md-footer"), address
        is_ours = page.css_first("article > .page") is not None
        assert is_ours is (ours == loaded), address


def test_a_page_loads_what_it_names_in_the_folder_as_on_our_site(published_demo, plain_demo):
    for address in ("chemins/", "chemins/visions/enfants-epanouis/", "visions/"):
        ours, plain = read(published_demo, address), read(plain_demo, address)
        assert styles(ours, address) == styles(plain, address)
        named = [each for each in scripts(ours, address) if each.startswith("/chemins/")]
        assert named == [each for each in scripts(plain, address) if each.startswith("/chemins/")]
        of_all = {"/chemins/reader.js", "/chemins/search.js"}
        assert of_all < set(named) if address.startswith("chemins/") else of_all == set(named)


def test_the_header_and_the_foot_are_those_of_our_site(published_demo, plain_demo):
    for address in ("", "chemins/", "feuille-de-route/", "sources/"):
        ours, plain = read(published_demo, address), read(plain_demo, address)
        for frame in ("header.header", "nav.folio", "footer.footer"):
            one, other = ours.css_first(frame), plain.css_first(frame)
            assert (one and one.html) == (other and other.html), (address, frame)


def test_an_address_that_leads_nowhere_says_so_in_the_folder_too(plain_demo):
    lost = LexborHTMLParser((plain_demo / "404.html").read_bytes())
    assert lost.css_first("h1").text() == "Cette page n’existe pas"
    assert lost.css_first("header.header") is not None


def test_the_frame_of_the_folder_says_no_word_that_it_was_not_given(demo_folder):
    said = set()
    for file in (demo_folder / "overrides").rglob("*.html"):
        said.update(re.findall(r"\bt\(([^)]*)\)", file.read_text("utf-8")))
    assert {key.strip("'\"") for key in said - {"key"}} == set(WORDS)


def test_the_pages_above_lead_up(plain_demo):
    crumbs = read(plain_demo, "visions/enfants-epanouis/").css("nav.folio a")
    assert [each.attributes["href"] for each in crumbs] == [
        "../../",
        "../../chemins/",
        "../../visions/",
    ]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A small site of hostile titles and texts: built by us, and from its folder by MkDocs."""
    root = tmp_path_factory.mktemp("hostile")
    files = {
        f"visions/q{number}.md": f"---\ntitre: {json.dumps(title)}\n---\n{BODY}"
        for number, title in enumerate(HOSTILE)
    }
    files["glossaire/index.md"] = "# Nos mots\n\nÉcrits [à la main](../libre.md) : [QPV](qpv.md).\n"
    files["libre.md"] = "---\ntitle: Page <script>libre</script>\n---\n!!! note\n    Oui.\n"
    visions = ", ".join(f"q{number}" for number in range(len(HOSTILE)))
    files["changements/parents.md"] = (
        "---\ntitre: Parents\nporte_sur: savoirs\nhorizon: court\nanciens_noms: [jadis]\n"
        f"contribue_a: [{visions}]\n---\n"
    )
    config = small(root, files, SETTINGS + "markdown_extensions: [admonition]\n")
    run = built(config)
    assert run.code == 0, run.said
    code, said = said_by(config, root / "pages")
    assert code == 0, said
    plain = program("mkdocs", "build", "--strict", cwd=root / "pages")
    assert plain.code == 0, plain.said
    return root / "site", root / "pages" / "site", said


def test_hostile_titles_and_texts_read_the_same_both_ways(hostile):
    ours, plain, _ = hostile
    for number in range(len(HOSTILE)):
        address = f"visions/q{number}/"
        assert reading(plain, address) == reading(ours, address), HOSTILE[number]
        assert reading(plain, address).headings[0] == ("h1", HOSTILE[number])
        assert reading(plain, address).title == f"{HOSTILE[number]} – Notre stratégie"


def test_code_keeps_its_blank_lines_and_tabs_both_ways(hostile):
    for site in hostile[:2]:
        code = "".join(reading(site, "visions/q0/").code)
        assert "\n\n\tdécalé" in code
        assert 'def f():\n\n\treturn "<script>"' in code


def test_no_hostile_text_becomes_a_script(hostile):
    for site in hostile[:2]:
        for address in pages(site):
            page = read(site, address)
            assert not [each for each in page.css("script") if "alert" in each.text()], address


def test_the_search_finds_the_same_pages_both_ways(hostile):
    ours, plain = (found_in(site) for site in hostile[:2])
    assert set(ours) == set(plain)
    assert ours["visions/q0/"].title == plain["visions/q0/"].title == "<script>alert(1)</script>"
    assert "libre/" in plain


def test_pages_written_by_hand_are_copied_and_replace_ours(hostile):
    ours, plain, said = hostile
    assert "W-REPLACED" in said
    assert reading(plain, "glossaire/") == reading(ours, "glossaire/")
    assert reading(plain, "libre/") == reading(ours, "libre/")
    assert read(plain, "libre/").css_first(".admonition") is not None


def test_an_address_that_moved_still_leads_there(hostile):
    for site in hostile[:2]:
        moved = (site / "changements/jadis/index.html").read_text("utf-8")
        assert 'url=../../changements/parents/"' in moved


def test_faults_stop_before_anything_is_written(tmp_path):
    config = small(tmp_path, {"changements/x.md": "---\ntitre: X\nhorizon: bientôt\n---\n"})
    code, said = said_by(config, tmp_path / "pages")
    assert code == 1
    assert "content/changements/x.md:" in said or "changements/x.md:3:10  E-CHOICE" in said
    assert not (tmp_path / "pages").exists()


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    config = small(tmp_path)
    mine = written(tmp_path / "mine", {"lettre.txt": "gardez-moi"})
    code, said = said_by(config, mine)
    assert (code, (mine / "lettre.txt").read_text()) == (2, "gardez-moi")
    assert "contient autre chose" in said


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path):
    config = small(tmp_path)
    (tmp_path / "pages").write_text("gardez-moi")
    assert said_by(config, tmp_path / "pages")[0] == 2
    assert (tmp_path / "pages").read_text() == "gardez-moi"


def test_a_folder_inside_the_content_is_refused(tmp_path):
    code, said = said_by(small(tmp_path), tmp_path / "content" / "pages")
    assert code == 2
    assert "contient les fiches" in said
    assert not (tmp_path / "content" / "pages").exists()


def test_a_folder_of_ours_is_written_anew_and_whole(tmp_path):
    config = small(tmp_path)
    assert said_by(config, tmp_path / "pages")[0] == 0
    (tmp_path / "content/glossaire/qpv.md").unlink()
    assert said_by(config, tmp_path / "pages")[0] == 0
    assert (tmp_path / "pages" / MARKER).is_file()
    assert not (tmp_path / "pages/docs/glossaire/qpv").exists()
    assert not list(tmp_path.glob(".pages*"))


def test_the_menu_and_the_extensions_of_the_site_come_along_with_their_tags():
    own = (
        "site_url: !ENV [URL, 'https://example.org/']\n"
        "nav:\n- Accueil: index.md\n- Mots: [{X: glossaire/x.md}]\n"
        "markdown_extensions:\n- pymdownx.emoji: {emoji_index: !!python/name:a.b ''}\n"
        "extra_css: [mien.css]\nplugins: [search, chemins/strategy]\n"
        "extra: {generator: false, footer: {Mairie: !ENV [TOWN, 'https://example.org/']}}\n"
    )
    text = settings_text(
        {"site_name": "Été : 100 %", "plugins": [], "extra": {"chemins": {"title": "x"}}},
        own,
        ["notre.css"],
        {"glossaire/x.md": "glossaire/x/index.md"},
    )
    assert "!ENV [URL, 'https://example.org/']" in text
    assert "!!python/name:a.b" in text
    assert "chemins/strategy" not in text
    assert "X: glossaire/x/index.md" in text
    assert "Mairie: !ENV [TOWN, 'https://example.org/']" in text
    assert "generator" not in text
    kept = yaml.compose(text, yaml.SafeLoader)
    fields = {key.value: value for key, value in kept.value}
    assert [node.value for node in fields["extra_css"].value] == ["notre.css", "mien.css"]
    assert fields["site_name"].value == "Été : 100 %"
    assert len(fields["nav"].value) == 2


def test_links_of_a_page_written_by_hand_follow_the_records_and_nothing_else_changes():
    files = {"glossaire/qpv.md": "glossaire/qpv/index.md", "demarche.md": "demarche/index.md"}
    text = (
        "[a](../glossaire/qpv.md#x 'y') ![b](b.png) [c](libre.md) qpv.md\n\n[d]: ../demarche.md\n"
    )
    assert relinked(text, "a/libre.md", files) == (
        "[a](../glossaire/qpv/index.md#x 'y') ![b](b.png) [c](libre.md) qpv.md\n\n"
        "[d]: ../demarche/index.md\n"
    )
    assert relinked("[a](qpv.md)", "glossaire/index.md", files) == "[a](qpv/index.md)"
    assert relinked("[a](<qpv.md>)", "glossaire/b.md", files) == "[a](<qpv/index.md>)"
    assert relinked("[a](demarche.md)", "index.md", files) == "[a](demarche/index.md)"


@given(st.text(alphabet="[]()<>:.md #ab\n", max_size=60))
def test_a_text_without_links_to_records_is_copied_as_it_is(text):
    assert relinked(text, "a/b.md", {"glossaire/qpv.md": "glossaire/qpv/index.md"}) == text


@given(st.text(alphabet="a <>&\n\t\r", max_size=60))
def test_an_island_has_no_blank_line_and_says_the_same(text):
    from markupsafe import escape

    def preformatted(html: str) -> str:
        return LexborHTMLParser(html).css_first("pre").text()

    html = f"<div>\n\n<pre>x{escape(text)}</pre>\n \n</div>"
    made = island(html)
    assert all(line.strip() for line in made.split("\n"))
    assert preformatted(made) == preformatted(html)


def test_pages_are_utf_8_with_plain_line_ends(demo_folder):
    for file in Path(demo_folder / "docs").rglob("index.md"):
        assert b"\r" not in file.read_bytes()
