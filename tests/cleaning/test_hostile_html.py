"""Whatever is pasted into a page written by hand, only what is in the list comes out."""

import time
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from tests.cleaning.trees import beyond, fragment, tree_of
from tests.text.pages import PAYLOADS as TEXTS

from chemins.cleaning.allowed import STANDARD_ATTRIBUTES, STANDARD_TAGS, Allowed
from chemins.cleaning.clean import Cleaner
from chemins.cleaning.places import Source, faults_of
from chemins.reading.encoding import hidden_in

PAYLOADS: list[str] = yaml.safe_load((Path(__file__).parent / "payloads.yml").read_text("utf-8"))
"""HTML that tries to run, to load, to send, to cover the page."""

RENDERED = [
    text
    for text in (*PAYLOADS, *TEXTS)
    # What the reading of a page already stops on: hidden signs, files of a computer.
    if hidden_in(text) is None and "[x](file:" not in text and "](\\" not in text
]
"""What a site builds with in its pages, so that only cleaning stands against it."""

CLEANER = Cleaner(Allowed())
AROUND = [
    "{}",
    "<table><tr><td>{}</td></tr></table>",
    "<svg>{}</svg>",
    "<details><summary>{}</summary></details>",
    "<ul><li><p>{}</p></li></ul>",
    "<pre><code>{}</code></pre>",
]
EXTENSIONS = ["attr_list", "md_in_html", "tables", "admonition", "footnotes", "fenced_code"]

TAGS = [
    *sorted({*STANDARD_TAGS, "script", "style", "iframe", "form", "template", "math", "mi"}),
    *("noscript", "title", "foreignObject", "annotation-xml", "textarea", "xmp", "set", "x"),
    "body",
]
DRAWINGS = ("svg", "g", "path", "circle", "ellipse", "line", "pol", "rect", "text", "tspan")
NAMES = [
    *sorted({name for names in STANDARD_ATTRIBUTES.values() for name in names}),
    *("onclick", "style", "srcdoc", "formaction", "xlink:href", "action", "data-x", "data-md-x"),
    *("aria-label", "type", "ONERROR", "is"),
]
VALUES = st.sampled_from(
    [
        *("", "x", "__config", "__tabbed_1_1", "text-align:right", "color:red", "checkbox", "text"),
        *("javascript:x", "java\tscript:x", "https://a.fr", "../a.md", "//a.fr", "data:,x", "a:b"),
        *('"><script>', "'", "<b>", "&quot;", "&#106;avascript:x"),
    ]
)
ATTRIBUTES = st.tuples(st.sampled_from(NAMES), VALUES).map(
    lambda pair: f"{pair[0]}='{pair[1]}'" if "'" not in pair[1] else f'{pair[0]}="{pair[1]}"'
)
PIECES = st.one_of(
    st.builds(
        lambda tag, attributes: f"<{' '.join((tag, *attributes))}>",
        st.sampled_from(TAGS),
        st.lists(ATTRIBUTES, max_size=3),
    ),
    st.sampled_from([f"</{tag}>" for tag in TAGS]),
    st.sampled_from(["text", " ", "\n", "<!--", "-->", "<![CDATA[", "]]>", "<", ">", "&", "\x00"]),
)
HTML = st.lists(PIECES, max_size=14).map("".join)


def test_the_corpus_is_worth_its_name():
    assert len(PAYLOADS) > 120
    assert len(set(PAYLOADS)) == len(PAYLOADS)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_beyond_the_list_comes_out_wherever_it_stands(payload):
    for around in AROUND:
        cleaned = CLEANER.clean(around.format(payload))
        assert beyond(cleaned.html) == []


@pytest.mark.parametrize("payload", [*PAYLOADS, *TEXTS])
def test_nothing_beyond_the_list_comes_out_of_markdown(payload):
    for around in ("{}", "# {}", "- {}", "a {{ {} }}", "!!! note\n    {}", "| a |\n|-|\n| {} |"):
        html = markdown.markdown(around.format(payload), extensions=EXTENSIONS)
        assert beyond(CLEANER.clean(html).html) == []


@given(HTML)
@example("<table><input type=text></table><svg><style><a title='</style><img src=x>'>")
@example("<p><svg><p><input><iframe src='//a'><script>")
def test_any_html_comes_out_within_the_list_and_stays_so(html):
    cleaned = CLEANER.clean(html)
    assert beyond(cleaned.html) == []
    assert beyond(CLEANER.clean(cleaned.html).html) == []


@given(HTML)
def test_what_is_changed_is_said(html):
    cleaned = CLEANER.clean(html)
    # A part of a drawing outside of one, or the reverse, is nothing to a browser either.
    mixed = any(f"<{tag}" in html for tag in DRAWINGS)
    if not cleaned.dropped and not mixed and "\x00" not in html:
        assert _held(cleaned.html) == _held(html)


@given(HTML, st.integers(1, 4))
def test_every_thing_dropped_is_placed_in_the_text(html, body_line):
    text = f"---\ntitle: x\n---\n{html}"
    source = Source("a.md", text, body_line)
    lines = text.split("\n")
    for fault in faults_of(CLEANER.clean(html).dropped, source):
        assert 1 <= fault.place.line <= len(lines)
        assert fault.place.column + fault.place.width - 1 <= max(
            len(lines[fault.place.line - 1]), 1
        )


def _held(html: str) -> tuple[str, list[str]]:
    """The text of ``html``, and its elements with their attributes, whatever their nesting."""
    nodes = (node for node in fragment(html).traverse() if node.tag not in ("body", "-text"))
    elements = (
        f"{node.tag} {sorted(node.attributes.items())}"
        for node in nodes
        if node.tag and node.tag[0].isalpha()
    )
    return " ".join(fragment(html).text().split()), sorted(elements)


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "svg", "b"])
def test_a_bottomless_page_is_its_text_and_takes_no_time(tag):
    started = time.perf_counter()
    cleaned = CLEANER.clean(f"<p>a</p>{f'<{tag}>' * 5000}<script>b</script> & c")
    assert time.perf_counter() - started < 5
    assert [each.sort for each in cleaned.dropped] == ["deep"]
    assert beyond(cleaned.html) == []
    assert "& c" in fragment(cleaned.html).text()


def test_a_tree_tells_a_page_from_another():
    assert tree_of("<p class=a>x</p>") != tree_of("<p>x</p>") != tree_of("<p>y</p>")
    assert beyond("<p onclick=x>") == ["<p onclick='x'>"]
    assert beyond('<a href="java\tscript:x">') == ["<a href='java\\tscript:x'>"]
