from hypothesis import given
from hypothesis import strategies as st

from chemins.addresses import Addresses
from chemins.checks.mentions import broken_mentions
from chemins.content_paths import ContentPaths
from chemins.locales import load
from chemins.records import KINDS
from chemins.records.term import Term
from chemins.strategy import strategy_of
from chemins.text.mentions import mentions

_PIECES = ("[[mot]]", "[[mot|le mot]]", "[[autre]]", "[[", "]]", "`", "|", "\n", "\n> ", " ", "a")


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_a_reference_is_told_broken_exactly_when_the_text_shows_it(body: str) -> None:
    locale = load("fr")
    term = Term(identifier="mot", term="Mot", definition="Un mot.", body=body)
    strategy = strategy_of([term], KINDS, locale)
    paths = ContentPaths([term], [], KINDS, Addresses(locale))
    broken = [each for each in mentions(body) if strategy.resolve.one(each.value) is None]
    assert len(list(broken_mentions(strategy, paths, ()))) == len(broken)
