"""A new territory: whole at once, in each language, with an example of every kind."""

import pytest
from tests.helpers import codes, written

from chemins.edition import Edition, edition_of
from chemins.locales import LANGUAGES, load, template
from chemins.new import Wished, site_files
from chemins.records import KINDS
from chemins.records.base import Record
from chemins.records.declaration import reaches
from chemins.upkeep.files import files_in
from chemins.upkeep.formatting import formatting

TWO = (("QN08410M", "Le Pous du Plan"), ("QN08411M", ""))
ASIDE = {"W-EXAMPLE", "W-DEMONSTRATION", "QUARTIER-NO-SESSION"}
"""What a new site is told: what is still to be written, and to be lived."""

every_language = pytest.mark.parametrize("language", LANGUAGES)
with_or_without_codes = pytest.mark.parametrize("quartiers", [(), TWO], ids=["none", "two"])


def started(folder, wished: Wished) -> Edition:
    return edition_of(written(folder, site_files(wished)) / "content", KINDS)


@every_language
@with_or_without_codes
def test_a_new_site_has_an_example_of_every_kind_and_nothing_is_wrong_with_it(
    tmp_path, language, quartiers
):
    found = started(tmp_path, Wished("Belleville", language, quartiers))
    assert {type(record) for record in found.content.records} == set(KINDS)
    assert found.content.locale.language == language
    assert set(codes(found.faults)) <= ASIDE, found.faults


@every_language
def test_what_is_not_the_territory_s_word_says_so(tmp_path, language):
    found = started(tmp_path, Wished("Belleville", language, TWO))
    locale = load(language)
    for record in found.content.records:
        true = record.kind in ("territory", "quartier")
        assert record.illustrative is not true
        assert record.provenance == locale.text("new.unfinished" if true else "new.example")
        assert record.body


@every_language
def test_a_further_kind_asks_for_an_example(tmp_path, language):
    class Dream(Record):
        kind = "dream"
        folder = "dreams"

    with pytest.raises(FileNotFoundError):
        template(language, f"new/records/{Dream.kind}.md")
    for kind in KINDS:
        assert template(language, f"new/records/{kind.kind}.md").startswith("---\n")


def test_the_examples_lead_from_what_is_done_to_what_is_wished(tmp_path):
    found = started(tmp_path, Wished("Belleville", "fr", TWO)).content.records
    led = {
        (record.kind, each.reference)
        for record in found
        for each in reaches(record)
        if each.field == "contributes_to"
    }
    assert led == {("change", "exemple-vision"), ("action", "exemple-changement")}


def test_a_quartier_is_called_by_its_code_until_somebody_says_its_name(tmp_path):
    files = site_files(Wished("Belleville", "fr", TWO))
    assert "content/quartiers/le-pous-du-plan.md" in files
    text = files["content/quartiers/qn08411m.md"].decode()
    assert "nom_officiel: Quartier QN08411M (nom à écrire)\n" in text
    assert "code_qp: QN08411M\n" in text
    assert "quartiers: [le-pous-du-plan]\n" in files["content/visions/exemple-vision.md"].decode()


@pytest.mark.parametrize(
    "name",
    [
        "L’Île-d’Yeu",
        "Saint-Étienne: ville & pays",
        "« La Côte »",
        "no",
        "2024",
        "{title}",
        "# Grand Œuvre #",
        'O\'Brien "x"',
        "Château-Thierry " + "x" * 64,
        "*Bezons*",
        "<script>alert(1)</script>",
    ],
)
@every_language
def test_a_name_is_read_back_as_it_was_said(tmp_path, name, language):
    found = started(tmp_path, Wished(name, language, (("QN08410M", name),)))
    by_kind = {record.kind: record for record in found.content.records}
    assert by_kind["territory"].name == name
    assert name in by_kind["territory"].title
    assert by_kind["quartier"].official_name == name


def test_two_quartiers_of_one_name_have_two_addresses():
    files = site_files(Wished("x", "fr", (("QN08410M", "Centre"), ("QN08411M", "Centre"))))
    assert {"content/quartiers/centre.md", "content/quartiers/qn08411m.md"} <= set(files)


@every_language
def test_the_example_s_advice_says_what_is_still_to_be_written(tmp_path, language):
    found = started(tmp_path, Wished("Belleville", language, TWO))
    told = [each for each in found.faults if each.code == "W-EXAMPLE"]
    assert [(each.variant, each.values["count"]) for each in told] == [
        ("", len(list(KINDS)) - 2),
        ("unfinished", 3),
    ]
    (demonstration,) = (each for each in found.faults if each.code == "W-DEMONSTRATION")
    assert len(demonstration.values["missing"].split(", ")) == 4


def test_nothing_is_told_any_more_once_the_words_are_the_territory_s(tmp_path):
    folder = written(tmp_path, site_files(Wished("Belleville", "fr", TWO)))
    for path in (folder / "content").rglob("*.md"):
        lines = path.read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(("illustratif", "provenance"))]
        path.write_text("".join(kept), "utf-8")
    found = edition_of(folder / "content", KINDS)
    assert not {"W-EXAMPLE", "W-DEMONSTRATION"} & set(codes(found.faults))


@every_language
@with_or_without_codes
def test_a_new_site_is_written_in_the_one_shape(tmp_path, language, quartiers):
    folder = written(tmp_path, site_files(Wished("L’Île : la côte", language, quartiers)))
    found = formatting(files_in(folder / "content"))
    assert (found.changed, found.left, found.at_risk) == ({}, {}, ())
