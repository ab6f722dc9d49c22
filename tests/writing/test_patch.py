"""What changes in a record changes in its file, and nothing else does."""

import difflib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.helpers import DEMO, EXAMPLE
from tests.writing.test_written_records import FRENCH, line, read_back, values

from chemins.reading import read
from chemins.records import KINDS
from chemins.records.action import Action
from chemins.records.base import Record
from chemins.records.change import Change
from chemins.records.declaration import declaration
from chemins.writing import file_of, patched

UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
CHANGE = """\
---
# Vu avec le collège.
titre: 'Chaque parent a connaissance de ses droits'   # au présent
horizon: moyen
porte_sur: "pratiques"

contribue_a:
  # d’abord le proche
  - parents-coeducateurs
  - {vers: visions/une-ecole, solidite: fragile}  # à étayer
qui_change: [parents, "élèves"] # deux publics
situation_de_depart: >-
  Les parents ne savent pas
  à qui s’adresser,
  ni quand.
---

Ce que l’on verrait.

La suite.
"""


def changed(text: str, kind: type[Record] = Change, **fields: object) -> str:
    """``text`` once the fields of its record are ``fields``."""
    before = read_back(text.encode(), kind)
    context = {"locale": FRENCH}
    said = {name: getattr(before, name) for name in declaration(kind)}
    after = kind.model_validate({**said, "body": before.body, **fields}, context=context)
    result = patched(text, before, after, FRENCH)
    again = read_back(result.encode(), kind)
    assert (again.model_dump(), again.body) == (after.model_dump(), after.body)
    return result


def lines_changed(before: str, after: str) -> list[str]:
    """The lines that go and come, as ``diff`` shows them."""
    shown = difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=0)
    return [each for each in shown if each[0] in "+-" and not each.startswith(("---", "+++"))]


def edit(**fields: object) -> list[str]:
    return lines_changed(CHANGE, changed(CHANGE, **fields))


def test_no_change_gives_the_same_bytes():
    assert changed(CHANGE) == CHANGE


def test_a_text_keeps_its_quotes_and_its_comment():
    assert edit(title="L’École est ouverte") == [
        "-titre: 'Chaque parent a connaissance de ses droits'   # au présent",
        "+titre: 'L’École est ouverte'   # au présent",
    ]


def test_one_word_of_a_folded_text_changes_one_line():
    said = "Les parents ne savent pas à qui parler, ni quand."
    assert edit(starting_point=said) == ["-  à qui s’adresser,", "+  à qui parler,"]


def test_a_paragraph_more_in_a_folded_text_is_set_apart():
    said = "Les parents ne savent pas à qui s’adresser, ni quand.\nNi où."
    assert edit(starting_point=said) == ["+", "+  Ni où."]


def test_a_field_that_is_not_there_comes_after_the_one_declared_before_it():
    assert edit(state="premiers signes") == ["+etat: premiers signes"]
    lines = changed(CHANGE, state="premiers signes").split("\n")
    assert lines[lines.index("etat: premiers signes") - 1].startswith("  ni quand")


def test_a_field_that_is_emptied_loses_its_line():
    assert edit(who_changes=()) == ['-qui_change: [parents, "élèves"] # deux publics']


def test_a_short_list_keeps_its_brackets_its_quotes_and_its_comment():
    assert edit(who_changes=("parents", "élèves", "voisins")) == [
        '-qui_change: [parents, "élèves"] # deux publics',
        '+qui_change: [parents, "élèves", voisins] # deux publics',
    ]


def test_an_item_more_or_less_is_a_line_more_or_less():
    first = {"to": "parents-coeducateurs"}
    second = {"to": "visions/une-ecole", "strength": "fragile"}
    assert edit(contributes_to=(first, second, {"to": "x"})) == ["+  - x"]
    assert edit(contributes_to=(second,)) == ["-  - parents-coeducateurs"]


def test_a_bare_item_that_says_more_gets_lines_of_its_own():
    first = {"to": "parents-coeducateurs", "assumption": "Ils osent."}
    second = {"to": "visions/une-ecole", "strength": "fragile"}
    assert edit(contributes_to=(first, second)) == [
        "-  - parents-coeducateurs",
        "+  - vers: parents-coeducateurs",
        "+    hypothese: Ils osent.",
    ]


def test_a_part_between_braces_stays_between_them():
    first = {"to": "parents-coeducateurs"}
    second = {"to": "visions/une-ecole", "strength": "fragile", "illustrative": True}
    assert edit(contributes_to=(first, second)) == [
        "-  - {vers: visions/une-ecole, solidite: fragile}  # à étayer",
        "+  - {vers: visions/une-ecole, solidite: fragile, illustratif: oui}  # à étayer",
    ]


def test_one_line_of_the_narrative_changes():
    assert edit(body="Ce que l’on verrait.\n\nLa fin.") == ["-La suite.", "+La fin."]


def test_line_ends_of_windows_and_a_byte_order_mark_stay():
    windows = "\ufeff" + CHANGE.replace("\n", "\r\n")
    before = read_back(windows.encode(), Change)
    after = before.model_copy(update={"title": "Neuf", "body": "Un.\n\nDeux."})
    result = patched(windows, before, after, FRENCH)
    assert result.startswith("\ufeff---\r\n")
    assert "\n" not in result.replace("\r\n", "")
    assert read_back(result.encode(), Change).body == "Un.\n\nDeux."


def test_an_empty_field_is_filled_on_its_line():
    text = "---\ntitre: Agir\ncomment_participer:  # à écrire\nstatut: en cours\n---\n"
    after = changed(text, Action, how_to_join="Voilà.")
    assert lines_changed(text, after) == [
        "-comment_participer:  # à écrire",
        "+comment_participer: Voilà.  # à écrire",
    ]


@pytest.mark.parametrize("folder", [DEMO, EXAMPLE / "content"], ids=["demo", "exemple"])
def test_every_record_takes_another_title_on_one_line(folder):
    content = read(folder, KINDS)
    for record in content.records:
        raw = (folder / record.source.path).read_bytes().decode()
        assert patched(raw, record, record, FRENCH) == raw
        after = record.model_copy(update={record.heading: "Un autre nom"})
        shown = lines_changed(raw, patched(raw, record, after, FRENCH))
        assert len(shown) == 2, record.source.path


@pytest.mark.parametrize("kind", list(KINDS), ids=lambda kind: kind.kind)
@given(data=st.data())
@settings(max_examples=25, suppress_health_check=UNHURRIED, deadline=None)
def test_any_record_becomes_any_other(kind, data):
    context = {"locale": FRENCH}
    texts = st.just("") | line()
    one, other = (
        kind.model_validate({**data.draw(values(kind)), "body": data.draw(texts)}, context=context)
        for _ in range(2)
    )
    before = read_back(file_of(one, FRENCH), kind)
    after = read_back(file_of(other, FRENCH), kind)
    raw = file_of(one, FRENCH).decode()
    result = patched(raw, before, after, FRENCH)
    again = read_back(result.encode(), kind)
    assert (again.model_dump(), again.body) == (after.model_dump(), after.body)
    assert patched(raw, before, before, FRENCH) == raw
