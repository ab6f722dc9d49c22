"""What is dropped is found in the Markdown, where its author has to change it."""

import time

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chemins.cleaning.allowed import Allowed
from chemins.cleaning.clean import Cleaner, Dropped
from chemins.cleaning.places import MOST, Source, faults_of
from chemins.cleaning.verbatim import without_code

CLEANER = Cleaner(Allowed())
EXTENSIONS = ["attr_list", "pymdownx.superfences", "admonition", "footnotes"]


def places(text: str, body_line: int = 1) -> list[str]:
    """Where what rendering ``text`` drops is told."""
    body = "\n".join(text.split("\n")[body_line - 1 :])
    html = markdown.markdown(body, extensions=EXTENSIONS)
    faults = faults_of(CLEANER.clean(html).dropped, Source("a.md", text, body_line))
    return [
        f"{each.place.line}:{each.place.column}+{each.place.width} {each.variant}"
        for each in faults
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\n<script>x</script>", ["3:1+7 script"]),
        ("a <nom> b <nom> c", ["1:3+4 unknown", "1:11+4 unknown"]),
        ("`<nom>` puis <nom>", ["1:14+4 unknown"]),
        ("``` html\n<nom>\n```\n\nb <nom>", ["5:3+4 unknown"]),
        ("<!-- <nom> -->\n\nb <nom>", ["3:3+4 unknown"]),
        ("-   a\n\n    ~~~\n    <nom>\n    ~~~\n\nb <nom>", ["7:3+4 unknown"]),
        ("[a](javascript:x)", ["1:5+12 address"]),
        ("[a](javascript&#58;x)", ["1:3+2 address"]),
        ('[a](b.md){ onclick="x" }', ["1:12+7 handler"]),
        ("# Titre { #__config }", ["1:12+8 name"]),
        ("!!! note\n    <p style='color:red'>x</p>", ["2:8+5 style"]),
        ("---\ntitle: <b onclick=x>\n---\n<b onclick=x>y</b>", ["4:4+7 handler"]),
    ],
)  # fmt: skip
def test_a_thing_is_found_where_it_is_written(text, expected):
    assert places(text, 4 if text.startswith("---") else 1) == expected


def test_what_an_extension_wrote_is_told_at_the_top_of_the_page():
    dropped = [Dropped("style", "div", "style", "width:65%")]
    fault = next(faults_of(dropped, Source("a.md", "[=65%]")))
    assert (fault.place.line, fault.place.column) == (1, 1)


def test_a_page_of_faults_is_told_in_part():
    faults = list(faults_of([Dropped("unknown", "x")] * 1000, Source("a.md", "<x>" * 1000)))
    assert len(faults) == MOST
    assert len({fault.place.column for fault in faults}) == MOST


@given(st.text("`~<>!-ab \n1.*", max_size=200))
def test_every_sign_keeps_its_place_without_code(text):
    bare = without_code(text)
    assert len(bare) == len(text)
    assert [len(line) for line in bare.split("\n")] == [len(line) for line in text.split("\n")]
    assert all(after in (before, " ") for before, after in zip(text, bare, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "`" * 200_000,
        "` `` " * 40_000,
        "```\n" * 60_000,
        "<!--" * 60_000,
        " " * 250_000,
        "1" * 250_000,
    ],
    ids=["ticks", "runs", "fences", "comments", "blanks", "digits"],
)
def test_no_text_takes_long(text):
    started = time.perf_counter()
    without_code(text)
    assert time.perf_counter() - started < 2
