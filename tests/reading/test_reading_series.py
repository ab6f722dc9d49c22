"""Tables of figures as producers publish them: separators, encodings, codes, gaps, defects."""

import pytest
from tests.helpers import edition, of_files

from chemins.faults.report import Reporter
from chemins.locales import load
from chemins.reading.series import MOST_TOLD
from chemins.records import Indicator
from chemins.records.indicator import gap_of

QUARTIERS = {
    "quartiers/lilas.md": "---\nnom_officiel: Les Lilas\ncode_qp: QN99901M\n"
    'communes: [{nom: Fleurville, code: "99901"}]\n---\n',
    "quartiers/mimosas.md": "---\nnom_officiel: Les Mimosas\ncode_qp: QP999002\n---\n",
}


def read(folder, table: str | bytes, series: str = "s.csv", **more: str):
    record = f"---\ntitre: Un\nmesure: [lilas]\nserie: {series}\n---\n"
    found = edition(
        folder, {**QUARTIERS, "indicateurs/s.md": record, "indicateurs/s.csv": table, **more}
    )
    (indicator,) = (each for each in found.strategy.all(Indicator) if each.identifier == "s")
    return indicator, of_files(found.faults)


def values(indicator) -> list[tuple[str, str | None, float | None]]:
    return [(str(v.date), v.quartier or v.commune, v.value) for v in indicator.values]


@pytest.mark.parametrize(
    "table",
    [
        "date;quartier;valeur\n2024;lilas;1 234,5 %\n",
        "date,quartier,valeur\r\n2024,lilas,1234.5\r\n",
        'date,quartier,valeur\n2024,lilas,"1 234,5"\n',
        "date\tquartier\tvaleur\n2024\tlilas\t1234,5\n",
        "\ufeffAnnée;Code QPV;Valeur\n2024;QN99901M;1234,5\n",
        "Année;Code QPV;Valeur\n2024;qn99901m;1234,5\n".encode("cp1252"),
        "annee;qp;valeur\n2024;Les Lilas;1\u202f234,5\n",
        "Titre du producteur\n\ndate;quartier;valeur\n2024;lilas;1234,5\n",
        "date;quartier;valeur\r2024;lilas;1234,5\r",
        "CODGEO;date;valeur\nQN 999 01M;2024;1234,5\nQN 010 01M;2024;7\n",
        "Identifiant;date;valeur\nqn-99901m;2024;1234,5\n",
        "valeur;date;code_qp;lib_qp\n1234,5;2024;QN99901M;Autre nom\n",
        "Year;Neighbourhood;Value\n2024;lilas;1234.5\n",
        "date;quartier;valeur\n2024;lilas;1234,5\n".encode("utf-16"),
    ],
)
def test_whatever_wrote_a_table_its_values_are_the_same(tmp_path, table):
    indicator, faults = read(tmp_path, table)
    assert faults == ()
    assert values(indicator) == [("2024", "lilas", 1234.5)]


def test_a_code_that_a_spreadsheet_made_a_number_is_still_of_its_commune(tmp_path):
    quartier = '---\nnom_officiel: Les Lilas\ncommunes: [{nom: Fleurville, code: "01053"}]\n---\n'
    table = "date;commune;valeur\n2024;1053;1\n2024;1054;2\n"
    indicator, faults = read(tmp_path, table, **{"quartiers/lilas.md": quartier})
    assert faults == ()
    assert values(indicator) == [("2024", "Fleurville", 1)]


@pytest.mark.parametrize("typed", ["Val d’Orbelle", "le Val d'Orbelle", "VAL D'ORBELLE"])
def test_the_territory_is_meant_with_its_article_or_without(tmp_path, typed):
    territory = "---\ntitre: Un contrat\nnom: le Val d’Orbelle\ndemonstration: oui\n---\n"
    table = f"date;quartier;valeur\n2024;{typed};12\n"
    indicator, faults = read(tmp_path, table, **{"territoire.md": territory})
    assert faults == ()
    assert values(indicator) == [("2024", None, 12)]


def test_a_column_of_years_is_a_date_each(tmp_path):
    table = "code_qp;2019;2020;2021\nQN99901M;1;;3\nQP999002;4;s;6\nQN01001M;7;8;9\n"
    indicator, faults = read(tmp_path, table)
    assert faults == ()
    assert values(indicator) == [
        ("2019", "lilas", 1),
        ("2020", "lilas", None),
        ("2021", "lilas", 3),
        ("2019", "mimosas", 4),
        ("2020", "mimosas", None),
        ("2021", "mimosas", 6),
    ]


def test_communes_and_the_whole_territory_are_known_by_name_and_code(tmp_path):
    table = (
        "date;code_qp;commune;valeur\n2024;;99901;1\n2023;;Fleurville;2\n2024;;;3\n"
        "2023;Ensemble;;4\n2024;QN99901M;Fleurville;5\n2024;;01004;6\n"
    )
    indicator, faults = read(tmp_path, table)
    assert faults == ()
    assert values(indicator) == [
        ("2024", "Fleurville", 1),
        ("2023", "Fleurville", 2),
        ("2024", None, 3),
        ("2023", None, 4),
        ("2024", "lilas", 5),
    ]


