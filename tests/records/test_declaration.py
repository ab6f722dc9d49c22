"""A kind as its declaration tells it: what each field holds, and that nothing is left out."""

import pytest
from tests.locales.declared import models

from chemins.records import KINDS, Quartier
from chemins.records.base import HELD, Part, Record
from chemins.records.declaration import declaration
from chemins.records.identifiers import identifier_of, reference_of
from chemins.records.quartier import Population

KNOWN = {
    "line",
    "prose",
    "flag",
    "whole",
    "year",
    "number",
    "degrees",
    "day",
    "when",
    "time",
    "reference",
    "counts",
    "web",
}
KNOWN |= {"mail", "phone", "quartier-code", "siren", "language", "choice", "part", "file"}


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_of_a_kind_is_declared(model):
    held = HELD if issubclass(model, Record) else frozenset()
    assert set(declaration(model)) == set(model.model_fields) - held
    assert {field.holds for field in declaration(model).values()} <= KNOWN


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_a_shorthand_is_a_field_of_its_part(model):
    if issubclass(model, Part) and model.shorthand:
        assert not declaration(model)[model.shorthand].many
        others = [field for name, field in declaration(model).items() if name != model.shorthand]
        assert not any(field.required for field in others)


@pytest.mark.parametrize("kind", list(KINDS), ids=lambda kind: kind.kind)
def test_a_kind_names_itself_by_a_line_and_orders_itself_by_its_fields(kind):
    assert declaration(kind)[kind.heading].holds in ("line", "reference")
    assert set(kind.sorted_by) <= set(declaration(kind))


def test_a_field_may_be_called_what_a_record_holds_when_it_is_a_part_s():
    assert "source" in declaration(Population)
    assert "source" not in declaration(Quartier)


@pytest.mark.parametrize(
    "typed", ["Droits connus", "[[droits-connus]]", "droits-connus.md", " Droits_connus "]
)
def test_what_means_one_record_is_one_identifier(typed):
    assert reference_of(typed) == "droits-connus"


@pytest.mark.parametrize("name", ["", "!!!", "---", "…", "😀"])
def test_a_name_without_letters_is_no_identifier(name):
    assert identifier_of(name) == ""
