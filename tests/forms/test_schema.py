"""The JSON Schema of each kind accepts what the product accepts, in the words that people type."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from tests.forms.validity import flaws, front_matter
from tests.helpers import DEMO, EXAMPLE
from tests.hostile.fields import files_of

from chemins.faults import Severity, worst
from chemins.forms.schema import DRAFT, schema, schema_json
from chemins.locales import LANGUAGES, load
from chemins.new import Wished, site_files
from chemins.reading import read
from chemins.reading.record import record_of
from chemins.records import KINDS
from chemins.records.base import Record
from chemins.records.declaration import declaration
from chemins.records.kinds import folder_of
from chemins.records.words import key_of

FR = load("fr")
SCHEMAS = {(each.kind, of): schema(each, load(of)) for each in KINDS for of in LANGUAGES}
FILLED = files_of(KINDS, FR, lambda path: f"Un texte ({path})")
every_kind = pytest.mark.parametrize("kind", list(KINDS), ids=lambda kind: kind.kind)
every_language = pytest.mark.parametrize("language", LANGUAGES)
CHANGE = {"titre": "x", "porte_sur": "savoirs", "horizon": "court"}


def wrong_in(folder: Path, language: str) -> dict[str, list[str]]:
    """The records of ``folder`` that are not what their schema asks for."""
    records = read(folder, KINDS).records
    assert records
    found = {}
    for record in records:
        values = front_matter((folder / record.source.path).read_text("utf-8"))
        found[record.source.path] = list(flaws(values, SCHEMAS[record.kind, language]))
    return {path: wrong for path, wrong in found.items() if wrong}


@pytest.mark.parametrize("content", [DEMO, EXAMPLE / "content"], ids=["demo", "example"])
def test_every_record_of_a_site_is_valid_against_its_schema(content):
    assert wrong_in(content, "fr") == {}


@every_language
def test_every_example_of_a_new_site_is_valid_against_its_schema(tmp_path, language):
    for path, data in site_files(Wished("Belleville", language, (("QN08410M", ""),))).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    assert wrong_in(tmp_path / "content", language) == {}


@every_kind
@every_language
def test_a_schema_is_one(kind, language):
    Draft7Validator.check_schema(SCHEMAS[kind.kind, language])


@every_kind
@every_language
def test_a_schema_names_every_field_in_the_site_s_language(kind, language):
    locale = load(language)
    said = json.loads(schema_json(kind, locale))
    assert said["$schema"] == DRAFT
    fields = declaration(kind)
    assert list(said["properties"]) == [key_of(kind, name, locale) for name in fields]
    for name, field in fields.items():
        of_field = said["properties"][key_of(kind, name, locale)]
        assert of_field["title"]
        assert of_field["description"]
        assert ("x-relation" in of_field) is (field.relation is not None)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        (CHANGE, []),
        ({"titre": "x", "porte_sur": "savoirs"}, [": required"]),
        (CHANGE | {"porte_sur": "zzz"}, ["porte_sur: anyOf"]),
        (CHANGE | {"titre": None}, ["titre: type"]),
        (CHANGE | {"budget": 3}, [": additionalProperties"]),
        (CHANGE | {"titre": ["x"]}, ["titre: type"]),
        (CHANGE | {"constate_le": "mars 2024"}, []),
        (CHANGE | {"constate_le": "mars"}, ["constate_le: pattern"]),
        (CHANGE | {"contribue_a": ["a", {"vers": "b"}]}, []),
        (CHANGE | {"contribue_a": "a"}, []),
        (CHANGE | {"contribue_a": [{"a": "b"}]}, ["contribue_a: anyOf"]),
        # The English keys, and what is typed another way.
        ({"title": "x", "dimension": "knowledge", "horizon": "short"}, []),
        ({"Titre": "x", "porte sur": "Savoirs", "HORIZON": "Court"}, []),
        (CHANGE | {"title": "y"}, [": None"]),
        (CHANGE | {"Contributes_to": 3, "illustratif": "Oui", "etat": ""}, []),
    ],
)
def test_a_schema_refuses_what_the_reader_refuses(fields, wrong):
    assert list(flaws(fields, SCHEMAS["change", "fr"])) == wrong
    assert is_read(KINDS["change"], fields) is not bool(wrong)


def is_read(kind: type[Record], fields: object) -> bool:
    """Whether our reader makes a record of ``fields``, and has nothing to say."""
    text = f"---\n{yaml.safe_dump(fields, allow_unicode=True, width=10**6)}---\n"
    found, faults = record_of(text.encode(), "x.md", "x", kind, FR)
    return isinstance(found, Record) and worst(faults) != Severity.ERROR


def test_a_link_may_be_completed_with_what_there_is_and_may_say_anything_else():
    named = {"change": [("droits", "Les droits")], "vision": [("lac", "Un lac")], "actor": []}
    found = schema(KINDS["change"], FR, named)
    link = found["definitions"]["contribution-change-vision"]["properties"]["vers"]["anyOf"]
    assert link[0] == {"enum": ["droits", "lac"], "enumDescriptions": ["Les droits", "Un lac"]}
    assert list(flaws(CHANGE | {"contribue_a": ["ailleurs", {"vers": "lac"}]}, found)) == []
    Draft7Validator.check_schema(found)


# ------------------------------------------------ no false red line, whatever is typed
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3000),
    st.floats(-10, 10).map(lambda each: round(each, 2)),
    st.sampled_from(["", " ", "oui", "Non", "2024", "12/03/2024", "12 Mars 2024", "a, b", "nd"]),
    st.text("aàeé-_ ,|'{}[]#", max_size=8),
)
SPELLINGS = (str.upper, str.title, lambda key: key.replace("_", " "), lambda key: f"{key}s")


@st.composite
def typed_otherwise(draw, kind: type[Record]) -> dict[str, object]:
    """Fields of ``kind``, some of them typed in another way, rightly or not."""
    folder = f"{folder_of(kind, FR)}/un" if kind.folder else FR.text(f"kinds.{kind.kind}.file")
    fields = front_matter(FILLED[f"{folder}.md"])
    for _ in range(draw(st.integers(1, 3))):
        _change(draw, fields)
    return fields


def _change(draw, holder: object) -> None:
    keys = list(holder if isinstance(holder, dict) else range(len(holder)))
    if not keys:
        return
    key = draw(st.sampled_from(keys))
    value = holder[key]
    act = draw(st.integers(0, 6))
    if isinstance(value, dict | list) and act < 3:
        _change(draw, value)
    elif act == 3 and isinstance(holder, dict):
        holder[draw(st.sampled_from(SPELLINGS))(key)] = holder.pop(key)
    elif act == 4:
        holder[key] = [value]
    elif act == 5 and isinstance(value, list) and value:
        holder[key] = value[0]
    else:
        holder[key] = draw(VALUES)


@every_kind
@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_what_the_reader_takes_is_valid(kind, data):
    fields = data.draw(typed_otherwise(kind))
    text = yaml.safe_dump(fields, allow_unicode=True, width=10**6)
    if is_read(kind, fields):
        assert list(flaws(front_matter(f"---\n{text}---\n"), SCHEMAS[kind.kind, "fr"])) == []
