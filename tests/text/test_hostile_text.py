"""Nothing that a contributor types becomes markup that they did not mean."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.text.pages import PAYLOADS, Blind, Page, fragment, unexpected

from chemins.text.markdown import inline, plain, render

PLACES = [
    "{}",
    "# {}",
    "- {}\n- x",
    "> {}",
    "**{}**",
    "[{}](page.md)",
    "![{}](image.png)",
    "[[x|{}]]",
    "| a | b |\n|---|---|\n| {} | x |",
    "Tableau : {}\n\n| a |\n|---|\n| b |",
    "```{}\nx\n```",
    "<{}>",
    "[x]({})",
    '[x](https://ok.example "{}")',
    "x\n\n{}\n\nx",
]
PIECES = [
    *"<>\"'&;:/\\[]()!*_~`#|-=+ \n\t.0aé\x00\u00a0\u200b",
    *(
        "javascript:",
        "https://a.fr",
        "data:",
        "<script>",
        "onclick=",
        "[[",
        "]]",
        "](",
        "![",
        "```",
    ),
    *(
        "&#10;",
        "&colon;",
        "&quot;",
        "page.md",
        "\n\n",
        "\n- ",
        "\n| - |\n",
        "\n> ",
        "    ",
        "[d]: ",
    ),
]
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def test_the_corpus_is_worth_its_name():
    assert len(PAYLOADS) >= 100
    assert len(set(PAYLOADS)) == len(PAYLOADS)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_known_attack_gives_more_than_the_allow_list(payload):
    for place in PLACES:
        source = place.format(payload) if place != "{}" else payload
        for links in (Page(), Blind()):
            html = render(source, links, captions=("Tableau",), table_label="Tableau").html
            assert unexpected(html) == [], source
            assert unexpected(inline(source, links)) == [], source


@given(source=HOSTILE | st.text())
def test_no_text_at_all_gives_more_than_the_allow_list(source):
    html = render(source, Page(), captions=("Tableau",), table_label="Tableau").html
    assert unexpected(html) == []
    assert unexpected(inline(source, Page())) == []


@given(source=HOSTILE)
@example("```\na\n\n  \n\nb\n```")
@example("    a\n\n    b")
def test_rendered_text_stands_as_an_island_in_any_markdown_file(source):
    html = str(render(source, Page(), table_label="Tableau").html)
    assert all(line.strip() for line in html.rstrip("\n").split("\n")) or not html


@given(source=HOSTILE)
def test_rendered_text_is_balanced(source):
    html = str(render(source, Page(), table_label="Tableau").html)
    parsed = fragment(html)
    for tag in ("p", "a", "li", "table", "div", "em", "strong", "code", "blockquote"):
        assert html.count(f"</{tag}>") == len(parsed.css(tag)), tag


@given(source=HOSTILE)
def test_identifiers_on_a_page_differ_from_one_another(source):
    rendered = render(source, Page())
    identifiers = [heading.identifier for heading in rendered.headings]
    assert len(set(identifiers)) == len(identifiers)
    assert all(identifier.startswith("t-") for identifier in identifiers)


@pytest.mark.parametrize(
    "source",
    [
        *("[" * 5000, "![" * 3000, "[[" * 5000, "[[a" * 3000, "*_" * 3000, "> " * 3000),
        *("`" * 5000, "[[" + " " * 5000, "[[a" + " " * 5000, "- " * 2000, "<a" * 3000),
        *("# a\n" * 2000, "[a](" * 2000, "&#" * 3000, "a\n" * 3000 + "---"),
        "|a" * 2000 + "\n" + "|-" * 2000,
    ],
)
def test_a_text_made_to_be_slow_is_not(source):
    start = time.process_time()
    render(source, Page())
    plain(source, 160)
    assert time.process_time() - start < 3
