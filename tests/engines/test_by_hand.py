"""Pages written by hand, as published: what their authors wrote, and nothing that acts."""

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from tests.cleaning.test_hostile_html import PAYLOADS
from tests.cleaning.trees import beyond
from tests.engines.sites import SETTINGS, Run, built, program, read, small
from tests.indexed import found_in
from tests.text.pages import PAYLOADS as TEXTS

from chemins.engines.folder import write_pages
from chemins.policy import directives_of
from chemins.reading.encoding import hidden_in

FRAMES = SETTINGS.replace(
    "{pdf: no}", "{pdf: no, html: {tags: [iframe], frames: ['https://carte.exemple.fr']}}"
)
ATTRIBUTES = SETTINGS + "markdown_extensions: [attr_list, md_in_html]\n"


def page_of(folder, text: str, settings: str = SETTINGS) -> tuple[Run, str]:
    """A build of a site with ``text`` as a page, and the HTML of that text."""
    run = built(small(folder, {"libre.md": text}, settings))
    if run.code:
        return run, ""
    return run, read(folder / "site", "libre/").css_first(".prose").inner_html or ""


def test_a_script_is_dropped_and_told_with_its_line_and_its_act(tmp_path):
    run, html = page_of(tmp_path, "# Libre\n\nUn mot.\n\n<script>alert(1)</script>\n")
    assert run.code == 0
    assert "content/libre.md:5:1  W-HTML  Ce script n’est pas publié." in run.said
    assert "extra_javascript" in run.said
    assert ("alert" in html, "Un mot." in html) == (False, True)


def test_a_thing_dropped_stops_a_strict_build(tmp_path):
    small(tmp_path, {"libre.md": "# Libre\n\n<p onclick='x()'>x</p>\n"})
    run = built(tmp_path / "mkdocs.yml", strict=True)
    assert (run.code, run.said.count("W-HTML")) == (1, 1), run.said
    assert not (tmp_path / "site").exists()


def test_mkdocs_alone_cleans_too(tmp_path):
    small(tmp_path, {"libre.md": "# Libre\n\n<p onclick='x()'>x</p>\n"})
    run = program("mkdocs", "build", cwd=tmp_path)
    assert (run.code, "libre.md:3:4  W-HTML" in run.said) == (0, True), run.said
    assert "onclick" not in (tmp_path / "site/libre/index.html").read_text("utf-8")


def test_a_page_of_all_sorts_of_html_holds_nothing_beyond_the_list(tmp_path, monkeypatch):
    # What leads out of the folder would stop the build before anything is cleaned.
    monkeypatch.setattr("chemins.edition.check_written", lambda *_: ())
    texts = [text for text in (*PAYLOADS, *TEXTS) if hidden_in(text) is None]
    page = "\n\n".join(f"{text}\n\n- {text}\n\n> {text}" for text in texts)
    small(tmp_path, {"libre.md": f"# Libre\n\n{page}\n\nFin.\n"}, ATTRIBUTES)
    # Addresses of other sites are for the gates: MkDocs alone builds all the same.
    build(load_config(str(tmp_path / "mkdocs.yml")))
    prose = read(tmp_path / "site", "libre/").css_first(".prose")
    assert len(prose.text()) > len(texts)
    assert beyond(prose.inner_html or "") == []


@pytest.mark.parametrize("title", ["12:30", "no", "012", "2026-01-02", '<b>gras</b> & "l\'été"'])
def test_the_title_is_what_was_typed(tmp_path, title):
    run, _ = page_of(tmp_path, f"---\ntitle: {title}\n---\nTexte.\n")
    assert run.code == 0, run.said
    page = read(tmp_path / "site", "libre/")
    assert page.css_first("title").text().startswith(f"{title} – ")


def test_a_text_that_looks_like_a_field_is_published(tmp_path):
    _, html = page_of(tmp_path, "Rappel: apportez une pièce d'identité.\n\nMerci.\n")
    assert "Rappel: apportez" in html


def test_a_header_that_does_not_read_stops_the_build(tmp_path):
    run, _ = page_of(tmp_path, "---\ntitle: [Brouillon] Libre\n---\nTexte.\n")
    assert (run.code, "content/libre.md:2:20  E-YAML" in run.said) == (1, True), run.said


