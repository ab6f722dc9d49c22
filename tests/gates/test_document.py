"""What is read of a built page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chemins.gates.document import Document, read_document, refresh_link, srcset_links
from chemins.gates.stylesheet import css_links

LOADED = {
    "an image": '<img src="{}">',
    "an image at several widths": '<img srcset="{} 2x">',
    "a source of a picture": '<picture><source srcset="{} 320w"></picture>',
    "a script": '<script src="{}"></script>',
    "a module": '<script type="module" src="{}"></script>',
    "a style sheet": '<link rel="stylesheet" href="{}">',
    "a style sheet, in capitals": '<LINK REL="Stylesheet" HREF="{}">',
    "an icon": '<link rel="shortcut icon" href="{}">',
    "an icon for a phone": '<link rel="apple-touch-icon" href="{}">',
    "a preload": '<link rel="preload" as="font" href="{}">',
    "a preloaded image": '<link rel="preload" as="image" imagesrcset="{} 2x">',
    "a module preload": '<link rel="modulepreload" href="{}">',
    "a prefetch": '<link rel="prefetch" href="{}">',
    "a connection": '<link rel="preconnect" href="{}" crossorigin>',
    "a name to resolve": '<link rel="dns-prefetch" href="{}">',
    "a manifest": '<link rel="manifest" href="{}">',
    "a frame": '<iframe src="{}"></iframe>',
    "a page written in a frame": "<iframe srcdoc=\"<img src='{}'>\"></iframe>",
    "a video": '<video src="{}"></video>',
    "the picture of a video": '<video poster="{}"></video>',
    "a sound": '<audio><source src="{}"></audio>',
    "subtitles": '<video><track src="{}"></video>',
    "an embed": '<embed src="{}">',
    "an object": '<object data="{}"></object>',
    "a form": '<form action="{}"></form>',
    "a button of a form": '<form><button formaction="{}"></button></form>',
    "an image button": '<input type="image" src="{}">',
    "a report of a click": '<a href="" ping="{}">x</a>',
    "a symbol": '<svg><use href="{}"/></svg>',
    "a symbol, the old way": '<svg><use xlink:href="{}"/></svg>',
    "an image in a drawing": '<svg><image href="{}"/></svg>',
    "an image in a filter": '<svg><filter><feImage href="{}"/></filter></svg>',
    "a paint in a drawing": '<svg><path fill="url({})"/></svg>',
    "a refresh": '<meta http-equiv="Refresh" content="0; url={}">',
    "a style attribute": "<p style=\"background: url('{}')\">x</p>",
    "a style element": '<style>p {{ background: url("{}") }}</style>',
    "a style element in a drawing": "<svg><style>p {{ background: url({}) }}</style></svg>",
    "an import": '<style>@import "{}";</style>',
    "what is shown without scripts": '<noscript><img src="{}"></noscript>',
}

LINKED = {
    "a link": '<a href="{}">x</a>',
    "an area of a map": '<map><area href="{}"></map>',
    "a link in a drawing": '<svg><a href="{}"><text>x</text></a></svg>',
    "a link in a drawing, the old way": '<svg><a xlink:href="{}"><text>x</text></a></svg>',
    "the canonical address": '<link rel="canonical" href="{}">',
    "another language": '<link rel="alternate" hreflang="en" href="{}">',
    "a licence": '<link rel="license" href="{}">',
    "a link in a framed page": "<iframe srcdoc=\"<a href='{}'>x</a>\"></iframe>",
}

NEITHER = {
    "an image without a source": "<img src>",
    "a comment": '<!-- <img src="{}"> -->',
    "a template": '<template><img src="{}"></template>',
    "a string of a script": "<script>const a = '<img src=\"{}\">'</script>",
    "text": '&lt;img src="{}"&gt;',
    "what is said to be quoted": '<blockquote cite="{}">x</blockquote>',
    "a description": '<meta name="description" content="{}">',
    "a picture for social networks": '<meta property="og:image" content="{}">',
    "a name of a symbol of the page": '<svg><path marker-end="url(#arrow)"/></svg>',
    "a comment of a style sheet": "<style>/* url({}) */</style>",
    "a string of a style sheet": "<style>p::after {{ content: 'url({})' }}</style>",
}


@pytest.mark.parametrize("html", LOADED.values(), ids=LOADED.keys())
def test_what_a_page_fetches_is_seen(html: str) -> None:
    assert read_document(html.format("a/b.c?d")).loads == ("a/b.c?d",)


@pytest.mark.parametrize("html", LINKED.values(), ids=LINKED.keys())
def test_where_a_reader_may_go_is_no_load(html: str) -> None:
    document = read_document(html.format("a/b.c?d"))
    assert document == Document(document.ids, ("a/b.c?d",), ())


@pytest.mark.parametrize("html", NEITHER.values(), ids=NEITHER.keys())
def test_what_no_browser_follows_is_not_seen(html: str) -> None:
    document = read_document(html.format("a/b.c?d"))
    assert (document.ids, document.links, document.loads) == (frozenset(), (), ())


def test_ids_and_named_anchors_are_what_fragments_lead_to() -> None:
    html = '<h2 id="été">x</h2><a name="old"></a><svg><g id="g"/></svg><input name="q"><p id="">'
    assert read_document(html).ids == {"été", "old", "g"}


def test_addresses_are_read_as_browsers_read_them_each_once_in_order() -> None:
    html = '<a href="b?x&amp;y">1</a><a href=a>2</a><a href="b?x&amp;y">3</a>'
    assert read_document(html).links == ("b?x&y", "a")


def test_the_first_base_is_the_one_that_counts() -> None:
    assert read_document('<base target="_top"><base href="/a/"><base href="/b/">').base == "/a/"


def test_bytes_are_read_as_utf_8() -> None:
    assert read_document('\ufeff<a href="é">x</a>'.encode()).links == ("é",)
    assert read_document(b'<a href="\xe9">x</a>').links == ("\ufffd",)


@pytest.mark.parametrize(
    ("srcset", "links"),
    [
        ("a.png", ["a.png"]),
        ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
        ("a.png, b.png", ["a.png", "b.png"]),
        (" a,b.png 100w ,\n c.png", ["a,b.png", "c.png"]),
        ("data:image/png;base64,AA== 1x, b", ["data:image/png;base64,AA==", "b"]),
        ("", []),
        (" , ", []),
    ],
)
def test_a_srcset_is_taken_apart(srcset: str, links: list[str]) -> None:
    assert list(srcset_links(srcset)) == links


@pytest.mark.parametrize(
    ("content", "link"),
    [
        ("0; url=../a/", "../a/"),
        ("0;URL='a b'", "a b"),
        ('5, "a"', "a"),
        ("0 a", "a"),
        ("30", ""),
        ("", ""),
    ],
)
def test_a_refresh_says_where_it_leads(content: str, link: str) -> None:
    assert refresh_link(content) == link


@pytest.mark.parametrize(
    ("css", "links"),
    [
        ("a { b: url(c.png) }", ["c.png"]),
        ("a { b: URL( 'c d.png' ) }", ["c d.png"]),
        ('@import "a.css"; @import url(b.css);', ["a.css", "b.css"]),
        ("@font-face { src: url(a.woff2) format('woff2'), url(b.woff) }", ["a.woff2", "b.woff"]),
        (r"a { b: url(c\29.png) }", ["c).png"]),
        (r"a { b: url('c\'d') }", ["c'd"]),
        ("a { b: url(data:text/css;utf-8,<a/>) }", ["data:text/css;utf-8,<a/>"]),
        ("a { b: url(#c) } c { d: url() }", []),
        ("/* url(a) */ b { c: url(d) } /* url(e)", ["d"]),
        ("a::after { content: 'url(b)' }", []),
        ("a { color: red }", []),
    ],
)  # fmt: skip
def test_a_style_sheet_says_what_it_loads(css: str, links: list[str]) -> None:
    assert list(css_links(css)) == links


@given(st.text())
def test_no_text_stops_the_reading(text: str) -> None:
    read_document(text)
    list(css_links(text))
    list(srcset_links(text))
    refresh_link(text)


@given(st.binary())
def test_no_bytes_stop_the_reading(html: bytes) -> None:
    read_document(html)


@given(st.lists(st.text("ab./#?é&\"'<> ", min_size=1), max_size=5))
def test_every_link_written_is_read_as_it_was_meant(links: list[str]) -> None:
    quoted = [link.replace("&", "&amp;").replace('"', "&quot;") for link in links]
    html = "".join(f'<p><a href="{link}">x</a></p>' for link in quoted)
    assert read_document(html).links == tuple(dict.fromkeys(links))
