"""Whatever a file holds, reading it never fails: a record, or faults that can be shown."""

import json
import unicodedata
from datetime import date

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from chemins.faults.report import Reporter
from chemins.locales import LANGUAGES, load
from chemins.reading.contours import geography_of
from chemins.reading.record import record_of
from chemins.records import KINDS, Change, Record
from chemins.records.declaration import FieldDeclaration, declaration
from chemins.records.draft import Draft
from chemins.records.territory import Territory
from chemins.records.when import When
from chemins.records.words import Model, key_of

FR = load("fr")
kinds = st.sampled_from(list(KINDS))
KEYS = sorted({key_of(kind, name, FR) for kind in KINDS for name in declaration(kind)})
PIECES = [
    *"-:?,[]{}#&*!|>'\"%@`\\ \n\t~é\u00a0",
    *("\n  ", "\n- ", ": ", " #", "---\n", "...\n", "<<: ", "!!str ", "&a ", "*a", "oui", "12:30"),
    *KEYS,
]
yaml_like = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def read_and_reported(data: bytes, kind: type[Record]) -> None:
    record, faults = record_of(data, "un/deux.md", "deux", kind, FR)
    assert isinstance(record, kind) or (isinstance(record, Draft) and faults)
    for each in faults:
        assert each.place.path == "un/deux.md"
        assert each.place.line >= 1
        assert each.place.column >= 1
        assert each.place.width >= 1
    for language in LANGUAGES:
        reporter = Reporter(load(language), lambda path, number: "une ligne de la fiche")
        assert reporter.text(faults)
        assert len(json.loads(reporter.json(faults))) <= len(faults)
        assert reporter.github(faults).count("::") >= 0


@given(data=st.binary(max_size=400), kind=kinds)
def test_any_bytes_are_a_record_or_placed_faults(data, kind):
    read_and_reported(data, kind)


@given(text=yaml_like | st.text(max_size=200), kind=kinds)
@settings(max_examples=300)
@example(text="titre: {{ x }}", kind=Change)
@example(text="titre: [", kind=Change)
@example(text='titre: "\\', kind=Change)
@example(text="? |\n  a\n: b", kind=Change)
@example(text="\u2028titre: x", kind=Change)
def test_any_front_matter_is_a_record_or_placed_faults(text, kind):
    read_and_reported(f"---\n{text}\n---\n".encode("utf-8", "replace"), kind)


def values(leaf):
    return st.recursive(
        leaf,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
        ),
        max_leaves=8,
    )


@given(
    fields=st.dictionaries(st.sampled_from(KEYS), values(st.text(max_size=20)), max_size=6),
    kind=kinds,
)
def test_any_shape_of_fields_is_a_record_or_placed_faults(fields, kind):
    text = yaml.safe_dump(fields, allow_unicode=True)
    read_and_reported(f"---\n{text}---\n".encode("utf-8", "replace"), kind)


