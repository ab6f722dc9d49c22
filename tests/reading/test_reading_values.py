"""A value means what the person who typed it means, whatever YAML would make of it."""

from datetime import date

import pytest
from tests.helpers import VISION, codes, edition, of_files

from chemins.locales import load
from chemins.reading.record import record_of
from chemins.records import Actor, Change, Quartier, Session, Stage, Vision
from chemins.records.draft import Draft
from chemins.records.when import When

FR = load("fr")


def read(kind, fields: str, locale=FR, body: str = ""):
    """The record of ``fields``, and its faults."""
    return record_of(f"---\n{fields}\n---\n{body}".encode(), "x.md", "x", kind, locale)


def whole(kind, fields: str, locale=FR):
    record, faults = read(kind, fields, locale)
    assert faults == []
    return record


def change(fields: str):
    return whole(Change, f"titre: x\nporte_sur: savoirs\nhorizon: court\n{fields}")


@pytest.mark.parametrize(
    "typed",
    ["no", "oui", "12:30", "012", "1e3", "2024-03-12", "0x1F", "1_000", ".5", "true", "=", "?x"],
)
def test_a_text_stays_the_text_it_is(typed):
    assert whole(Vision, f"titre: {typed}").title == typed


@pytest.mark.parametrize("typed", ["", "~", "null", '""', "''", "   ", "# rien"])
def test_what_is_left_empty_is_as_if_it_were_not_there(typed):
    assert change(f"constate_par: {typed}").observed_by is None
    assert codes(read(Vision, f"titre: {typed}")[1]) == ["E-MISSING"]


@pytest.mark.parametrize("typed", ['"~"', "'null'"])
def test_what_stands_between_quotes_is_a_text(typed):
    assert whole(Vision, f"titre: {typed}").title == typed[1:-1]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("012", 12),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        ("1\u202f234", 1234),
        ("-3", -3),
        ("−3", -3),
        ("7,0", 7),
        ("12 %", 12),
    ],
)
def test_a_whole_number_is_read_as_people_write_it(typed, value):
    assert whole(Stage, f'titre: x\nordre: "{typed}"').order == value


@pytest.mark.parametrize(
    "typed", ["12:30", "douze", "1.2.3", "1e3", "0x1F", "²", "1" * 40, "-", ",5", "2,5", "∞"]
)
def test_what_is_no_whole_number_is_a_fault(typed):
    assert codes(read(Stage, f'titre: x\nordre: "{typed}"')[1]) == ["E-NUMBER"]


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [("oui", True), ("Non", False), ("VRAI", True), ("true", True), ("0", False)],
)
def test_yes_and_no_are_read_in_the_site_s_language_and_in_english(typed, meaning):
    assert change(f"illustratif: {typed}").illustrative is meaning


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2024", When(2024)),
        ("2024-03", When(2024, 3)),
        ("2024-03-12", When(2024, 3, 12)),
        ("12/03/2024", When(2024, 3, 12)),
        ("12.3.2024", When(2024, 3, 12)),
        ("03/2024", When(2024, 3)),
        ("mars 2024", When(2024, 3)),
        ("Août 2024", When(2024, 8)),
        ("1er mars 2024", When(2024, 3, 1)),
        ("29/02/2024", When(2024, 2, 29)),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(typed, value):
    assert change(f"constate_le: {typed}").observed_on == value


@pytest.mark.parametrize(
    "typed",
    ["29/02/2023", "31/04/2024", "13/13/2024", "2024-00", "0000", "12/03/24", "hier", "00/2024"],
)
def test_a_date_that_does_not_exist_is_a_fault(typed):
    fields = f"titre: x\nporte_sur: savoirs\nhorizon: court\nconstate_le: {typed}"
    assert codes(read(Change, fields)[1]) == ["E-DATE"]


def test_a_day_is_read_whole():
    assert change("valide_le: 1er mars 2024").approved_on == date(2024, 3, 1)


def test_a_block_keeps_its_lines_and_a_folded_one_joins_them():
    assert change("preuve: |\n  un\n  deux").evidence == "un\ndeux\n"
    assert change("preuve: >\n  un\n  deux").evidence == "un deux\n"


def test_a_title_written_in_a_folded_block_is_one_line():
    assert whole(Vision, "titre: >\n  Des enfants\n  épanouis\n").title == "Des enfants épanouis"


def test_a_no_break_space_within_a_title_stays():
    assert whole(Vision, 'titre: "Un\u00a0: deux"').title == "Un\u00a0: deux"


def test_one_value_is_a_list_of_one():
    assert change("favorise: le marché").helped_by == ("le marché",)


def test_several_references_may_stand_on_one_line_with_commas():
    assert change("quartiers: centre-ville, pous-du-plan").quartiers == (
        "centre-ville",
        "pous-du-plan",
    )


def test_a_comma_in_a_text_divides_nothing():
    assert change("favorise: le marché, le mardi").helped_by == ("le marché, le mardi",)


def test_a_bare_identifier_is_a_contribution():
    bare, written = change("contribue_a: [a, {vers: b, solidite: étayée}]").contributes_to
    assert (bare.to, written.to, written.strength) == ("a", "b", "supported")


def test_a_mapping_of_one_part_is_a_list_of_one():
    (found,) = change("contribue_a: {vers: a}").contributes_to
    assert found.to == "a"


