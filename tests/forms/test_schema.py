"""The JSON Schema of each kind accepts what the product accepts, in the words that people type."""

import json
import re

import pytest
import yaml
from tests.forms.validity import flaws
from tests.helpers import DEMO

from chemins.forms.schema import DRAFT, schema, schema_json
from chemins.locales import LANGUAGES, load
from chemins.records import KINDS
from chemins.records.declaration import declaration
from chemins.records.words import key_of

FR = load("fr")
every_kind = pytest.mark.parametrize("kind", list(KINDS), ids=lambda kind: kind.kind)


class Core(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2, where ``oui`` and dates are texts."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\\.[0-9]+|[0-9]+\\.[0-9]*)(?:[eE][-+]?[0-9]+)?", "-+0123456789."),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def test_every_record_of_the_demonstration_is_valid_against_its_schema(demo):
    schemas = {kind.kind: schema(kind, FR) for kind in KINDS}
    found = {}
    for record in demo.strategy.records:
        text = (DEMO / record.source.path).read_text("utf-8")
        values = yaml.load(text.split("---\n")[1], Core)
        found[record.source.path] = list(flaws(values, schemas[record.kind]))
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    assert len(found) > 50


@every_kind
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_schema_names_every_field_in_the_site_s_language(kind, language):
    locale = load(language)
    said = json.loads(schema_json(kind, locale))
    assert said["$schema"] == DRAFT
    fields = declaration(kind)
    assert list(said["properties"]) == [key_of(kind, name, locale) for name in fields]
    assert said["required"] == [key_of(kind, n, locale) for n, f in fields.items() if f.required]
    for name, field in fields.items():
        of_field = said["properties"][key_of(kind, name, locale)]
        assert of_field["title"]
        assert of_field["description"]
        assert ("x-relation" in of_field) is (field.relation is not None)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"titre": "x", "porte_sur": "savoirs", "horizon": "court"}, []),
        ({"titre": "x", "porte_sur": "savoirs"}, ["horizon"]),
        ({"titre": "x", "porte_sur": "zzz", "horizon": "court"}, ["porte_sur"]),
        ({"titre": "x", "porte_sur": "savoirs", "horizon": "court", "budget": 3}, ["budget"]),
        ({"titre": ["x"], "porte_sur": "savoirs", "horizon": "court"}, ["titre"]),
        (
            {
                "titre": "x",
                "porte_sur": "savoirs",
                "horizon": "court",
                "contribue_a": ["a", {"vers": "b"}],
            },
            [],
        ),
        (
            {"titre": "x", "porte_sur": "savoirs", "horizon": "court", "contribue_a": [{"a": "b"}]},
            ["contribue_a/0"],
        ),
    ],
)
def test_a_schema_refuses_what_the_reader_refuses(fields, wrong):
    assert list(flaws(fields, schema(KINDS["change"], FR))) == wrong
