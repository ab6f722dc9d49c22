"""No text that a contributor types becomes a tag, an attribute or an address of a page."""

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pages.filled import SCHEMES, addresses, filled, marks, of_texts, one_line, parsed
from tests.text.pages import PAYLOADS

from chemins.addresses import Addresses
from chemins.content_paths import ContentPaths
from chemins.exports.strategy_json import strategy_json
from chemins.locales import load
from chemins.pages.build import site_of
from chemins.pages.context import Context
from chemins.pages.whole import whole
from chemins.reading.encoding import hidden_in
from chemins.records import KINDS, Action, Record, Term, Territory
from chemins.strategy import strategy_of

FR = load("fr")
OURS = [
    "</h1><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "&lt;script&gt;",
    "--> ]]> </svg></text><script>",
    "# x\n\n## y",
    "%0d%0aSet-Cookie: x",
]
HOSTILE = [*OURS, *PAYLOADS[::4]]
EVERY = {kind.kind: kind for kind in KINDS}


def site(text: str, **fields: Any) -> dict[str, str]:
    """The pages of a strategy that says ``text`` everywhere, by address."""
    records = [
        filled(kind, text, name, **fields)
        for kind in KINDS
        for name in (("un", "deux") if kind.folder else (kind.kind,))
    ]
    strategy = strategy_of(records, KINDS, FR)
    context = made(strategy)
    return {page.address: str(whole(context, page.draw())) for page in site_of(context).pages}


def made(strategy) -> Context:
    addresses = Addresses(FR)
    return Context(strategy, addresses, ContentPaths(strategy.records, (), KINDS, addresses))


@cache
def expected() -> dict[str, set[tuple[str, str]]]:
    """The marks of each page when every text is a word, and those that texts may bring."""
    return {address: marks(html) | of_texts() for address, html in site("parole").items()}


def strangers(pages: dict[str, str]) -> list[str]:
    """What no text may bring to a page."""
    found = []
    for address, html in pages.items():
        found += [f"{address}: {mark}" for mark in marks(html) - expected()[likewise(address)]]
        for href in addresses(html):
            scheme = ":" in href.split("/")[0].split("?")[0].split("#")[0]
            if href.startswith("//") or (scheme and not href.lower().startswith(SCHEMES)):
                found.append(f"{address}: {href}")
    return found


def likewise(address: str) -> str:
    """The address of the same page when every text is a word: the word of a lead is in one."""
    leads = Addresses(FR).shelf(Action, "lead", "")[:-1]
    return f"{leads}parole/" if address.startswith(leads) else address


@pytest.mark.parametrize("text", HOSTILE)
def test_no_known_attack_changes_the_marks_of_any_page(text):
    assert strangers(site(text)) == []


@given(
    st.lists(
        st.sampled_from([*"<>\"'&[]()*_`#|\n /:;={}%\\", "script", "x", "é", "]]>"]), max_size=12
    )
)
@settings(max_examples=25)
def test_no_text_at_all_changes_the_marks_of_any_page(pieces):
    assert strangers(site("".join(pieces) or "x")) == []


@pytest.mark.parametrize("text", [text for text in HOSTILE if not hidden_in(text)])
def test_a_title_comes_back_whole_wherever_it_is_shown(text):
    title = squeezed(one_line(text))
    pages = site(text)
    for kind in KINDS:
        folder = Addresses(FR).index(kind) if kind.folder else None
        if folder:
            assert squeezed(parsed(pages[f"{folder}un/"]).css_first("h1").text()) == title, kind
            for node in parsed(pages[folder]).css(".articles__title"):
                # Two quartiers of one name say their town too, which has this name here.
                assert squeezed(node.text()) in (title, f"{title}({title})"), kind


def squeezed(text: str) -> str:
    """``text`` without what typography changes: blanks, and which apostrophe."""
    return "".join(text.replace("’", "'").split())


@pytest.mark.parametrize("text", ["</script><script>", 'é\u00a0’"', "{{ x }}"])
def test_the_open_data_holds_what_was_typed(text):
    records = [filled(kind, text) for kind in KINDS]
    strategy = strategy_of(records, KINDS, FR)
    for row in json.loads("".join(strategy_json(strategy, Addresses(FR))))["records"]:
        kind: type[Record] = EVERY[row["kind"]]
        assert row["body"] == text
        if kind not in (Territory, Term) and kind.heading == "title":
            assert row["title"] == one_line(text)
