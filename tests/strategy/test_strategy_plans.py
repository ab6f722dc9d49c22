"""What the plan of a quartier holds, and how a plan comes apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers import edition
from tests.strategies import strategy_files

from chemins.records import Change, Quartier
from chemins.strategy.plans import by_vision, is_own, plan_of, plan_of_all


def change(further: str = "") -> str:
    return f"---\ntitre: X\nporte_sur: savoirs\nhorizon: court\n{further}\n---\n"


FILES = {
    "quartiers/lilas.md": "---\nnom_officiel: Les Lilas\n---\n",
    "quartiers/mimosas.md": "---\nnom_officiel: Les Mimosas\n---\n",
    "visions/des-lilas.md": "---\ntitre: X\nquartiers: [lilas]\n---\n",
    "visions/des-mimosas.md": "---\ntitre: X\nquartiers: [mimosas]\n---\n",
    "visions/de-tous.md": "---\ntitre: X\n---\n",
    "changements/ici.md": change("quartiers: [lilas]\ncontribue_a: [la]"),
    "changements/la.md": change("quartiers: [mimosas]\ncontribue_a: [de-tous]"),
    "changements/partout.md": change("contribue_a: [des-lilas]"),
    "changements/mimosas-seuls.md": change("quartiers: [mimosas]\ncontribue_a: [des-lilas]"),
    "changements/sans-suite.md": change(),
}


@pytest.fixture
def strategy(tmp_path):
    return edition(tmp_path, FILES).strategy


def identifiers(records):
    return {record.identifier for record in records}


def test_it_holds_its_own_what_they_contribute_to_and_what_happens_everywhere(strategy):
    lilas = strategy.all(Quartier)[0]
    plan = plan_of(strategy, lilas)
    assert identifiers(plan.changes) == {"ici", "la", "partout"}
    assert identifiers(plan.visions) == {"des-lilas", "de-tous"}
    own = {each.identifier for each in plan.changes if is_own(strategy, each, lilas)}
    assert own == {"ici"}
    assert {(link.source.identifier, link.target.identifier) for link in plan.links} == {
        ("ici", "la"),
        ("la", "de-tous"),
        ("partout", "des-lilas"),
    }


def test_a_quartier_without_anything_has_a_plan_without_anything(tmp_path):
    strategy = edition(tmp_path, {"quartiers/q.md": "---\nnom_officiel: Q\n---\n"}).strategy
    plan = plan_of(strategy, strategy.all(Quartier)[0])
    assert (plan.changes, plan.visions, plan.links) == ((), (), ())


def test_by_vision_each_has_what_leads_to_it_and_the_rest_comes_last(strategy):
    parts = by_vision(strategy, plan_of_all(strategy))
    found = [(identifiers(each.visions), identifiers(each.changes)) for each in parts]
    assert ({"des-lilas"}, {"partout", "mimosas-seuls"}) in found
    assert ({"de-tous"}, {"ici", "la"}) in found
    assert found[-1] == (set(), {"sans-suite"})


@settings(deadline=None, max_examples=20)
@given(changes=st.integers(1, 60), visions=st.integers(1, 6))
def test_no_change_is_lost_when_a_plan_comes_apart(tmp_path_factory, changes, visions):
    files = strategy_files(changes, visions=visions)
    strategy = edition(tmp_path_factory.mktemp("plan"), files).strategy
    parts = by_vision(strategy, plan_of_all(strategy))
    kept = {each.key for part in parts for each in part.changes}
    assert kept == {each.key for each in strategy.all(Change)}