def test_a_hidden_sign_written_by_its_number_stops_the_build(tmp_path):
    run, _ = page_of(tmp_path, "# Libre\n\nUn texte &#x202E;caché.\n")
    assert (run.code, "content/libre.md:3:10  E-CHARACTER" in run.said) == (1, True), run.said


def test_the_search_takes_a_title_as_it_is_typed(tmp_path):
    front = "title: <img src=x onerror=alert(1)>\ntags: ['<img src=x onerror=alert(2)>', mot]\n"
    run, _ = page_of(tmp_path, f"---\n{front}---\nTexte.\n")
    assert run.code == 0, run.said
    assert found_in(tmp_path / "site")["libre/"].title == "<img src=x onerror=alert(1)>"


def test_a_site_may_allow_frames_of_a_site_and_its_pages_say_so(tmp_path):
    frame = '<iframe src="https://carte.exemple.fr/qpv" title="La carte"></iframe>'
    run, html = page_of(tmp_path, f"# Libre\n\n{frame}\n", FRAMES)
    assert (run.code, frame in html) == (0, True), run.said
    site = tmp_path / "site"
    policies = {
        address: read(site, address).css_first("meta").attributes["content"] or ""
        for address in ("libre/", "", "confidentialite/")
    }
    framed = {address: directives_of(said).get("frame-src") for address, said in policies.items()}
    assert framed == {
        "libre/": ("'self'", "https://carte.exemple.fr"),
        "": None,
        "confidentialite/": None,
    }
    privacy = read(site, "confidentialite/").css_first("article").text()
    assert ("carte.exemple.fr" in privacy, "à aucun autre site" in privacy) == (True, False)


def test_a_frame_of_another_site_is_dropped_all_the_same(tmp_path):
    frame = '<iframe src="https://ailleurs.exemple/" title="x"></iframe>'
    run, html = page_of(tmp_path, f"# Libre\n\n{frame}\n", FRAMES)
    assert (run.code, "W-HTML" in run.said, "iframe" in html) == (0, True, False), run.said


def test_a_site_says_that_it_asks_nothing_of_others(tmp_path):
    assert page_of(tmp_path, "# Libre\n")[0].code == 0
    privacy = read(tmp_path / "site", "confidentialite/").css_first("article").text()
    assert "Il ne fait appel à aucun autre site." in privacy


def test_no_setting_lets_a_script_in_whoever_builds(tmp_path):
    settings = SETTINGS.replace("{pdf: no}", "{pdf: no, html: {tags: [script]}}")
    small(tmp_path, {}, settings)
    for name in ("chemins", "mkdocs"):
        run = program(name, "build", cwd=tmp_path)
        assert run.code, name
        assert "mkdocs.yml:4:" in run.said, run.said
        assert "S-HTML" in run.said, run.said
        assert "Traceback" not in run.said


SUPERFENCES = """\
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
"""
FENCE = "# Un dessin\n\n```mermaid\ngraph LR\n  A --> B\n```\n"


def test_a_diagram_as_material_writes_it_asks_nothing_of_another_site(tmp_path):
    drawn = SETTINGS.replace("{pdf: no}]", "{pdf: no}, mermaid2]") + SUPERFENCES
    run, html = page_of(tmp_path / "drawn", FENCE, drawn)
    assert (run.code, '<div class="mermaid">graph LR' in html) == (0, True), (run.said, html)
    run, html = page_of(tmp_path / "shown", FENCE, SETTINGS + SUPERFENCES)
    assert (run.code, "mermaid" in html, "graph LR" in html) == (0, False, True), (run.said, html)


def test_a_folder_of_pages_says_that_it_cleans_nothing(tmp_path):
    config = small(tmp_path, {"libre.md": "# Libre\n\n<p onclick='x()'>x</p>\n"})
    said: list[str] = []
    assert write_pages(config, tmp_path / "pages", said.append) == 0
    assert "Une page écrite à la main est copiée telle quelle" in said[-1]
    small(tmp_path / "none", {})
    assert write_pages(tmp_path / "none/mkdocs.yml", tmp_path / "none/pages", said.append) == 0
    assert "telle quelle" not in said[-1]
