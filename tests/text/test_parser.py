"""The shortcuts of the parser give what the whole parser gives."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from chemins.text.parser import build, is_plain_line, parser

WHOLE = build(shortcuts=False)

LINES = st.sampled_from(
    [
        *(
            "",
            "",
            "Un paragraphe",
            "é",
            "ligne *mise* en",
            "avant",
            "a\u00a0",
            "b  ",
            "c\\",
            "x" * 3,
        ),
        *(
            "- un",
            "- ",
            "-",
            "* deux",
            "+ trois",
            "1. un",
            "2. deux",
            "12) x",
            "  - sous",
            "    - x",
        ),
        *("   suite", "    code", "\tcode", "> cité", ">", "> - x", "---", "===", "***", "# Titre"),
        *("## Titre #", "#pas", "| a | b |", "|---|---|", "|-|", "a | b", "-|-", "```", "~~~ x"),
        *(
            "[d]: x",
            "[d]: <y> 't'",
            "[d]",
            "[[x]]",
            "[[x|y]]",
            "![i](j)",
            "[a](b)",
            "<https://a.fr>",
        ),
        *("<div>", "</div>", "<!--", "-->", "&amp; &#10;", "\\[[x]]", "`[[x]]`", "**x**", "~~y~~"),
        *(
            "- a\n     b",
            "!",
            "![",
            "a!",
            "Texte : ; + - = # $ % @ { } ^",
            " Espace",
            "  Deux",
            "É - é",
        ),
    ]
)
BODY = st.lists(LINES, max_size=14).map("\n".join)


@settings(max_examples=600)
@given(source=BODY | st.text())
@example("- a\n- b\n\n  c\n- d")
@example("1. a\n   - b\n     - c\n- d")
@example("10000. a\n    - b")
@example("> a\n- b")
@example("- a\n\n      - b\n - c")
def test_a_shortcut_never_changes_what_is_read(source):
    assert parser().parse(source, {}) == WHOLE.parse(source, {})
    assert parser().parseInline(source, {}) == WHOLE.parseInline(source, {})


def test_the_parser_is_built_once():
    assert parser() is parser()


SIGNS = st.sampled_from("aéÉ1 .-+*_`#|<>&[]()!:~\\\t\r\n\u00a0\u2028\x0b'\"")


@settings(max_examples=600)
@given(source=LINES | st.text(SIGNS, max_size=12) | st.text(max_size=12))
@example("a\r\rb")
@example("a  b")
@example("Un mot\u00a0: deux")
def test_a_plain_line_is_one_paragraph_of_its_own_text(source):
    if not is_plain_line(source):
        return
    opened, line, closed = WHOLE.parse(source, {})
    assert (opened.type, closed.type) == ("paragraph_open", "paragraph_close")
    assert [(each.type, each.content) for each in line.children or ()] == [("text", source)]


def test_most_lines_are_plain():
    assert is_plain_line("Chaque parent a connaissance de ses droits, et ose s’en servir.")
    assert not any(map(is_plain_line, ("", "a ", "a\n", "a *b*", "- a", "1. a", "a\rb", "# a")))
