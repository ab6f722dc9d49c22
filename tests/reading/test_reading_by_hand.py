"""A page written by hand is read as strictly as a record, and says what its author wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chemins.reading.by_hand import by_hand_of


def read(text: str) -> tuple[dict[str, object], str, int]:
    """Front matter, body and its line, of a page that nothing is wrong with."""
    page, faults = by_hand_of(text.encode(), "a.md")
    assert faults == []
    return dict(page.meta), page.body, page.body_line


def wrong(text: str | bytes) -> list[str]:
    _, faults = by_hand_of(text.encode() if isinstance(text, str) else text, "a.md")
    return [f"{each.place.line}:{each.place.column} {each.code}" for each in faults]


@pytest.mark.parametrize("title", ["12:30", "no", "012", "2026-01-02", "1e3", "0x1F", "3.10"])
def test_a_title_is_the_text_that_was_typed(title):
    assert read(f"---\ntitle: {title}\n---\nTexte.\n") == ({"title": title}, "Texte.", 4)


def test_other_fields_are_what_yaml_makes_of_them():
    meta, _, _ = read("---\nsearch:\n  exclude: true\n  boost: 2\nhide: [toc, navigation]\n---\n")
    assert meta == {"search": {"exclude": True, "boost": 2}, "hide": ["toc", "navigation"]}


def test_a_value_that_yaml_cannot_read_stays_a_text():
    assert read("---\ndate: 2026-13-45\nprix: =\n---\n")[0] == {"date": "2026-13-45", "prix": "="}


@pytest.mark.parametrize(
    "text",
    [
        "Rappel: apportez une pièce d'identité\n\nTexte.",
        "---\n\nUn filet au début, puis du texte : « oui ».\n\n---\n\nEt un autre.",
        "---\nUn titre souligné\n---\n\nTexte.",
        "---\n- une\n- liste\n---\n",
        "---\n\nRien ne ferme ce filet.",
        "Texte.\n\n---\ntitle: pas un en-tête\n---\n",
        "",
        "---",
    ],
)
def test_a_text_without_a_header_is_published_whole(text):
    assert read(text) == ({}, text, 1)


@pytest.mark.parametrize("text", ["---\n---\nTexte.", "---\n# une note\n---\nTexte."])
def test_an_empty_header_is_no_text(text):
    assert read(text)[:2] == ({}, "Texte.")


@pytest.mark.parametrize(
    "data",
    [
        "\ufeff---\r\ntitle: L’été\r\n---\r\nTexte.\r\n".encode(),
        "---\ntitle: L’e\u0301te\u0301\n---\nTexte.".encode(),
        "\n\n---\ntitle: L’été\n---\n\n\nTexte.".encode(),
        "---\ntitle: L’été\n...\nTexte.".encode(),
    ],
)
def test_marks_line_ends_and_forms_of_accents_change_nothing(data):
    page, faults = by_hand_of(data, "a.md")
    assert (faults, dict(page.meta), page.body) == ([], {"title": "L’été"}, "Texte.")


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("---\ntitle: 'ouvert\n---\n", ["2:8 E-YAML"]),
        ("---\ntitle: a\n\thide: b\n---\n", ["3:1 E-TAB"]),
        ("---\nauthor: &a b\n---\n", ["2:9 E-ANCHOR"]),
        ("---\nx: *a\n---\n", ["2:4 E-ANCHOR"]),
        ("---\nx: !!python/object:os.system b\n---\n", ["2:4 E-TAG"]),
        ("---\ntags: [a]\ntags: [b]\n---\n", ["3:1 E-TWICE"]),
        ("---\ntitle:\n  fr: a\n---\n", ["3:3 E-SHAPE"]),
        ("---\ntitle: Place no #1\n---\n", ["2:17 E-COMMENT"]),
        ("---\ntitle: a\n\n# Titre\n\nTexte", ["6:1 E-UNCLOSED"]),
        ("a: [[[[[[[[[[1]]]]]]]]]]", []),
        ("---\na: [[[[[[[[[[1]]]]]]]]]]\n---\n", ["2:11 E-DEPTH"]),
        ("Texte \u202e caché", ["1:7 E-CHARACTER"]),
        ("Texte \x00", ["1:7 E-CHARACTER"]),
        ("L’été".encode("cp1252"), ["1:2 E-ENCODING"]),
        ("Texte".encode("utf-16"), ["1:1 E-ENCODING"]),
        ("a" * 300_000, ["1:1 E-SIZE"]),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(text, faults):
    assert wrong(text) == faults


@given(
    st.binary(max_size=60)
    | st.text("---\n:#&*![]{}'\"\\ \tab1,?|>%@`", max_size=60).map(str.encode)
)
def test_no_bytes_stop_the_reading(data):
    page, faults = by_hand_of(data, "a.md")
    assert page.body in page.text or faults


@given(st.text("---\n:#&*![]{}'\"\\ \tab1,?|>%@`", max_size=40))
def test_no_front_matter_stops_the_reading(front):
    by_hand_of(f"---\n{front}\n---\nTexte.".encode(), "a.md")
