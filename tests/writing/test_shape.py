"""``chemins format``'s one shape: what a file says stays, how it says it becomes the same."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.helpers import DEMO, EXAMPLE
from tests.writing.test_written_records import line, read_back, values

from chemins.locales import LANGUAGES, load
from chemins.reading import read
from chemins.records import KINDS
from chemins.records.action import Action
from chemins.records.base import Record
from chemins.records.change import Change
from chemins.records.territory import Territory
from chemins.writing import file_of
from chemins.writing.shape import shaped

FRENCH = load("fr")


def shape(text: str, kind: type[Record] = Change, language: str = "fr") -> str:
    """``text`` in the one shape, which reads the same and does not change any more."""
    locale = load(language)
    record = read_back(text.encode(), kind, locale)
    found = shaped(text, record, locale)
    again = read_back(found.encode(), kind, locale)
    assert (again.model_dump(), again.body) == (record.model_dump(), record.body)
    assert shaped(found, again, locale) == found
    return found


def front(text: str, kind: type[Record] = Change, language: str = "fr") -> str:
    """The lines of the front matter ``text``, in the one shape."""
    found = shape(f"---\n{text}---\n", kind, language)
    assert found.startswith("---\n")
    assert found.endswith("---\n")
    return found[4:-4]


MESSY = """\
---
# Relu en mars.
horizon:   'court'     # avant 2026
"title": "Chacun connaît ses droits"

contribue_a: [une-vision, {to: autre, solidite: fragile}]   # à vérifier
porte_sur: Savoirs
# La liste vient de l’atelier.
qui_change:
    # d’abord
    - parents   # surtout

    - 'élèves : tous'
preuve:
etat: "en cours"
illustratif: Non
situation_de_depart: >
  Peu le savent,
  et tard.
# fin
---


# Le récit

