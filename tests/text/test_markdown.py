"""A record's body is shown as its author meant it."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.pages import Blind, Page, fragment, text_of
from tests.text.test_hostile_text import HOSTILE

from chemins.text.markdown import Heading, inline, plain, render


def html(source: str, **options: object) -> str:
    return str(render(source, Page(), **options).html)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "Un *mot* et **deux**, ~~trois~~.",
            "<p>Un <em>mot</em> et <strong>deux</strong>, <s>trois</s>.</p>\n",
        ),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>\n'),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("a  \nb\nc", "<p>a<br>\nb\nc</p>\n"),
        ("---", "<hr>\n"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>\n"),
        ("```py x\n<b>\n```", '<pre><code class="language-py">&lt;b&gt;\n</code></pre>\n'),
        ("    a", "<pre><code>a\n</code></pre>\n"),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>\n"),
        ("a &amp; b", "<p>a &amp; b</p>\n"),
        ("https://a.fr", "<p>https://a.fr</p>\n"),
        ("", ""),
    ],
)
def test_markdown_becomes_html(source, expected):
    assert html(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[[x]]", '<a href="../changements/x/">Titre de x</a>'),
        ("[[x|les mots]]", '<a href="../changements/x/">les mots</a>'),
        ("[[change:x]]", '<a href="../changements/x/">Titre de change:x</a>'),
        ("[[ x ]]", '<a href="../changements/x/">Titre de x</a>'),
        ("[[x|x]]", '<a href="../changements/x/">x</a>'),
        ("[[absent]]", "absent"),
        ("[[absent|les mots]]", "les mots"),
        ("`[[x]]`", "<code>[[x]]</code>"),
        (r"\[[x]]", "[[x]]"),
        ("[[]]", "[[]]"),
        ("[[ ]]", "[[ ]]"),
        ("**[[x]]**", '<strong><a href="../changements/x/">Titre de x</a></strong>'),
        ("[voir [[x]]](a.md)", '[voir <a href="../changements/x/">Titre de x</a>](a.md)'),
        ("[a](b.md)", '<a href="b">a</a>'),
        ('[a](b.md "t")', '<a href="b" title="t">a</a>'),
        ("[a](<été 1.md>)", '<a href="%C3%A9t%C3%A9%201">a</a>'),
        ("[a *b*](absent.md)", "a <em>b</em>"),
        ("[a](https://b.fr)", '<a href="https://b.fr" rel="noopener">a</a>'),
        ("<https://b.fr>", '<a href="https://b.fr" rel="noopener">https://b.fr</a>'),
        ("<a@b.fr>", '<a href="mailto:a@b.fr">a@b.fr</a>'),
        ("[a](tel:+33490)", '<a href="tel:+33490">a</a>'),
        ("[a](javascript:b)", "[a](javascript:b)"),
        ("[a](//b.fr)", "[a](//b.fr)"),
        ("![a](b.png)", '<img src="b.png" alt="a" loading="lazy">'),
        ("![](b.png)", '<img src="b.png" alt="" loading="lazy">'),
        ("![a *b* [[x]]](b.png)", '<img src="b.png" alt="a b x" loading="lazy">'),
        ("![a](absent.md)", "a"),
        ("![a](https://b.fr/c.png)", '<a href="https://b.fr/c.png" rel="noopener">a</a>'),
        (
            "![](https://b.fr/c.png)",
            '<a href="https://b.fr/c.png" rel="noopener">https://b.fr/c.png</a>',
        ),
        ("[![a](https://b.fr/c.png)](d.md)", '<a href="d">a</a>'),
        ("[![a](c.png)](d.md)", '<a href="d"><img src="c.png" alt="a" loading="lazy"></a>'),
    ],
)
def test_links_lead_where_they_may(source, expected):
    assert html(source) == f"<p>{expected}</p>\n"
    assert inline(source, Page()) == expected


def test_a_page_without_links_still_shows_all_the_words():
    assert render("[[x]] [a](b.md) ![c](d.png)", Blind()).html == "<p>x a c</p>\n"


def test_a_link_to_a_heading_of_the_same_body_follows_it():
    assert '<a href="#t-constat">a</a>' in html("[a](#constat)\n\n# Constat")
    assert '<a href="#ailleurs">a</a>' in html("[a](#ailleurs)\n\n# Constat")


def test_no_level_of_heading_is_skipped_nor_above_the_level_given():
    source = "## A\n\n#### B\n\n### C\n\n## D\n\n# E\n\n###### F"
    levels = [heading.level for heading in render(source, Page(), level=2).headings]
    assert levels == [2, 3, 3, 2, 2, 3]
    deep = "\n\n".join(f"{'#' * depth} x" for depth in range(1, 7))
    assert [heading.level for heading in render(deep, Page(), level=4).headings] == [
        4,
        5,
        6,
        6,
        6,
        6,
    ]


def test_headings_are_told_to_the_table_of_contents():
    rendered = render(
        "# L'*été* [[x]]\n\n## Bilan\n\n## Bilan\n\n## Bilan 2\n\n## ?", Page(), prefix="r-"
    )
    assert rendered.headings == (
        Heading("r-l-ete-x", "L'été x", 3),
        Heading("r-bilan", "Bilan", 4),
        Heading("r-bilan-2", "Bilan", 4),
        Heading("r-bilan-2-2", "Bilan 2", 4),
        Heading("r-1", "?", 4),
    )
    body = fragment(rendered.html)
    for heading in rendered.headings:
        assert body.css_first(f"h{heading.level}#{heading.identifier}") is not None


def test_a_number_in_a_title_takes_no_identifier_of_another():
    rendered = render("# Bilan 2\n\n# Bilan\n\n# Bilan", Page())
    identifiers = [heading.identifier for heading in rendered.headings]
    assert identifiers == ["t-bilan-2", "t-bilan", "t-bilan-3"]


TABLE = "| a | b |\n|:--|--:|\n| c | [[x\\|d]] |\n"


def test_a_table_can_be_read_by_all():
    assert html(TABLE, table_label="Tableau") == (
        '<div class="table" tabindex="0" role="region" aria-label="Tableau"><table>\n'
        '<thead>\n<tr><th scope="col" class="left">a</th>'
        '<th scope="col" class="right">b</th></tr>\n'
        '</thead>\n<tbody>\n<tr><td class="left">c</td>'
        '<td class="right"><a href="../changements/x/">d</a></td></tr>\n</tbody>\n</table></div>\n'
    )


@pytest.mark.parametrize(
    "announcement",
    ["Tableau : ", "Table : ", "Tableau\u00a0: ", "Tableau\u202f: ", "tableau: ", "Tableau :\n"],
)
def test_the_paragraph_before_a_table_is_its_caption(announcement):
    source = f"Avant.\n\n{announcement}les *mesures*\n\n{TABLE}"
    written = html(source, captions=("Table", "Tableau :"), table_label="Tableau")
    assert "<caption>les <em>mesures</em></caption>" in written
    assert 'aria-label="les mesures"' in written
    assert "Avant" in written
    assert announcement.strip() not in written


@pytest.mark.parametrize(
    "paragraph", ["Tableaux : a", "Tableau :", "Un tableau : a", "# Tableau : a"]
)
def test_another_paragraph_before_a_table_stays_one(paragraph):
    written = html(f"{paragraph}\n\n{TABLE}", captions=("Tableau",), table_label="Tableau")
    assert "<caption>" not in written
    assert paragraph.strip("# ") in written


def test_two_tables_of_a_page_have_two_names():
    written = html(f"{TABLE}\nx\n\n{TABLE}", table_label="Tableau")
    assert 'aria-label="Tableau"' in written
    assert 'aria-label="Tableau 2"' in written


def test_a_table_without_a_name_has_no_role():
    assert '<div class="table" tabindex="0"><table>' in html(TABLE)


@pytest.mark.parametrize(
    "source", ["L'école", "Un *mot*", "a\nb", "a\r\n\r\nb", "# a", "- a", "<b>", ""]
)
def test_a_line_has_no_paragraph_around_it_nor_a_line_end(source):
    written = inline(source, Page())
    assert "<p>" not in written
    assert "\n" not in written
    assert text_of(written) == " ".join(source.replace("*", "").split())


def test_plain_text_has_no_markup():
    source = (
        f"# L'*été*\n\nUn [[x|lien]], [[y]], ![image](a.png)\nsuite.\n\n```\ncode\n```\n\n{TABLE}"
    )
    assert plain(source) == "L'été Un lien, y, image suite. a b c d"


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (40, "Les parents, eux, savent à qui parler."),
        (24, "Les parents, eux…"),
        (19, "Les parents, eux…"),
        (13, "Les parents…"),
        (12, "Les parents…"),
        (11, "Les…"),
        (3, "Le…"),
        (1, "…"),
        (0, ""),
    ],
)
def test_plain_text_is_cut_after_a_word(limit, expected):
    assert plain("Les **parents**, eux, savent à qui parler.", limit) == expected


@given(source=HOSTILE | st.lists(HOSTILE).map("\n\n".join), limit=st.integers(0, 40))
def test_the_front_of_a_text_is_the_same_however_much_is_read(source, limit):
    whole, cut = plain(source), plain(source, limit)
    assert len(cut) <= limit
    assert cut == whole if len(whole) <= limit else cut == plain_cut(source, limit)


def test_a_definition_at_the_end_counts_at_the_front():
    source = "Un [mot][d] et [d].\n\n" + "Suite. " * 20 + "\n\n[d]: page.md"
    assert plain(source, 10) == "Un mot et…"
    assert plain(source.replace("[d]:", "d"), 12) == "Un [mot][d]…"


def plain_cut(source: str, limit: int) -> str:
    # A definition that nothing uses makes the whole source be read.
    return plain(f"[unused-definition]: x\n\n{source}", limit)


def test_threads_may_render_at_once():
    source = f"# Titre\n\n[[x]] et **y**\n\n{TABLE}"
    expected = html(source)
    seen: set[str] = set()

    def work() -> None:
        seen.update(html(source) for _ in range(20))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == {expected}
