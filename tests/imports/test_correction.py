"""A correction that somebody proposes: what it asks changes and nothing else, or it is told why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import CHANGE, VISION, written
from tests.imports.bodies import FR, body_of, form_of

from chemins.faults.report import Reporter
from chemins.imports.correction import correcting
from chemins.reading import read
from chemins.reading.record import record_of
from chemins.records import KINDS
from chemins.records.action import Action, Status
from chemins.records.base import Record
from chemins.records.declaration import declaration
from chemins.records.quartier import Quartier
from chemins.strategy.version import version_of

ACTION, PLACE = form_of("correction-action"), form_of("correction-quartier-lieux")
FILES = {
    "actions/maison.md": """\
---
titre: "La maison des parents"  # le nom de la plaque
statut: en cours
porteur: caf
comment_participer: |
  Le mardi.
dates: {debut: 2024}
financements:
  - {financeur: caf, annee: 2025, montant: 1000}
  - {financeur: caf, annee: 2026, montant: 1000}
valide_par: le comité
valide_le: 01/02/2026
---
Le récit.
""",
    "acteurs/caf.md": "---\nnom: La CAF\n---\n",
    "acteurs/ville.md": "---\nnom: La ville\n---\n",
    "quartiers/lilas.md": "---\nnom_officiel: Les Lilas\nlieux:\n  - Le kiosque\n"
    "  - {nom: La halle, telephone: 04 90 00 00 00}\n---\n",
    "changements/droits.md": CHANGE,
    "visions/lac.md": VISION,
}
TARGET = ACTION.target.label


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return read(written(tmp_path_factory.mktemp("site"), FILES), KINDS)


def brought(content, form, answers):
    return correcting(body_of(form, answers).encode(), "x.md", content, KINDS)


def told(content, text: str) -> list[str]:
    found = correcting(text.encode(), "x.md", content, KINDS)
    assert found.is_refused
    assert not found.after
    Reporter(FR).text(found.faults)
    return [f"{each.place.line}:{each.place.column} {each.code}" for each in found.faults]


def again(found, kind: type[Record], identifier: str) -> Record:
    record, faults = record_of(found.after, found.path, identifier, kind, FR)
    assert faults == []
    return record


def test_what_is_answered_changes_and_nothing_else(content):
    found = brought(content, ACTION, {TARGET: "La maison des parents", "Statut": "terminée"})
    before, after = found.before.decode(), found.after.decode()
    assert after == before.replace("en cours", "terminée").replace(
        "valide_par: le comité\nvalide_le: 01/02/2026\n", ""
    )
    assert found.approved_by == "le comité"
    assert [(each.label, each.before, each.after) for each in found.said] == [
        ("Statut", "en cours", "terminée")
    ]


@pytest.mark.parametrize(
    "named",
    [
        *("maison", "actions/maison", "la  maison des parents"),
        *("https://exemple.fr/site/actions/maison/", "/actions/maison/?x=1#haut"),
    ],
)
def test_a_record_is_named_by_its_title_or_by_the_address_of_its_page(content, named):
    found = brought(content, ACTION, {TARGET: named, "Motif": "Fini."})
    assert found.path == "actions/maison.md"


def test_lines_links_and_parts_are_read_as_their_fields_are(content):
    answers = {
        TARGET: "maison",
        "Porteur": "La ville",
        "Partenaires": "La CAF\nles parents",
        "Dates : fin": "juin 2027",
        "Lieu : nom": "La halle",
        "Lieu : téléphone": "04 90 00 00 01",
        "Comment participer": "Le mardi.\n\n- le jeudi : 12 h # aussi",
    }
    record = again(brought(content, ACTION, answers), Action, "maison")
    assert (record.lead, record.partners) == ("ville", ("caf", "les parents"))
    assert (str(record.dates.start), str(record.dates.end)) == ("2024", "2027-06")
    assert (record.venue.name, record.venue.phone) == ("La halle", "04 90 00 00 01")
    assert record.how_to_join.rstrip("\n") == answers["Comment participer"]


def test_an_item_of_a_list_is_corrected_by_what_tells_it_apart(content):
    which = {PLACE.target.label: "lilas", "Que proposez-vous ?": "Corriger ce qui est écrit"}
    found = brought(content, PLACE, which | {"Nom": "la HALLE", "Horaires": "le mardi"})
    places = again(found, Quartier, "lilas").places
    assert [(each.name, each.hours) for each in places] == [
        ("Le kiosque", None),
        ("La halle", "le mardi"),
    ]
    money = form_of("correction-action-financements")
    said = {money.target.label: "maison", "Que proposez-vous ?": "Corriger ce qui est écrit"}
    found = brought(content, money, said | {"Financeur": "La CAF", "Année": "2026", "Montant": "9"})
    fundings = again(found, Action, "maison").fundings
    assert [(each.year, each.amount) for each in fundings] == [(2025, 1000), (2026, 9)]
    found = brought(content, money, said | {"Financeur": "La CAF", "Montant": "9"})
    assert [(each.code, each.variant) for each in found.faults] == [("E-CORRECTION-ITEM", "many")]


def test_an_item_is_added_only_when_that_is_what_is_proposed(content):
    answers = {PLACE.target.label: "lilas", "Nom": "La place", "Téléphone": "04 90 00 00 02"}
    corrected = answers | {"Que proposez-vous ?": "Corriger ce qui est écrit"}
    assert told(content, body_of(PLACE, corrected)) == ["11:1 E-CORRECTION-ITEM"]
    found = brought(content, PLACE, answers | {"Que proposez-vous ?": "Ajouter"})
    assert found.is_added
    assert again(found, Quartier, "lilas").places[-1].name == "La place"
    twice = answers | {"Que proposez-vous ?": "Ajouter", "Nom": "La halle"}
    assert told(content, body_of(PLACE, twice)) == ["11:1 E-CORRECTION-ITEM"]


def test_a_record_that_changed_since_is_told(content):
    (record,) = [each for each in content.records if each.key == ("action", "maison")]
    answers = {TARGET: "maison", "Motif": "Fini."}
    mark = version_of([record]).mark
    assert brought(content, ACTION, answers | {"Repère de la fiche": mark}).faults == ()
    found = brought(content, ACTION, answers | {"Repère de la fiche": "0000000"})
    assert [each.code for each in found.faults] == ["W-CORRECTION-STALE"]
    assert found.after


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ["1:1 E-CORRECTION-RECORD"]),
        ({TARGET: "maison\ndroits"}, ["3:1 E-CORRECTION-RECORD"]),
        ({TARGET: "masion"}, ["3:1 E-REF"]),
        ({TARGET: "../../etc/passwd"}, ["3:1 E-REF"]),
        ({TARGET: "droits"}, ["3:1 E-REF-KIND"]),
        ({TARGET: "maison"}, ["1:1 E-CORRECTION-SAME"]),
        ({TARGET: "maison", "Statut": "en cours"}, ["1:1 E-CORRECTION-SAME"]),
        ({TARGET: "maison", "Statut": "finie"}, ["7:1 E-CHOICE"]),
        ({TARGET: "maison", "Dates : fin": "un jour"}, ["27:1 E-DATE"]),
        ({TARGET: "maison", "Porteur": "a\nb"}, ["15:1 E-LINE"]),
        ({TARGET: "maison", "Motif": "x <!-- y -->"}, ["11:3 E-CORRECTION-HIDDEN"]),
        ({TARGET: "maison", "Motif": "x \u202e y"}, ["11:3 E-CHARACTER"]),
        ({TARGET: "maison", "Motif": "x \0 y"}, ["11:3 E-CHARACTER"]),
        ({TARGET: "maison", "Motif": "a\n### Statut\n\nterminée"}, ["12:1 E-CORRECTION-TWICE"]),
        ({TARGET: "maison", "Motif": "a\n  ### Validé par\n\nmoi"}, ["12:1 E-CORRECTION-HEADING"]),
        ({TARGET: "maison", "Motif": "x" * 300_000}, ["1:1 E-SIZE"]),
    ],
)
def test_what_is_wrong_is_told_at_its_line(content, answers, expected):
    assert told(content, body_of(ACTION, answers)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1 E-CORRECTION-FORM"]),
        ("Bonjour\n", ["1:1 E-CORRECTION-FORM"]),
        (f"Bonjour\n### {TARGET}\n\nmaison\n", ["1:1 E-CORRECTION-FORM"]),
        ("### Statut\n\nterminée\n", ["1:1 E-CORRECTION-FORM"]),
        (
            f"### {TARGET}\n\nmaison\n\n### Motif\n\nx\n\n### Statut\n\nterminée\n",
            ["9:1 E-CORRECTION-HEADING"],
        ),
        (
            body_of(ACTION, {TARGET: "maison", "Motif": "x"}) * 2,
            [f"{len(ACTION.questions) * 4}:1 E-CORRECTION-TWICE"],
        ),
    ],
)
def test_what_is_no_form_is_not_read(content, text, expected):
    assert told(content, text)[:1] == expected


def test_windows_line_ends_are_those_of_a_saved_issue(content):
    text = body_of(ACTION, {TARGET: "maison", "Statut": "terminée"}).replace("\n", "\r\n")
    found = correcting(text.encode(), "x.md", content, KINDS)
    assert again(found, Action, "maison").status is Status.DONE


# --------------------------------------------------------------- whatever is written
HOSTILE = st.text(
    st.one_of(
        st.sampled_from("\n #-:'\"{}[]&*!|>%@`,<\\\t_x1é’é\u00a0\u200b\u202e\0"),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)
ASKED = {name for question in ACTION.questions for name in question.loc[:1]}


@given(text=HOSTILE)
def test_a_text_is_refused_or_read_back_as_it_was_answered(content, text):
    found = brought(content, ACTION, {TARGET: "maison", "Comment participer": text})
    if found.is_refused:
        return
    record = again(found, Action, "maison")
    old = next(each for each in content.records if each.key == ("action", "maison"))
    changed = {n for n in declaration(Action) if getattr(record, n) != getattr(old, n)}
    assert changed <= {"how_to_join", "approved_by", "approved_on"}
    assert record.body == old.body
    assert "  # le nom de la plaque\n" in found.after.decode()
    answer = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    assert record.how_to_join.rstrip("\n") == read_as(answer)


def read_as(answer: str) -> str:
    """``answer`` as any file is read: its letters composed."""
    import unicodedata

    return unicodedata.normalize("NFC", answer)


LINES = (*(f"### {each.label}" for each in ACTION.questions), "### Validé par", "", "terminée")
FORGED = st.lists(st.sampled_from((*LINES, "x: y", "---", "- a")), max_size=12).map("\n".join)


@given(body=HOSTILE, answer=st.one_of(HOSTILE, FORGED), is_form=st.booleans())
def test_no_text_changes_a_field_that_the_form_does_not_ask_for(content, body, answer, is_form):
    text = f"### {TARGET}\n\nmaison\n\n{answer}" if is_form else body
    found = correcting(text.encode(), "x.md", content, KINDS)
    Reporter(FR).text(found.faults)
    if not found.is_refused:
        record = again(found, Action, "maison")
        old = next(each for each in content.records if each.key == ("action", "maison"))
        changed = {n for n in declaration(Action) if getattr(record, n) != getattr(old, n)}
        assert changed <= ASKED | {"approved_by", "approved_on"}
