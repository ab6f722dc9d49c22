import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from chemins.pages.searched import plain, searchable
from chemins.pages.site import Body, Section


def body(*sections: Section, front: str = "<h1>Titre</h1>") -> Body:
    return Body(description="", front=Markup(front), sections=sections)


def section(html: str, **more: object) -> Section:
    return Section("ici", "Où & quand", Markup(html), **more)  # type: ignore[arg-type]


def text(page: Body) -> str:
    return plain(searchable(page))


def test_a_search_finds_the_words_of_a_page_and_its_headings() -> None:
    page = body(section("<div><p>Au marché</p></div>"), front="<div><h1>Titre</h1>Chapô</div>")
    assert text(page) == "Chapô Où & quand · Au marché"


def test_a_search_finds_no_picture_and_no_title_of_the_page() -> None:
    page = body(section('<p>Vu</p><svg class="x"><text>dessin</text></svg>'))
    assert "dessin" not in searchable(page)
    assert "Titre" not in searchable(page)


def test_a_search_leaves_out_what_only_repeats_the_titles_of_other_pages() -> None:
    page = body(section("<p>Ailleurs</p>", searched=False))
    assert text(page) == ""


def test_words_of_two_elements_never_join() -> None:
    page = body(section("<span>Pratiques</span><span>moyen terme</span><td>1</td><td>2</td>"))
    assert text(page) == "Où & quand · Pratiques moyen terme 1 2"


def test_a_link_does_not_cut_a_word_and_leaves_no_attribute() -> None:
    page = body(section('<p class="a">L’<a href="../x/" title="1 &gt; 0">école</a>s</p>'))
    assert text(page) == "Où & quand · L’écoles"


def test_a_sample_keeps_its_lines() -> None:
    page = body(section("<pre><code>un\n  deux</code></pre>"))
    assert "<pre><code>un\n  deux</code></pre>" in searchable(page)


@given(st.text())
def test_whatever_is_written_an_index_gets_no_tag_that_it_does_not_know(written: str) -> None:
    page = body(section(f'<div title="{escape(written)}"><p>{escape(written)}</p></div>'))
    known = {"<h2>", "</h2>", '<h2 id="ici">', "<p>", "</p>"}
    assert set(re.findall(r"<[^>]*>", searchable(page))) <= known