TERRITORY = "---\ntitre: x\nnom: y\ncontours: c.geojson\n---\n"
points = st.floats() | st.none() | st.text(max_size=2)
geojson = st.recursive(
    points | st.sampled_from(["QN08410M", "Polygon", "MultiPolygon"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["features", "properties", "geometry", "type", "coordinates", "code"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


def feature(geometry: bytes) -> bytes:
    """Contours of one quartier, whose shape is ``geometry``."""
    return b'{"features": [{"properties": {"c": "QN08410M"}, "geometry": %s}]}' % geometry


@given(data=geojson.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=60))
@example(data=b'{"features": null}')
@example(data=b'{"features": [{"properties": []}]}')
@example(data=feature(b"[]"))
@example(data=feature(b'{"type": "Polygon", "coordinates": [1]}'))
@example(data=feature(b'{"type": "Polygon", "coordinates": [[[]]]}'))
def test_any_contours_are_outlines_or_a_fault(tmp_path_factory, data):
    folder = tmp_path_factory.getbasetemp()
    (folder / "c.geojson").write_bytes(data)
    territory, _ = record_of(TERRITORY.encode(), "territoire.md", "territoire", Territory, FR)
    geography, faults, _ = geography_of(folder, territory)
    assert bool(geography.quartiers) != bool(faults)


# What a field may hold, as a person could type it, with what it means.
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12
).map(lambda word: unicodedata.normalize("NFC", word))
LINES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
PROSE = st.lists(LINES, min_size=1, max_size=3).map("\n\n".join)
IDENTIFIERS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
TYPED = {
    "file": LINES.map(lambda text: (text, text)),
    "line": LINES.map(lambda text: (text, text)),
    "prose": PROSE.map(lambda text: (text, text)),
    "flag": st.booleans().map(lambda flag: ("oui" if flag else "non", flag)),
    "whole": st.integers(-(10**9), 10**9).map(lambda number: (str(number), number)),
    "degrees": st.integers(-360, 360).map(lambda n: (str(n / 4).replace(".", ","), n / 4)),
    "year": st.integers(1900, 2100).map(lambda n: (str(n), n)),
    "number": st.integers(-(10**6), 10**6).map(lambda n: (str(n / 4).replace(".", ","), n / 4)),
    "day": st.dates(date(1000, 1, 1)).map(lambda day: (day.strftime("%d/%m/%Y"), day)),
    "when": st.dates(date(1000, 1, 1)).map(lambda d: (d.isoformat()[:7], When(d.year, d.month))),
    "time": st.times().map(lambda at: (f"{at:%H h %M}", at.replace(second=0, microsecond=0))),
    "reference": IDENTIFIERS.map(lambda name: (name, name)),
    "counts": st.dictionaries(WORDS, st.integers(0, 999), min_size=1, max_size=3).map(
        lambda counts: (counts, tuple(counts.items()))
    ),
    "web": st.just(("https://exemple.fr/a?b=c", "https://exemple.fr/a?b=c")),
    "mail": st.just(("politique-ville@exemple.fr", "politique-ville@exemple.fr")),
    "phone": st.just(("04 90 00 00 00", "04 90 00 00 00")),
    "quartier-code": st.just(("QN08410M", "QN08410M")),
    "siren": st.just(("248 400 053", "248 400 053")),
    "language": st.just(("ar", "ar")),
}


def typed(field: FieldDeclaration) -> st.SearchStrategy:
    """What can be typed for ``field``, with what it means."""
    if field.part:
        one = filled(field.part)
    elif field.choice:
        one = st.sampled_from(list(field.choice)).map(lambda each: (each.said(FR), each))
    else:
        one = TYPED[field.holds]
    if not field.many:
        return one
    several = st.lists(one, min_size=1, max_size=3)
    return several.map(lambda each: ([said for said, _ in each], tuple(mean for _, mean in each)))


def filled(model: Model) -> st.SearchStrategy:
    """Fields of ``model`` as they can be typed, with what they mean."""
    fields = declaration(model)
    pairs = st.fixed_dictionaries(
        {name: typed(field) for name, field in fields.items() if field.required},
        optional={name: typed(field) for name, field in fields.items() if not field.required},
    )
    return pairs.map(
        lambda chosen: (
            {key_of(model, name, FR): said for name, (said, _) in chosen.items()},
            {name: meaning for name, (_, meaning) in chosen.items()},
        )
    )


def meant(value):
    """``value`` of a record, as plain values that can be compared."""
    if isinstance(value, tuple):
        return tuple(meant(each) for each in value)
    fields = getattr(type(value), "model_fields_set", None)
    if fields is None:
        return value
    return {name: meant(getattr(value, name)) for name in value.model_fields_set}


@pytest.mark.parametrize("kind", list(KINDS), ids=lambda kind: kind.kind)
def test_what_is_typed_arrives_unchanged(kind):
    @given(filled(kind))
    @settings(max_examples=40)
    def arrives(pair):
        said, meaning = pair
        text = yaml.safe_dump(said, allow_unicode=True, sort_keys=False)
        record, faults = record_of(f"---\n{text}---\n".encode(), "x.md", "x", kind, FR)
        assert faults == []
        assert {name: meant(getattr(record, name)) for name in meaning} == meaning

    arrives()
