"""What points to a person is found where it stands; what only looks like it is left alone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chemins.locales import LANGUAGES, load
from chemins.text.personal import personal

FR, EN = load("fr"), load("en")


def found(text: str, locale=FR) -> list[tuple[str, str]]:
    return [(each.what, each.value) for each in personal(text, locale)]


@pytest.mark.parametrize(
    ("text", "what", "value"),
    [
        ("Écrire à claire.martin@ville-exemple.fr.", "mail", "claire.martin@ville-exemple.fr"),
        ("[écrire](mailto:c_m+qpv@exemple.fr)", "mail", "c_m+qpv@exemple.fr"),
        ("<élodie@exemple.fr>", "mail", "élodie@exemple.fr"),
        ("Au 06 12 34 56 78 !", "phone", "06 12 34 56 78"),
        ("0612345678", "phone", "0612345678"),
        ("04.90.12.34.56", "phone", "04.90.12.34.56"),
        ("04-90-12-34-56", "phone", "04-90-12-34-56"),
        ("04\u00a090\u202f12\u00a034\u00a056", "phone", "04 90 12 34 56"),
        ("+33 6 12 34 56 78", "phone", "+33 6 12 34 56 78"),
        ("+33612345678", "phone", "+33612345678"),
        ("+33 (0)6 12 34 56 78", "phone", "+33 (0)6 12 34 56 78"),
        ("0033 6 12 34 56 78", "phone", "0033 6 12 34 56 78"),
        ("84200 04 90 12 34 56", "phone", "04 90 12 34 56"),
        ("tél.:0490123456", "phone", "0490123456"),
        ("Mme Durand viendra", "name", "Mme Durand"),
        ("avec M. Le Goff", "name", "M. Le Goff"),
        ("Mme\u00a0Durand", "name", "Mme Durand"),
        ("MM. Petit et Grand", "name", "MM. Petit"),
        ("Mlle Aïcha Ben Ali", "name", "Mlle Aïcha Ben Ali"),
        ("Madame Nathalie DURAND", "name", "Madame Nathalie DURAND"),
        ("MADAME DURAND", "name", "MADAME DURAND"),
        ("Monsieur de Villemarie", "name", "Monsieur de Villemarie"),
        ("M. Jean-Pierre d’Ormesson", "name", "M. Jean-Pierre d’Ormesson"),
        ("Mme **Durand**", "name", "Mme **Durand"),
        ("Mme Élise Œuvrard", "name", "Mme Élise Œuvrard"),
        ("né le 12 mars 1984", "birth", "né le 12 mars 1984"),
        ("Née le 1er avril 1990", "birth", "Née le 1er avril 1990"),
        ("né(e) le 12/03/1984", "birth", "né(e) le 12/03/1984"),
        ("née à Carpentras le 3-4-90", "birth", "née à Carpentras le 3-4-90"),
        ("Date de naissance : 12.03.1984", "birth", "Date de naissance : 12.03.1984"),
    ],
)
def test_a_sign_of_a_person_is_found(text, what, value):
    assert (what, value) in found(text)
    signs = [each for each in personal(text, FR) if each.what == what]
    assert [" ".join(text[each.start : each.end].split()) for each in signs] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Mme la maire et M. le préfet ouvrent la séance.",
        "Madame la Maire, Monsieur le Sous-préfet, Mesdames et Messieurs les élus",
        "Madame La Maire de la commune",
        "MADAME LA MAIRE",
        "Mesdames, Messieurs, bonjour",
        "Madame, Monsieur",
        "M. X et Mme Y",
        "M. D. habite ici",
        "Monsieur Tout-le-monde",
        "L’école Madame Curie, 12 rue Monsieur Vincent",
        "le S.I.V.O.M. Durance",
        "SIREN 248 400 053, SIRET 248 400 053 00012",
        "QN08410M, QP084008",
        "De 2015 à 2020, puis 2024-2030",
        "12 000 000 € en 2024, 0,25 % et 1 234 567,89",
        "Le 12/03/2024 à 18:30",
        "Code postal 84200, code INSEE 84031",
        "Composez le 115 ou le 3919",
        "W841002345",
        "ISBN 978-2-07-036822-8",
        "https://exemple.fr/JORFTEXT000028636804",
        "3,0612345678 et 3.0612345678",
        "2006 12 34 56 78",
        "@ville et ville@ et a @ b",
        "Le projet est né en 2019 d’une idée simple",
        "La nécessité d’un lieu",
        "né le matin",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text):
    assert found(text) == []


def test_each_language_has_its_own_words():
    assert found("Mrs Durand and Ms. Petit", EN) == [("name", "Mrs Durand"), ("name", "Ms. Petit")]
    assert found("Mr Mayor, Madam Speaker", EN) == []
    assert found("born on 12 March 1984", EN) == [("birth", "born on 12 March 1984")]
    assert found("Mme Durand", EN) == []


@given(st.text(max_size=300), st.sampled_from(LANGUAGES))
def test_any_text_is_looked_at_and_each_sign_stands_in_it(text, language):
    for each in personal(text, load(language)):
        assert 0 <= each.start < each.end <= len(text)
        assert " ".join(text[each.start : each.end].split()) == " ".join(each.value.split())


PIECES = ["a", "0", "06 12 ", "@", "a@", "a@b", "Mme ", "M. A", "né le ", "+33 ", "é", "1 mars "]


@pytest.mark.parametrize("piece", PIECES)
def test_a_million_signs_are_looked_at_in_a_moment(piece):
    text = piece * (1_000_000 // len(piece))
    start = time.process_time()
    sum(1 for _ in personal(text, FR))
    assert time.process_time() - start < 3
