"""Which quartiers are meant: codes, communes, départements, régions, however they are typed."""

import pytest

from chemins.imports.choice import Request, chosen, typed_codes
from chemins.imports.listed import Listed

KNOWN = {"02408": "Laon"}


def listed(*rows):
    found = {}
    for code, name, communes, insee in rows:
        said = dict.fromkeys(communes, "")
        found[code] = Listed(code, name, communes=said, insee=set(insee))
    return found


OLD = listed(
    ("QP002010", "Montreuil", ["Laon"], []),
    ("QP002011", "Champagne", ["Laon"], []),
    ("QP093001", "Floréal", ["Saint-Denis"], []),
    ("QP02A001", "Les Cannes", ["Ajaccio"], []),
    ("QP974001", "Le Gol", ["Saint-Denis"], []),
)
NEW = listed(("QN08410M", "Quintine", [], ["84031"]), ("QN08411M", "La Gare", [], ["84035"]))


def codes(file=OLD, known=KNOWN, **asked):
    found = chosen(file, Request(**asked), "qp.zip", known)
    assert found.faults == ()
    return [one.code for one in found.quartiers]


def faults(file=OLD, **asked):
    found = chosen(file, Request(**asked), "qp.zip", {})
    return [(each.code, each.variant) for each in found.faults]


@pytest.mark.parametrize(
    "typed",
    [
        ["QP002010,QP002011"],
        ["QP002010", "QP002011"],
        ["QP002010 QP002011"],
        [" qp002010 ; qp002011 "],
        ["QP 002 010, qp 002011"],
        ["QP00201*"],
        ["qp00201?"],
    ],
)
def test_codes_are_read_however_they_are_spaced(typed):
    assert codes(codes=tuple(typed)) == ["QP002010", "QP002011"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"communes": ("laon",)}, ["QP002010", "QP002011"]),
        ({"communes": ("LAON, Ajaccio",)}, ["QP002010", "QP002011", "QP02A001"]),
        ({"communes": ("02408",)}, ["QP002010", "QP002011"]),
        ({"communes": ("Saint Denis",), "departements": ("93",)}, ["QP093001"]),
        ({"departements": ("2",)}, ["QP002010", "QP002011"]),
        ({"departements": ("2a,974",)}, ["QP02A001", "QP974001"]),
        ({"regions": ("Hauts de France",)}, ["QP002010", "QP002011"]),
        ({"regions": ("IDF", "Corse")}, ["QP02A001", "QP093001"]),
        ({"every": True}, sorted(OLD)),
        ({"codes": ("QP093001",), "departements": ("974",)}, ["QP093001", "QP974001"]),
    ],
)
def test_places_are_known_by_name_or_number(asked, found):
    assert codes(**asked) == found


def test_a_commune_of_the_territory_is_known_where_the_file_has_numbers_alone():
    assert codes(NEW, {"84031": "Carpentras"}, communes=("Carpentras",)) == ["QN08410M"]


@pytest.mark.parametrize(
    ("file", "asked", "said"),
    [
        (OLD, {"codes": ("QP002012",)}, ("E-IMPORT-CODE", "near")),
        (OLD, {"codes": ("QP00201",)}, ("E-IMPORT-CODE", "form")),
        (OLD, {"codes": ("Laon",)}, ("E-IMPORT-CODE", "form")),
        (OLD, {"codes": ("QN08410M",)}, ("E-IMPORT-CODE", "newer")),
        (NEW, {"codes": ("QP084008",)}, ("E-IMPORT-CODE", "older")),
        (NEW, {"codes": ("QN08410I",)}, ("E-IMPORT-CODE", "near")),
        (NEW, {"codes": ("QN999*",)}, ("E-IMPORT-CODE", "")),
        (OLD, {"communes": ("Loan",)}, ("E-IMPORT-PLACE", "near")),
        (OLD, {"communes": ("Zzzz",)}, ("E-IMPORT-PLACE", "")),
        (OLD, {"communes": ("02408",)}, ("E-IMPORT-PLACE", "numbers")),
        (NEW, {"communes": ("Carpentras",)}, ("E-IMPORT-PLACE", "names")),
        (OLD, {"communes": ("Saint-Denis",)}, ("E-IMPORT-PLACE", "several")),
        (OLD, {"departements": ("84",)}, ("E-IMPORT-PLACE", "departement")),
        (OLD, {"regions": ("Bretagne",)}, ("E-IMPORT-PLACE", "departement")),
        (OLD, {"regions": ("Picardie",)}, ("E-IMPORT-PLACE", "region")),
    ],
)
def test_what_fits_nothing_is_told(file, asked, said):
    assert said in faults(file, **asked)


def test_all_that_fits_nothing_is_told_at_once():
    said = faults(codes=("QP999999", "QN08410M"), communes=("Zzzz",))
    assert len(said) == 3


def test_a_code_of_the_other_list_is_answered_with_those_of_its_departement():
    (told,) = chosen(NEW, Request(codes=("QP084008",)), "qp.zip", {}).faults
    assert told.values["there"] == "QN08410M Quintine, QN08411M La Gare"


def test_words_that_are_no_codes_are_kept_apart():
    assert typed_codes(["QN08410M, abc QP08400"]) == (("QN08410M",), ("ABC", "QP08400"))
