"""The territory that does not exist is complete, coherent, and nobody's."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from tests.helpers import EXAMPLE
from tests.locales.declared import choices, models

from chemins.cli import main
from chemins.records import KINDS, Action, Change, Contract, Indicator, Quartier, Session, Vision
from chemins.records.approach import Phase
from chemins.records.base import Part, Record
from chemins.records.declaration import declaration
from chemins.records.types import Choice

CONTENT = EXAMPLE / "content"
FICTION = ("01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49", "06 39 98")
"""The numbers that ARCEP, the French regulator, gives to nobody: decision n° 2018-0881."""

HERE_ONLY_ONE = {Phase}
"""Closed lists that one record alone takes one word from."""

Filled = tuple[type[Record] | type[Part], str]


@pytest.fixture(scope="module")
def written(example) -> tuple[set[Filled], set[Choice]]:
    """The fields that are filled somewhere, and the words of closed lists that are used."""
    fields: set[Filled] = set()
    words: set[Choice] = set()
    for record in example.strategy.records:
        for model, name, value in _values(record):
            fields.add((model, name))
            if isinstance(value, Choice):
                words.add(value)
    return fields, words


def test_nothing_is_wrong_with_it_and_nothing_is_to_be_advised(example):
    assert [f"{each.place.path}:{each.place.line} {each.code}" for each in example.faults] == []


def test_a_strict_check_passes_it():
    done = CliRunner().invoke(main, ["check", "--strict", str(EXAMPLE)])
    assert done.exit_code == 0, done.output


def test_each_kind_has_a_record_in_it(example):
    found = {record.kind for record in example.strategy.records}
    assert found == {kind.kind for kind in KINDS}


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_each_field_is_filled_somewhere(written, model):
    fields, _ = written
    common = Record.model_fields if issubclass(model, Record) else {}
    assert [name for name in declaration(model) if name not in common] == [
        name for name in declaration(model) if (model, name) in fields and name not in common
    ]


def test_each_field_that_any_record_may_carry_is_filled_somewhere(written):
    fields, _ = written
    names = {name for name in declaration(Change) if name in Record.model_fields}
    assert names - {name for _, name in fields} == set()


@pytest.mark.parametrize(
    "listed", sorted(choices() - HERE_ONLY_ONE, key=lambda each: each.__name__)
)
def test_each_word_of_a_closed_list_is_used_somewhere(written, listed):
    _, words = written
    assert [word for word in listed if word not in words] == []


def test_it_is_of_a_real_size(example):
    kinds = (Quartier, Change, Action, Vision, Indicator)
    sizes = {kind: len(example.strategy.all(kind)) for kind in kinds}
    assert sizes == {Quartier: 6, Change: 60, Action: 40, Vision: 6, Indicator: 20}
    assert len(example.strategy.single(Contract).signatories) >= 10


def test_each_near_change_has_an_action_and_each_quartier_too(example):
    strategy = example.strategy
    alone = [
        change.identifier
        for change in strategy.all(Change)
        if change.horizon != "long"
        and not strategy.links_to(change, "actions")
        and not strategy.links_to(change, "made_possible_by")
    ]
    assert alone == []
    assert all(strategy.links_to(each, "actions_here") for each in strategy.all(Quartier))


def test_each_quartier_has_a_date_to_come_a_plain_summary_and_a_figure(example):
    announced = [each for each in example.strategy.all(Session) if each.is_announced]
    quartiers = example.strategy.all(Quartier)
    assert {each.quartier for each in announced} == {each.identifier for each in quartiers}
    assert [each.title for each in quartiers if not (each.plain and each.summaries)] == []
    assert all(example.strategy.links_to(each, "measured_by") for each in quartiers)


def test_some_figures_compare_a_quartier_with_its_commune_and_the_whole(example):
    places = [{value.where[0] for value in each.values} for each in example.strategy.all(Indicator)]
    assert sum(found == {"quartier", "commune", ""} for found in places) >= 5


def test_it_calls_nobody_and_leads_to_nobody():
    for path in CONTENT.rglob("*.md"):
        text = path.read_text("utf-8")
        numbers = re.findall(r"\b0\d(?: \d\d){4}\b", text)
        assert [number for number in numbers if not number.startswith(FICTION)] == [], path
        hosts = [urlsplit(url).hostname for url in re.findall(r"https?://[^\s)>]+", text)]
        hosts += re.findall(r"@([\w.-]+)", text)
        assert [host for host in hosts if not str(host).endswith(".example")] == [], path


def _values(holder: Record | Part) -> Iterator[tuple[type[Record] | type[Part], str, object]]:
    """Each field of ``holder`` that says something, and those of the parts in it."""
    for name, field in declaration(type(holder)).items():
        value = getattr(holder, name)
        for each in value if field.many else (value,):
            if each is None or each is False or each in ("", ()):
                continue
            yield type(holder), name, each
            if isinstance(each, Part):
                yield from _values(each)