Il garde   ses espaces.\x20\x20
"""


def test_a_record_of_any_hand_takes_the_one_shape():
    assert shape(MESSY) == (
        "---\n"
        "titre: Chacun connaît ses droits\n"
        "situation_de_depart: >\n"
        "  Peu le savent,\n"
        "  et tard.\n"
        "porte_sur: savoirs\n"
        "# Relu en mars.\n"
        "horizon: court  # avant 2026\n"
        "# La liste vient de l’atelier.\n"
        "qui_change:\n"
        "  # d’abord\n"
        "  - parents  # surtout\n"
        '  - "élèves : tous"\n'
        "contribue_a:  # à vérifier\n"
        "  - vers: une-vision\n"
        "  - vers: autre\n"
        "    solidite: fragile\n"
        "etat: en cours\n"
        "preuve:\n"
        "illustratif: non\n"
        "# fin\n"
        "---\n"
        "\n"
        "\n"
        "# Le récit\n"
        "\n"
        "Il garde   ses espaces.  \n"
    )


def test_keys_and_choices_take_the_language_of_the_site():
    assert front("title: Un titre\ndimension: practice\nhorizon: medium\n") == (
        "titre: Un titre\nporte_sur: pratiques\nhorizon: moyen\n"
    )


def test_a_comment_in_a_list_between_brackets_gives_each_item_its_line():
    text = "titre: x\nporte_sur: savoirs\nhorizon: court\nqui_change: [a, # premier\n  b]  # tous\n"
    assert front(text).endswith("qui_change:  # tous\n  - a  # premier\n  - b\n")


def test_the_comments_of_a_part_stay_with_its_fields():
    text = (
        "titre: x\nstatut: en cours\nlieu:\n  # au rez-de-chaussée\n  adresse: 3, rue Haute # bis\n"
        "  nom: La maison\nfinancements:\n- montant: 12 000 €\n"
        "  # le quart\n  financeur: La Ville\n"
    )
    assert front(text, Action) == (
        "titre: x\nstatut: en cours\nfinancements:\n  # le quart\n  - financeur: La Ville\n"
        "    montant: 12000\nlieu:\n  nom: La maison\n  # au rez-de-chaussée\n"
        "  adresse: 3, rue Haute  # bis\n"
    )


def test_a_number_sign_within_a_text_is_no_comment():
    text = "titre: 'a # b'\nnom: c#d  # e\nresume: |\n  un\n  # deux\n"
    assert front(text, Territory) == ('titre: "a # b"\nnom: c#d  # e\nresume: |\n  un\n  # deux\n')


def test_a_text_on_several_lines_keeps_them():
    text = (
        "titre: x\nnom: z\nresume: >-   # en deux lignes\n     un,\n       # deux\n\n     trois\n"
    )
    assert front(text, Territory) == (
        "titre: x\nnom: z\nresume: >-  # en deux lignes\n  un,\n    # deux\n\n  trois\n"
    )


def test_a_field_that_waits_under_the_last_of_its_part_stays_in_it():
    text = (
        "titre: x\nnom: z\nediteur:\n  nom: z\n  # directeur: à remplir\n  # adresse: de même\n"
        "demonstration: oui\n"
    )
    assert front(text, Territory) == text
    text = "titre: x\nnom: z\ncommunes:\n  - nom: a\n    # code: 1\n  # - nom: b\n# fin\n"
    assert front(text, Territory) == text


def test_comments_alone_stay():
    assert front("# rien encore\ntitre: x\nnom: z\n# après\n", Territory) == (
        "# rien encore\ntitre: x\nnom: z\n# après\n"
    )


def test_line_ends_of_windows_and_the_body_stay():
    raw = "---\r\nhorizon: court\r\ntitre: x\r\nporte_sur: savoirs\r\n---\r\nUn\r\ndeux  \r\n"
    record = read_back(raw.encode(), Change)
    assert shaped(raw, record, FRENCH) == (
        "---\r\ntitre: x\r\nporte_sur: savoirs\r\nhorizon: court\r\n---\r\nUn\r\ndeux  \r\n"
    )


def test_a_list_written_as_one_text_becomes_a_list():
    text = "titre: x\nporte_sur: savoirs\nhorizon: court\ncontribue_a: a, b\nquartiers: c, d\n"
    assert front(text).endswith("quartiers: [c, d]\ncontribue_a:\n  - vers: a\n  - vers: b\n")


@pytest.mark.parametrize("folder", [DEMO, EXAMPLE / "content"], ids=["demo", "exemple"])
def test_every_record_that_we_publish_reads_the_same_in_the_one_shape(folder):
    content = read(folder, KINDS)
    for record in content.records:
        raw = (folder / record.source.path).read_text("utf-8")
        found = shape(raw, type(record))
        assert found.count("#") == raw.count("#")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(KINDS), ids=lambda kind: kind.kind)
@given(data=st.data())
@settings(
    max_examples=15,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ],
    deadline=None,
)
def test_what_we_write_ourselves_is_in_the_one_shape(kind, language, data):
    locale = load(language)
    body = data.draw(st.just("") | line())
    said = data.draw(values(kind))
    record = kind.model_validate({**said, "body": body}, context={"locale": locale})
    text = file_of(record, locale).decode()
    again = read_back(text.encode(), kind, locale)
    assert shaped(text, again, locale) == text


@pytest.mark.parametrize("kind", list(KINDS), ids=lambda kind: kind.kind)
@given(data=st.data())
@settings(
    max_examples=15,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ],
    deadline=None,
)
def test_comments_anywhere_stay_and_the_record_is_the_same(kind, data):
    said = data.draw(values(kind))
    record = kind.model_validate(said, context={"locale": FRENCH})
    lines = file_of(record, FRENCH).decode().split("\n")[1:-2]
    plain = not any(each.rstrip().endswith(("|", "|-")) for each in lines)
    marked, count = [], 0
    for each in lines:
        if plain and data.draw(st.booleans()):
            marked.append(f"# n{count}")
            count += 1
        if plain and each.rstrip() and data.draw(st.booleans()):
            each = f"{each}  # n{count}"
            count += 1
        marked.append(each)
    front_matter = "".join(f"{each}\n" for each in marked)
    found = shape(f"---\n{front_matter}---\n", kind)
    for number in range(count):
        assert found.count(f"# n{number}\n") + found.count(f"# n{number}  #") == 1, found
