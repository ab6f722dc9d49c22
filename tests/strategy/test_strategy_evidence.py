"""Since when, and was it otherwise before: what observations allow to say, and no more."""

import pytest
from tests.helpers import edition

from chemins.records import Change
from chemins.records.change import State
from chemins.records.when import When
from chemins.strategy.evidence import latest, moved_lately, seen


def change(folder, *lines: str, name: str = "un", **more: str):
    head = "titre: Les voisins se parlent\nporte_sur: pratiques\nhorizon: court"
    text = "---\n" + "\n".join((head, *lines)) + "\n---\n"
    found = edition(folder, {f"changements/{name}.md": text, **more})
    return found.strategy, found.strategy.all(Change)[0]


def observations(*pairs: tuple[str, str]) -> str:
    said = ", ".join(f"{{date: {date}, etat: {state}}}" for date, state in pairs)
    return f"observations: [{said}]"


def test_a_state_holds_since_the_first_of_the_observations_that_say_it(tmp_path):
    listed = observations(
        ("mars 2026", "en cours"), ("2024", "premiers signes"), ("juin 2025", "en cours")
    )
    found = seen(change(tmp_path, "etat: en cours", listed)[1])
    assert (found.since, found.before) == (When(2025, 6), State.FIRST_SIGNS)


def test_a_change_may_recede_and_that_is_told_like_any_move(tmp_path):
    listed = observations(("2024", "installé"), ("2025", "en recul"))
    found = seen(change(tmp_path, "etat: en recul", listed)[1])
    assert (found.since, found.before) == (When(2025), State.SETTLED)


def test_a_date_of_observation_alone_does_not_say_since_when(tmp_path):
    found = seen(change(tmp_path, "etat: en cours", "constate_le: mars 2026")[1])
    assert (found.since, found.seen_on, found.before) == (None, When(2026, 3), None)


def test_an_observation_that_contradicts_the_state_says_nothing_of_before(tmp_path):
    listed = observations(("2024", "pas encore visible"), ("2025", "premiers signes"))
    found = seen(change(tmp_path, "etat: installé", listed)[1])
    assert (found.since, found.before) == (None, None)


@pytest.mark.parametrize(
    ("other", "is_told"),
    [("mars 2026", True), ("février 2027", True), ("2027", True), ("juin 2028", False)],
)
def test_what_moved_is_told_for_a_year_after(tmp_path, other, is_told):
    listed = observations(("2024", "pas encore visible"), ("mars 2026", "premiers signes"))
    action = "---\ntitre: Un café\nstatut: en cours\n"
    action += f"historique: [{{date: {other}, statut: en cours}}]\n---\n"
    strategy, record = change(
        tmp_path, "etat: premiers signes", listed, **{"actions/cafe.md": action}
    )
    moved = moved_lately([record], latest(strategy))
    assert bool(moved) is is_told


def test_what_was_never_seen_has_not_moved(tmp_path):
    listed = observations(("2026", "pas encore visible"))
    strategy, record = change(tmp_path, "etat: pas encore visible", listed)
    assert moved_lately([record], latest(strategy)) == ()


def test_a_projection_is_no_news(tmp_path):
    indicator = "---\ntitre: Population\nmesures: [{date: 2050, valeur: 3}]\n---\n"
    listed = observations(("2024", "pas encore visible"), ("2026", "premiers signes"))
    strategy, _ = change(
        tmp_path, "etat: premiers signes", listed, **{"indicateurs/p.md": indicator}
    )
    assert latest(strategy) == When(2026)
