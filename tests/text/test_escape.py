"""Text from outside is shown as it is written, whatever the place it is put in."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import markdown as python_markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup
from tests.text.pages import PAYLOADS, text_of

from chemins.text import escape

ANY = st.text() | st.sampled_from(PAYLOADS)
HOSTILE = st.lists(
    st.sampled_from([*"<>&\"'`#;:%{}[]()|*_~^=+-.!?/\\$@1a é\n\t", "--", "style", "www.", "[["])
).map("".join)


class Reader(HTMLParser):
    """Keeps the tags, attributes and text it reads."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.said += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


@given(ANY | HOSTILE)
def test_text_between_tags_stays_text(text):
    reader = read(f"<p>{escape.html(text)}</p>")
    assert (reader.tags, reader.said) == ([("p", [])], text)


@given(ANY | HOSTILE)
def test_text_in_an_attribute_stays_in_it(text):
    for quote in "\"'":
        reader = read(f"<p title={quote}{escape.attribute(text)}{quote}></p>")
        assert reader.said == ""
        ((tag, attributes),) = reader.tags
        assert (tag, [name for name, _ in attributes]) == ("p", ["title"])
        assert without_forbidden(str(attributes[0][1])) == without_forbidden(text)


def test_markup_is_no_excuse_in_an_attribute():
    assert "<" not in escape.attribute(Markup("<b>"))
    assert '"' not in escape.attribute(Markup('"'))
    assert escape.html(Markup("<b>")) == "<b>"


@given(ANY | HOSTILE)
def test_text_in_a_picture_is_well_formed_xml(text):
    element = ElementTree.fromstring(
        f'<text title="{escape.attribute(text)}">{escape.svg(text)}</text>'
    )
    assert (element.text or "") == without_forbidden(text)
    assert element.get("title") == without_forbidden(text)
    assert len(element) == 0


def without_forbidden(text: str) -> str:
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]", "", text)


@given(ANY | HOSTILE)
def test_text_in_an_address_is_only_a_path(text):
    address = escape.url(text)
    parts = urlsplit(address)
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert unquote(address) == text
    assert not text or escape.safe_url(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org/é?a=1&copy=2#x",
        "HTTP://example.org",
        "http://[::1]:8000/",
        "mailto:mairie@example.org?subject=Bonjour",
        "tel:+33490000000",
        "../acteurs/caf/",
        "/quartiers/",
        "#constat",
        "?q=a:b",
        "page.md",
        "R&D/page.md",
        "a/b:c",
    ],
)
def test_an_address_that_a_page_may_hold_is_kept(address):
    assert escape.safe_url(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "\x01javascript:alert(1)",
        "\u200bjavascript:alert(1)",
        "java\u00adscript:alert(1)",
        "javascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "javascript&#x3a;alert(1)",
        "&#106;avascript:alert(1)",
        "java&Tab;script:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "data:image/png;base64,x",
        "file:///etc/passwd",
        "blob:https://example.org/x",
        "ftp://example.org",
        "view-source:https://example.org",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "&sol;&sol;evil.example",
        "https:evil.example",
        "https:///evil.example",
        "https://",
        "https://user@evil.example",
        "https://gouv.fr:x@evil.example/",
        "https://[::1",
        "http://a b",
        "a b",
        ":x",
        "é:x",
        "1:2",
        "https://example.org/\u202egro",
    ],
)
def test_an_address_that_could_deceive_is_refused(address):
    assert escape.safe_url(address) is None


@given(ANY | HOSTILE)
def test_no_address_that_is_kept_hides_a_scheme_from_a_browser(text):
    for address in (text, f"javascript{text}alert(1)", f"{text}javascript:alert(1)"):
        if escape.safe_url(address) is not None:
            seen = re.sub(r"[\t\n\r]", "", address.strip("".join(map(chr, range(33)))))
            scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", seen)
            assert scheme is None or scheme[1].lower() in {"http", "https", "mailto", "tel"}
            assert not re.match(r"[/\\]{2}", seen)


