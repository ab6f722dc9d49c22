import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from chemins.pages.searched import passages, searchable
from chemins.pages.site import Body, Section


def body(*sections: Section, front: str = "<h1>Titre</h1>") -> Body:
    return Body(description="", front=Markup(front), sections=sections)


def section(html: str, **more: object) -> Section:
    return Section("ici", "Où & quand", Markup(html), **more)  # type: ignore[arg-type]


def texts(page: Body) -> list[tuple[str, str, str]]:
    return [(each.anchor, each.heading, each.text) for each in passages(page)]


def test_a_search_finds_the_words_under_the_heading_that_they_stand_under() -> None:
    page = body(section("<div><p>Au marché</p></div>"), front="<div><h1>Titre</h1>Chapô</div>")
    assert texts(page) == [("", "", "Chapô"), ("ici", "Où &amp; quand", "<p>Au marché</p>")]


def test_a_heading_within_a_text_has_a_passage_of_its_own() -> None:
    page = body(section('<p>Avant</p>\n<h3 id="t-fin">La <em>fin</em></h3>\n<p>Après</p>'))
    assert texts(page)[1:] == [
        ("ici", "Où &amp; quand", "<p>Avant</p>"),
        ("t-fin", "La fin", "<p>Après</p>"),
    ]


def test_a_search_finds_no_picture_and_no_title_of_the_page() -> None:
    page = body(section('<p>Vu</p><svg class="x"><text>dessin</text></svg>'))
    assert "dessin" not in searchable(page)
    assert "Titre" not in searchable(page)


def test_a_search_leaves_out_what_only_repeats_the_titles_of_other_pages() -> None:
    page = body(section("<p>Ailleurs</p>", searched=False))
    assert texts(page) == [("", "", "")]


def test_words_of_two_elements_never_join() -> None:
    page = body(section("<span>Pratiques</span><span>moyen terme</span><td>1</td><td>2</td>"))
    assert texts(page)[1][2] == "Pratiques moyen terme 1 2"


def test_a_link_does_not_cut_a_word_and_leaves_no_attribute() -> None:
    page = body(section('<p class="a">L’<a href="../x/" title="1 &gt; 0">école</a>s</p>'))
    assert texts(page)[1][2] == "<p>L’écoles</p>"


def test_a_sample_keeps_its_lines() -> None:
    page = body(section("<pre><code>un\n  deux</code></pre>"))
    assert texts(page)[1][2] == "<pre><code>un\n  deux</code></pre>"


@given(st.text())
def test_whatever_is_written_an_index_gets_no_tag_that_it_does_not_know(written: str) -> None:
    page = body(section(f'<div title="{escape(written)}"><p>{escape(written)}</p></div>'))
    for passage in passages(page):
        assert set(re.findall(r"<[^>]*>", passage.text)) <= {"<p>", "</p>"}
