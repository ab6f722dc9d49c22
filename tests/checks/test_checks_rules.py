"""No rule raises, whatever the strategy; what could not be read is never taken for an absence."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers import edition
from tests.strategies import strategy_files

from chemins.checks.rules import COHERENCE, RULES
from chemins.faults.report import Reporter
from chemins.locales import LANGUAGES, load
from chemins.records import KINDS
from chemins.records.actor import Actor, ActorType
from chemins.records.change import Change, Dimension, Horizon
from chemins.records.contribution import Contribution, Strength
from chemins.records.draft import Draft
from chemins.records.lesson import Lesson
from chemins.records.quartier import Quartier
from chemins.records.session import Idea, Outcome, Session
from chemins.records.vision import Vision
from chemins.strategy import Strategy, strategy_of
from chemins.strategy.residents import are_residents, speaks_of_residents

NAMES = ("un", "deux", "trois", "quatre", "absent")
"""Few, so that links meet: to themselves, twice, to what is of another kind or not there."""

names = st.sampled_from(NAMES)
texts = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            [
                "PMI",
                "(PMI)",
                "bénéficiaires",
                "«",
                "»",
                "`",
                "ET",
                "sensible",
                "quartier",
                "\n",
                ">",
            ]
        ),
        max_size=8,
    ).map(" ".join),
)
titles = texts.map(lambda text: " ".join(text.split()))
links = st.lists(
    st.builds(Contribution, to=names, strength=st.none() | st.sampled_from(Strength)), max_size=4
).map(tuple)
changes = st.builds(
    Change,
    identifier=names,
    title=titles,
    body=texts,
    dimension=st.sampled_from(Dimension),
    horizon=st.sampled_from(Horizon),
    who_changes=st.lists(st.sampled_from([*NAMES, "parents", "services"]), max_size=2).map(tuple),
    quartiers=st.lists(names, max_size=2).map(tuple),
    contributes_to=links,
)
ideas = st.builds(
    Idea,
    text=titles,
    outcome=st.none() | st.sampled_from(Outcome),
    becomes=st.lists(names, max_size=2).map(tuple),
)
sessions = st.builds(
    Session,
    identifier=names,
    title=titles,
    quartier=st.none() | names,
    publics=st.lists(titles, max_size=1).map(tuple),
    present=st.lists(st.tuples(titles, st.integers(0, 9)), max_size=2).map(tuple),
    ideas=st.lists(ideas, max_size=2).map(tuple),
)
records = st.one_of(
    changes,
    changes,
    sessions,
    st.builds(Vision, identifier=names, title=titles, born_of=st.none() | names),
    st.builds(Quartier, identifier=names, official_name=titles),
    st.builds(Lesson, identifier=names, statement=titles, drawn_from=st.lists(names).map(tuple)),
    st.builds(Actor, identifier=names, name=titles, type=st.none() | st.sampled_from(ActorType)),
)
drafts = st.builds(
    Draft,
    model=st.sampled_from([Change, Vision, Session, Quartier, Lesson]),
    identifier=names,
    source=st.just(Change.model_construct(identifier="x").source),
    values=st.sampled_from([{}, {"title": "x", "contributes_to": [{"to": "un"}]}, {"title": "x"}]),
)


@settings(max_examples=300)
@given(st.lists(records, max_size=12), st.lists(drafts, max_size=2), st.sampled_from(LANGUAGES))
def test_no_rule_raises_on_any_strategy_and_each_finding_can_be_said(found, unread, language):
    strategy = strategy_of(found, KINDS, load(language), unread)
    reporter = Reporter(load(language))
    for rule in RULES:
        for finding in rule.find(strategy):
            fault = rule.fault(finding)
            assert reporter.sentence(fault)
            assert reporter.hint(fault)
            assert finding.about is None or finding.about in tuple(strategy.records)


@given(st.lists(changes, max_size=8))
def test_a_draft_of_which_nothing_is_known_silences_what_it_may_fill(found):
    vision = Vision(identifier="vision", title="Une vision")
    nothing = Draft(Change, "autre", vision.source)
    strategy = strategy_of([vision, *found], KINDS, load("fr"), [nothing])
    silent = {"VISION-NO-BEGINNING", "CHANGE-NOT-CARRIED", "PRACTICE-NO-KNOWLEDGE"}
    assert not [rule.code for rule in RULES if rule.code in silent and list(rule.find(strategy))]


@pytest.mark.parametrize(
    ("words", "speaks", "are"),
    [
        ("habitants", True, True),
        ("Les jeunes de 16 à 25 ans", True, True),
        ("parents d’élèves", True, True),
        ("primo-arrivants", True, True),
        ("tous les nouveaux parents", True, True),
        ("femmes et hommes", True, True),
        ("collectif d’habitants", True, True),
        ("élus et habitants", True, False),
        ("habitants, bailleurs", True, False),
        ("association de parents", True, False),
        ("conseil citoyen", True, False),
        ("agents d’accueil", False, False),
        ("services publics", False, False),
        ("caisse d’allocations familiales", False, False),
        ("service jeunesse", False, False),
    ],
)
def test_residents_are_known_by_the_words_for_them(words, speaks, are):
    locale = load("fr")
    assert speaks_of_residents(words, locale) is speaks
    assert are_residents(words, locale) is are


def test_the_strategies_that_other_tests_draw_are_coherent(tmp_path):
    found = edition(tmp_path, strategy_files(60)).faults
    # Nobody met in these quartiers, and no session imagined these visions: that is all.
    assert {each.code for each in found} <= {
        "QUARTIER-NO-SESSION",
        "VISION-NO-SESSION",
        "PRACTICE-NO-KNOWLEDGE",
        "ONLY-RESIDENTS",
    }


def test_the_time_that_rules_take_grows_with_the_strategy_and_no_faster(tmp_path):
    small, large = (
        _time_of_rules(edition(tmp_path / str(count), strategy_files(count)).strategy)
        for count in (200, 800)
    )
    assert large < 4 * 2.5 * max(small, 0.01)


def _time_of_rules(strategy: Strategy) -> float:
    """Seconds of processor, the least of three: what the machine does beside costs some."""
    times = []
    for _ in range(3):
        start = time.process_time()
        for rule in COHERENCE:
            list(rule.find(strategy))
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("count", [2000])
def test_titles_all_alike_are_told_in_no_time(count):
    terms = [
        Lesson(identifier=f"l{n:05}", statement=f"Il faut prendre le temps {'de' * (n % 2)} {n}")
        for n in range(count)
    ]
    same = [
        Lesson(identifier=f"s{n:05}", statement="Il faut prendre le temps") for n in range(count)
    ]
    strategy = strategy_of([*terms, *same], KINDS, load("fr"))
    (alike,) = (rule for rule in COHERENCE if rule.code == "TITLES-ALIKE")
    start = time.process_time()
    assert len(list(alike.find(strategy))) == count - 1
    assert time.process_time() - start < 1
