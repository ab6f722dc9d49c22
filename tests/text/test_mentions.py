"""What a body refers to is named with its line and column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.test_hostile_text import HOSTILE
from tests.text.test_parser import BODY

from chemins.text.markdown import Target, render
from chemins.text.mentions import mentions


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Rien à voir ici.", []),
        ("a [[x]] b", ["1:5 reference x"]),
        ("[[ x |les mots]]", ["1:4 reference x"]),
        ("# T [[change:x]] #", ["1:7 reference change:x"]),
        ("`[[x]]` [[x]]", ["1:11 reference x"]),
        ("```\n[[x]]\n```\n\n    [[x]]\n\n[[x]]", ["7:3 reference x"]),
        (r"\[[x]] [[y]]", ["1:10 reference y"]),
        ("a\n  b [[x]]\n[[x]]", ["2:7 reference x", "3:3 reference x"]),
        ("> - [[x]] [[x]]\n>   [[x]]", ["1:7 reference x", "1:13 reference x", "2:7 reference x"]),
        ("a\r\n[[x]]\r\n\r\n[[y]]", ["2:3 reference x", "4:3 reference y"]),
        ("\x01\x02[[x]]", ["1:5 reference x"]),
        ("[a](b.md)", ["1:5 link b.md"]),
        ("[a]( <b c.md> 't')", ["1:7 link b c.md"]),
        ("![a [[x]] [c](d)](b.png)", ["1:19 image b.png"]),
        ("[![a](b.png)](c.md)", ["1:7 image b.png", "1:15 link c.md"]),
        ("[a][d] [d]\n\n[d]: b.md", ["1:1 link b.md", "1:8 link b.md"]),
        ("<https://a.fr> <a@b.fr> <a:b>", ["1:2 link https://a.fr", "1:17 link mailto:a@b.fr"]),
        ("[a](javascript:b)", ["1:5 link javascript:b"]),
        ("| a | b |\n|-|-|\n| [[x]] | [[x]] |", ["3:5 reference x", "3:13 reference x"]),
        ("| a | b |\n|-|-|\n| [[x\\|y]] | [[z]] |", ["3:5 reference x", "3:16 reference z"]),
    ],
)
def test_a_mention_is_found_where_it_stands(source, expected):
    found = mentions(source)
    assert [f"{seen.line}:{seen.column} {seen.what} {seen.value}" for seen in found] == expected
    lines = source.replace("\r\n", "\n").split("\n")
    for seen in found:
        text = lines[seen.line - 1][seen.column - 1 :][: seen.width]
        assert text == seen.value.removeprefix("mailto:") or text.startswith("[")


class Asked:
    """Links that remember what they were asked."""

    def __init__(self) -> None:
        self.references: list[str] = []
        self.addresses: list[str] = []

    def reference(self, reference: str) -> Target | None:
        self.references.append(reference)
        return None

    def address(self, href: str) -> str | None:
        self.addresses.append(href)
        return None


@given(source=HOSTILE | BODY | st.text())
def test_what_a_page_asks_for_is_what_checks_are_told_of(source):
    asked, found = Asked(), mentions(source)
    render(source, asked)
    assert asked.references == [seen.value for seen in found if seen.what == "reference"]
    assert set(asked.addresses) <= {seen.value for seen in found if seen.what != "reference"}


@given(source=HOSTILE | BODY | st.text())
def test_a_mention_is_always_within_the_source(source):
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for seen in mentions(source):
        assert 1 <= seen.line <= len(lines)
        assert seen.column >= 1
        assert seen.column + seen.width - 1 <= len(lines[seen.line - 1])
        if seen.what == "reference":
            text = lines[seen.line - 1][seen.column - 1 :][: seen.width]
            assert text.translate(dict.fromkeys(range(32), " ")) == seen.value or text >= "\x7f"
