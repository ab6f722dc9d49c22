"""A record that is written reads back the same, whatever people put in it."""

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.helpers import DEMO

from chemins.locales import LANGUAGES, load
from chemins.reading import read
from chemins.reading.encoding import hidden_in
from chemins.reading.record import record_of
from chemins.records import KINDS
from chemins.records.base import Record
from chemins.records.declaration import declaration
from chemins.records.quartier import Perimeter, Quartier
from chemins.records.territory import Commune, Contours, Territory
from chemins.records.when import When
from chemins.writing import file_of, front_matter_of

UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
FRENCH = load("fr")

SIGNS = st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"))
TRAPS = st.sampled_from(
    [
        *("oui", "no", "~", "null", "012", "1e3", "12:30", "2024-01-02", "<<", "=", "- a", "? b"),
        *("a: b", "a #b", "#a", "a:", "[x]", "{x}", "x, y", "'x'", '"x', "*x", "&x", "!x", "%x"),
        *("---", "...", "@x", "`x", "|", ">", "\\n", "L’École : « oui »", "x\u00a0: y", "a\tb"),
    ]
)


def kept(text: str) -> bool:
    return bool(text.strip()) and hidden_in(text) is None


def line() -> st.SearchStrategy[str]:
    plain = st.text(SIGNS, min_size=1, max_size=30).map(lambda text: text.strip())
    return (TRAPS | plain).map(lambda text: unicodedata.normalize("NFC", text)).filter(kept)


def prose() -> st.SearchStrategy[str]:
    lines = st.lists(
        line() | st.sampled_from(["", " ", "  x", "x ", "\tx"]), min_size=1, max_size=4
    )
    return lines.map("\n".join).filter(kept)


SCALARS: dict[str, st.SearchStrategy[Any]] = {
    "line": line(),
    "file": line(),
    "prose": prose(),
    "flag": st.booleans(),
    "whole": st.integers(-(10**9), 10**9),
    "year": st.integers(1900, 2100),
    "number": st.floats(-1e6, 1e6).map(lambda value: round(value, 4)),
    "degrees": st.floats(-90, 90).map(lambda value: round(value, 6)),
    "day": st.dates(date(1000, 1, 1)),
    "time": st.times().map(lambda value: value.replace(second=0, microsecond=0)),
    "when": st.sampled_from([When(2024), When(2024, 3), When(2024, 3, 12)]),
    "reference": st.sampled_from(["parents", "visions/une", "12", "x"]),
    "counts": st.lists(st.tuples(line(), st.integers(0, 99)), unique_by=lambda x: x[0]).map(tuple),
    "web": st.sampled_from(["https://ville.example/a#b", "https://a.example/?x=1,2"]),
    "mail": st.just("a@ville.example"),
    "phone": st.sampled_from(["04 90 00 00 00", "+33 4"]).filter(lambda text: len(text) > 3),
    "quartier-code": st.sampled_from(["QN08410M", "QP084008"]),
    "siren": st.sampled_from(["248400053", "248 400 053"]),
    "language": st.sampled_from(["fr", "ar", "no"]),
}


def values(model: Any) -> st.SearchStrategy[dict[str, Any]]:
    needed = {n: value(each) for n, each in declaration(model).items() if each.required}
    others = {n: value(each) for n, each in declaration(model).items() if not each.required}
    return st.fixed_dictionaries(needed, optional=others)


def value(declared: Any) -> st.SearchStrategy[Any]:
    if declared.part is not None:
        one: st.SearchStrategy[Any] = st.deferred(lambda: values(declared.part))
    elif declared.choice is not None:
        one = st.sampled_from(list(declared.choice))
    else:
        one = SCALARS[declared.holds]
    return st.lists(one, max_size=3).map(tuple) if declared.many else one


def read_back(data: bytes, kind: type[Record], locale=FRENCH):
    record, faults = record_of(data, "x.md", "x", kind, locale)
    assert faults == [], (data.decode(), faults)
    return record


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(KINDS), ids=lambda kind: kind.kind)
@given(data=st.data())
@settings(max_examples=25, suppress_health_check=UNHURRIED, deadline=None)
def test_any_record_reads_back_the_same(kind, language, data):
    locale = load(language)
    body = data.draw(st.just("") | line())
    said = data.draw(values(kind))
    record = kind.model_validate({**said, "body": body}, context={"locale": locale})
    again = read_back(file_of(record, locale), kind, locale)
    assert again.model_dump() == record.model_dump()
    assert again.body == record.body.rstrip()


def test_every_record_of_the_demonstration_reads_back_the_same():
    content = read(DEMO, KINDS)
    assert content.records
    for record in content.records:
        again = read_back(file_of(record, content.locale), type(record), content.locale)
        assert (again.model_dump(), again.body) == (record.model_dump(), record.body)


def test_a_quartier_is_written_as_an_officer_would():
    quartier = Quartier(
        official_name="Quintine – Villemarie – Bois de l’Ubac",
        code="QN08410M",
        perimeter=Perimeter.PRIORITY,
        communes=(Commune(name="Carpentras"),),
        provenance="ANCT : la liste de 2024",
        body="Le récit.",
    )
    assert file_of(quartier, FRENCH).decode() == (
        "---\n"
        "nom_officiel: Quintine – Villemarie – Bois de l’Ubac\n"
        "code_qp: QN08410M\n"
        "perimetre: QPV\n"
        "communes: [Carpentras]\n"
        'provenance: "ANCT : la liste de 2024"\n'
        "---\n"
        "Le récit.\n"
    )


def test_numbers_that_are_names_are_quoted_and_dates_are_not():
    territory = Territory(
        title="x",
        name="y",
        siren="248400053",
        communes=(Commune(name="Carpentras", code="84031"), Commune(name="Mazan")),
        contours=Contours(file="donnees/q.geojson", updated=When(2024)),
        demonstration=True,
    )
    assert front_matter_of(territory, FRENCH) == (
        "titre: x\n"
        'nom: "y"\n'
        'siren: "248400053"\n'
        "communes:\n"
        "  - nom: Carpentras\n"
        '    code: "84031"\n'
        "  - Mazan\n"
        "contours:\n"
        "  fichier: donnees/q.geojson\n"
        "  mis_a_jour: 2024\n"
        "demonstration: oui\n"
    )
