"""Workbooks that nobody should have sent: each is refused with a sentence, and at once."""

import io
import os
import zipfile

import pytest
from tests.imports.test_workbook_import import whole  # noqa: F401 - the example, exported once
from tests.workbooks import openpyxl

from chemins.faults import worst
from chemins.imports import workbook_file
from chemins.imports.workbook import importing
from chemins.records import KINDS

SHEET = "xl/worksheets/sheet2.xml"
BILLION = "<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {name} '{f'&{of};' * 10}'>" for of, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def told(file, content):
    found = importing(file, content, KINDS)
    return [f"{each.code} {each.variant}".strip() for each in found.faults]


def remade(data, member, change):
    """The workbook ``data``, with one of its members otherwise."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in {*old.namelist(), member}:
            said = old.read(name) if name in old.namelist() else b""
            new.writestr(name, change(said) if name == member else said)
    return out.getvalue()


def merging(said):
    return lambda page: page.replace(
        b"</sheetData>", f"</sheetData><mergeCells>{said}</mergeCells>".encode()
    )


def filled(row):
    return lambda page: page.replace(b"</sheetData>", f"{row}</sheetData>".encode())


def locked(data):
    """``data`` as an archive whose members a password hides."""
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        parts = data.split(mark)
        data = mark.join([parts[0], *(_marked(part, at - 4) for part in parts[1:])])
    return data


def _marked(part, at):
    return part[:at] + bytes([part[at] | 1]) + part[at + 1 :]


HOSTILE = {
    "a-password": (locked, "old"),
    "a-billion-laughs": (
        lambda data: remade(data, SHEET, lambda _: f"<!DOCTYPE s [{BILLION}]><s>&i;</s>".encode()),
        "broken",
    ),
    "a-text-that-is-not-there": (
        lambda data: remade(data, SHEET, filled('<row r="9"><c r="A9" t="s"><v>9e9</v></c></row>')),
        "broken",
    ),
    "all-cells-merged": (
        lambda data: remade(data, SHEET, merging('<mergeCell ref="A1:XFD1048576"/>')),
        "merged",
    ),
    "a-hundred-large-merges": (
        lambda data: remade(data, SHEET, merging('<mergeCell ref="A2:GR20000"/>' * 100)),
        "merged",
    ),
    "whole-columns-merged": (
        lambda data: remade(data, SHEET, merging('<mergeCell ref="B:C"/>')),
        "merged",
    ),
    "a-row-beyond-those-that-are-read": (
        lambda data: remade(data, SHEET, filled('<row r="20001"><c r="A20001"><v>1</v></c></row>')),
        "rows",
    ),
    "no-part-that-is-a-workbook": (
        lambda data: remade(data, "[Content_Types].xml", lambda said: said.replace(b"main", b"x")),
        "broken",
    ),
    "swollen": (
        lambda data: remade(data, "xl/media/a.bin", lambda _: bytes(65 << 20)),
        "heavy",
    ),
}


@pytest.mark.parametrize(("made", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_workbook_is_refused_with_its_reason(whole, tmp_path, made, reason):  # noqa: F811
    file = tmp_path / "classeur.xlsx"
    file.write_bytes(made(whole[1]))
    assert told(file, whole[0]) == [f"E-SHEET-FILE {reason}"]


@pytest.mark.parametrize("name", ["classeur.xlsx", "visions.csv"])
def test_a_pipe_is_not_waited_for(whole, tmp_path, name):  # noqa: F811
    os.mkfifo(tmp_path / name)
    assert told(tmp_path / name, whole[0]) == ["E-SHEET-FILE special"]


def test_a_link_to_a_workbook_is_followed(whole, tmp_path):  # noqa: F811
    (tmp_path / "un.xlsx").write_bytes(whole[1])
    (tmp_path / "lien.xlsx").symlink_to("un.xlsx")
    assert told(tmp_path / "lien.xlsx", whole[0]) == []


def test_a_table_is_never_read_in_part(whole, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setattr(workbook_file, "MAX_ROWS", 3)
    file = tmp_path / "visions.csv"
    file.write_text("Titre;Année\n" + "Une vision;2040\n" * 3, "utf-8")
    assert told(file, whole[0]) == ["E-SHEET-FILE rows"]


def test_a_cell_of_200_000_signs_in_a_table_is_told(whole, tmp_path):  # noqa: F811
    file = tmp_path / "visions.csv"
    file.write_text(f"Titre;Année\n{'x' * 200_000};2040\n", "utf-8")
    assert told(file, whole[0]) == ["E-SHEET-FILE broken"]


def test_signs_that_nobody_sees_are_told_at_their_cell_and_halves_of_signs_stay_text(
    whole,  # noqa: F811
    tmp_path,
):
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Visions"
    for row in (["Titre"], ["La _x202E_vision"], ["Un _xD800_ demi"], ["Une_x0007_ cloche"]):
        page.append(row)
    book.save(tmp_path / "classeur.xlsx")
    found = importing(tmp_path / "classeur.xlsx", whole[0], KINDS)
    assert worst(found.faults) is not None
    assert [(each.code, each.place.line) for each in found.faults] == [
        ("E-CHARACTER", 2),
        ("E-CHARACTER", 4),
    ]