def test_of_two_generations_of_codes_the_one_of_the_strategy_is_meant(tmp_path):
    table = "qp_2015;qp_2024;2021\nQP999001;QN99901M;1\nQP999009;QN99902M;2\n"
    indicator, faults = read(tmp_path, table)
    assert faults == ()
    assert values(indicator) == [("2021", "lilas", 1)]


def test_one_table_serves_several_measures_by_their_columns(tmp_path):
    table = "code_qp;TX_POV;REV\nQN99901M;41,2;1204\n"
    indicator, faults = read(tmp_path, table, "{fichier: s.csv, colonne: tx_pov, date: 2021}")
    assert faults == ()
    assert values(indicator) == [("2021", "lilas", 41.2)]


def test_a_table_may_lie_elsewhere_in_the_folder(tmp_path):
    table = "date;valeur\n2024;1\n"
    found = {"donnees/mes chiffres.csv": table}
    indicator, faults = read(tmp_path, "x;y\n", "../donnees/mes chiffres.csv", **found)
    assert [each.code for each in faults] == ["W-STRAY"], "the other table is named by nobody"
    assert values(indicator) == [("2024", None, 1)]


@pytest.mark.parametrize("typed", ["s", "S", "secret statistique", "nd", "n.d.", "N/A", "ns", "-"])
def test_an_absence_that_is_told_is_no_fault(tmp_path, typed):
    indicator, faults = read(tmp_path, f"date;valeur\n2024;{typed}\n2025;\n")
    assert faults == ()
    told, untold = indicator.values
    assert (told.value, told.gap) == (None, gap_of(typed, load("fr")))
    assert told.gap is not None
    assert (untold.value, untold.gap) == (None, None)


def test_a_value_that_is_not_known_may_be_told_in_a_record_too(tmp_path):
    record = "---\ntitre: Un\nmesure: [lilas]\nmesures: [{date: 2024, valeur: nd}]\n---\n"
    found = edition(tmp_path, {**QUARTIERS, "indicateurs/s.md": record})
    assert of_files(found.faults) == ()
    assert found.strategy.all(Indicator)[0].values[0].gap.value == "unavailable"


def test_of_many_wrong_cells_the_first_are_told_and_the_others_counted(tmp_path):
    table = "date;valeur\n" + "".join(f"{1900 + n};beaucoup\n" for n in range(100))
    _, faults = read(tmp_path, table)
    assert [each.code for each in faults] == ["E-NUMBER"] * MOST_TOLD + ["E-ROW"]
    assert faults[-1].values["count"] == 100 - MOST_TOLD
    assert (faults[0].place.line, faults[0].place.column) == (2, 6)


def test_a_wrong_cell_of_a_table_that_two_records_name_is_told_once(tmp_path):
    table = "date;a;b\n2023;1;2\nprintemps;1;2\n"
    other = "---\ntitre: Deux\nmesure: [lilas]\nserie: {fichier: s.csv, colonne: b}\n---\n"
    more = {"indicateurs/t.md": other}
    _, faults = read(tmp_path, table, "{fichier: s.csv, colonne: a}", **more)
    assert [(each.code, each.place.line) for each in faults] == [("E-DATE", 3)]


@pytest.mark.parametrize(
    ("table", "code"),
    [
        (b"", "E-SERIES"),
        (b"\x89PNG\r\n\x1a\n\0\0", "E-SERIES"),
        ("date;valeur\n", "E-SERIES"),
        ("date;valeur\n2024;1\u202e\n", "E-CHARACTER"),
        ("une seule colonne\n2024\n", "E-SERIES"),
        ('date;valeur\n"2024;1\n2025;2\n', "E-DATE"),
        ("date;valeur\n2024-13;1\n", "E-DATE"),
        ("date;valeur\n2024;1e999\n", "E-NUMBER"),
        ("date;valeur\n2024;=1+1\n", "E-NUMBER"),
        ("\n" * 5000, "E-SERIES"),
    ],
)
def test_a_table_that_is_none_is_told_and_brings_nothing(tmp_path, table, code):
    indicator, faults = read(tmp_path, table)
    assert code in [each.code for each in faults]
    assert indicator.values == ()


def test_a_table_is_not_told_twice_by_those_who_look_at_files(tmp_path):
    _, faults = read(tmp_path, b"\x89PNG\r\n\x1a\n\0\0")
    assert [each.code for each in faults] == ["E-SERIES"]


def test_a_table_whose_places_nobody_knows_asks_for_the_heading_that_says_them(tmp_path):
    table = "secteur;annee;taux;a;b;c;d;e;f\nA;2024;1;1;1;1;1;1;1\nB;2024;2;2;2;2;2;2;2\n"
    series = "{fichier: s.csv, colonne: taux}"
    edited = edition(
        tmp_path,
        {
            **QUARTIERS,
            "indicateurs/s.md": f"---\ntitre: Un\nmesure: [lilas]\nserie: {series}\n---\n",
            "indicateurs/s.csv": table,
        },
    )
    (wrong,) = (each for each in edited.faults if each.code == "E-PERIOD")
    said = Reporter(load("fr"))
    assert "aucune colonne ne dit de quel quartier" in said.sentence(wrong)
    assert "cle:" in said.hint(wrong)