EXTENSIONS = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "meta"),
    *("sane_lists", "tables", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic"),
    *("pymdownx.details", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.mark"),
    *("pymdownx.snippets", "pymdownx.superfences", "pymdownx.tasklist", "pymdownx.tilde"),
]
PYTHON_MARKDOWN = python_markdown.Markdown(extensions=EXTENSIONS)
COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize("place", ["{}\n", "avant {} après\n", "- {}\n", "# {}\n", "> {}\n"])
@given(text=ANY | HOSTILE)
def test_text_in_markdown_is_shown_as_it_is_written(place, text):
    written = escape.markdown(text)
    assert "\n" not in written
    shown = shown_text(text)
    for convert in (COMMONMARK.render, lambda source: PYTHON_MARKDOWN.reset().convert(source)):
        html = convert(place.format(written or "x"))
        assert shown_text(text_of(html)) == shown_text(place.strip("->#\n ").format(shown or "x"))
        assert tags(html) == tags(convert(place.format("x")))


def tags(html: str) -> list[str]:
    return [tag for tag, _ in read(html).tags]


def shown_text(text: str) -> str:
    kept = re.sub(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]", "", text)
    return re.sub(r"[ \t-\r\x1c-\x1e\x85\u2028\u2029]+", " ", kept).strip(" ")


@given(ANY | HOSTILE)
def test_a_mermaid_label_is_read_back_as_it_is_written(text):
    label = escape.mermaid(text)
    assert not re.search(r'["<>`{}\[\]\n]|%%|--|style|classDef|#(?!\d+;)', label, re.IGNORECASE)
    read_back = re.sub(r"#(\d+);", lambda entity: chr(int(entity[1])), label)
    expected = shown_text(text).strip().replace("ﬂ", "fl").replace("¶ß", "¶\u2060ß")
    assert read_back == (expected or "\u200b")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("L'école, c'est « demain » (2030)", "L'école, c'est « demain » (2030)"),
        ('Dire "non"', "Dire #34;non#34;"),
        ("style : libre;", "#115;tyle : libre#59;"),
        ("1. Agir", "1#46; Agir"),
        ("50 %%{init}", "50 #37;#37;#123;init#125;"),
        ("https://a.fr", "https#58;#47;#47;a.fr"),
        ("", "#8203;"),
    ],
)
def test_a_mermaid_label_stays_readable(text, label):
    assert escape.mermaid(text) == label


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | ANY,
    lambda values: st.lists(values) | st.dictionaries(ANY, values),
    max_leaves=8,
)


@given(JSON)
def test_json_in_a_script_cannot_leave_it(value):
    written = escape.json_script(value)
    assert not re.search("[<>&\u2028\u2029]", written)
    assert json.loads(written) == value


def test_json_in_a_script_can_be_encoded_and_read_by_a_browser():
    assert escape.json_script("\ud800").encode() == b'"\\ud800"'
    with pytest.raises(ValueError, match="JSON"):
        escape.json_script(float("nan"))


@given(ANY | HOSTILE)
def test_a_yaml_scalar_is_read_back_as_it_is_written(text):
    written = f"cle: {escape.yaml(text)}\nautre: x\n"
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        assert yaml.load(written, loader) == {"cle": text, "autre": "x"}
    assert written.count("\n") == 2


@given(ANY | HOSTILE)
def test_a_csv_cell_stays_one_cell_and_no_formula(text):
    for separator in ",;\t":
        line = separator.join(("a", escape.csv(text), "z")) + "\r\n"
        reader = csv.reader(io.StringIO(line, newline=""), delimiter=separator, strict=True)
        ((first, cell, last),) = list(reader)
        assert (first, last) == ("a", "z")
        assert cell in {text, f"'{text}"}
        assert not cell.lstrip().startswith(tuple("=+-@"))
        assert not cell.startswith(("\t", "\r"))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Cité-Verte", "Cité-Verte"),
        ('a "b"; c', '"a ""b""; c"'),
        ("=1+1", "'=1+1"),
        (" @x", "' @x"),
        ("-12", "'-12"),
        ("\t=x", '"\'\t=x"'),
    ],
)
def test_a_csv_cell_reads_as_a_person_expects(text, cell):
    assert escape.csv(text) == cell


@given(ANY | HOSTILE | st.text(min_size=100))
def test_a_file_name_is_one_plain_name(text):
    name = escape.file_name(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert len(name) <= 100
    assert name not in {"con", "prn", "aux", "nul", "com1", "lpt9"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Chaque parent a connaissance de ses droits",
            "chaque-parent-a-connaissance-de-ses-droits",
        ),
        ("L'école à l'Été", "l-ecole-a-l-ete"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "x-con"),
        ("", "x"),
    ],
)
def test_a_file_name_says_what_the_text_says(text, name):
    assert escape.file_name(text) == name


@pytest.mark.parametrize("name", [name for name in vars(escape) if name.islower()])
def test_no_context_fails_on_text_that_no_file_can_hold(name):
    function = getattr(escape, name)
    if name.startswith("_") or getattr(function, "__module__", "") != escape.__name__:
        return
    answer = function("a\ud800\x00b")
    if name not in {"html"} and answer is not None:
        assert str(answer).encode()