@pytest.mark.parametrize(
    "typed", ["[[droits-connus]]", "droits-connus.md", "Droits connus", "changements/droits-connus"]
)
def test_a_reference_is_understood_as_people_type_it(typed):
    (found,) = change(f'contribue_a: ["{typed}"]').contributes_to
    assert found.to.rpartition("/")[2] == "droits-connus"


@pytest.mark.parametrize("typed", ["Étayée", "etayee", "supported", "ÉTAYÉE"])
def test_a_choice_is_read_without_regard_to_case_or_accents(typed):
    (found,) = change(f"contribue_a: [{{vers: a, solidite: {typed}}}]").contributes_to
    assert found.strength == "supported"


def test_counts_are_how_many_of_whom():
    session = whole(Session, 'titre: x\npresents: {habitants: 12, élus: "1 003"}')
    assert session.present == (("habitants", 12), ("élus", 1003))


def test_a_wrong_count_is_told_where_it_stands():
    _, faults = read(Session, "titre: x\npresents:\n  habitants: douze")
    assert [(each.code, each.place.line) for each in faults] == [("E-NUMBER", 4)]


def test_a_population_says_who_counted():
    quartier = whole(Quartier, "nom_officiel: x\npopulation: {valeur: 12, source: INSEE}")
    assert quartier.population.source == "INSEE"


@pytest.mark.parametrize(
    ("kind", "field", "typed"),
    [
        (Actor, "site", "https://exemple.fr/a?b=c#d"),
        (Actor, "contact", "{courriel: politique-ville@exemple.fr, telephone: +33 4 90 00 00 00}"),
        (Quartier, "code_qp", "QN08410M"),
        (Quartier, "code_qp", "QP084008"),
    ],
)
def test_a_code_or_an_address_of_its_form_is_read(kind, field, typed):
    named = {"acteur": "nom", "quartier": "nom_officiel"}[FR.text(f"kinds.{kind.kind}.one")]
    whole(kind, f"{named}: x\n{field}: {typed}")


@pytest.mark.parametrize(
    "typed", ["javascript:alert(1)", "https://", "http://x", "https://a.fr/<b>", "//a.fr", "a.fr"]
)
def test_a_site_is_an_address_of_the_web_and_nothing_else(typed):
    assert codes(read(Actor, f'nom: x\nsite: "{typed}"')[1]) == ["E-FORM"]


def test_keys_are_read_without_regard_to_case_accents_or_separators():
    record = whole(Change, "Titre: x\nPorte sur: savoirs\nHORIZON: court\nQui-change: parents")
    assert record.who_changes == ("parents",)


def test_english_keys_and_folders_are_read_in_a_french_site(tmp_path):
    files = {
        "changes/rights-known.md": "---\ntitle: x\ndimension: practice\nhorizon: short\n---\n",
        "visions/enfants.md": VISION,
    }
    found = edition(tmp_path, files)
    assert of_files(found.faults) == ()
    assert [each.identifier for each in found.strategy.all(Change)] == ["rights-known"]


def test_a_site_in_english_is_read_in_english():
    record = whole(Change, "title: x\ndimension: way of life\nhorizon: long", load("en"))
    assert record.dimension == "way_of_life"


def test_french_keys_are_no_keys_in_an_english_site():
    _, faults = read(Change, "titre: x\ndimension: practice\nhorizon: long", load("en"))
    assert codes(faults) == ["E-KEY"]


@pytest.mark.parametrize("typed", ["1,000", "12,500", "1,000,000", "1,000 %", "0,125"])
def test_a_comma_before_three_digits_is_no_number_in_english(typed):
    _, faults = read(Stage, f'title: x\norder: "{typed}"', load("en"))
    assert codes(faults) == ["E-NUMBER"]


def test_a_comma_before_three_digits_is_a_decimal_one_in_french():
    assert whole(Stage, "titre: x\nordre: 1,000").order == 1


@pytest.mark.parametrize(
    "typed", ["a # b", "a #", "a#b", "a ## b", '"a #b"', "|\n  a #b", "a  # #b"]
)
def test_a_note_or_a_sign_within_a_word_is_no_fault(typed):
    whole(Vision, f"titre: x\nune: {{titre: y}}\nimaginee_par: habitants\nprovenance: {typed}")


@pytest.mark.parametrize("typed", ["a #b", "a\t#b", "#b", "a\n  c #b", "[x #b\n  ]"])
def test_a_sign_that_cuts_a_text_is_told(typed):
    _, faults = read(Change, f"titre: x\nporte_sur: savoirs\nhorizon: court\nfavorise: {typed}")
    assert [each.values["value"] for each in faults if each.code == "E-COMMENT"] == ["#b"]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("titr: x", ["E-KEY"]),
        ("titr: x\nbudget: y", ["E-KEY", "E-KEY"]),
        ("budget: y", ["E-MISSING", "E-KEY"]),
        ("titre: [x]", ["E-SHAPE"]),
    ],
)
def test_what_a_wrong_key_was_meant_for_is_not_also_missing(fields, found):
    assert codes(read(Vision, fields)[1]) == found


def test_a_record_that_cannot_be_made_keeps_what_could_be_read():
    draft, faults = read(Change, "titre: x\nhorizon: demain", body="Un texte.")
    assert isinstance(draft, Draft)
    assert draft.values["title"] == "x"
    assert draft.body == "Un texte."
    assert set(codes(faults)) == {"E-CHOICE", "E-MISSING"}
