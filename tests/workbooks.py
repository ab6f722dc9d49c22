"""What the tests of workbooks share: the example as a workbook, changed and brought back."""

import difflib
import io
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.helpers import EXAMPLE

from chemins.imports.workbook import WorkbookImport, importing
from chemins.reading import Content, read
from chemins.records import KINDS

openpyxl: Any = pytest.importorskip("openpyxl")


def copied(folder: Path) -> Content:
    """The records of the example, in a folder of their own."""
    shutil.copytree(EXAMPLE / "content", folder / "content")
    return read(folder / "content", KINDS)


def opened(data: bytes) -> Any:
    """The workbook ``data``, to be changed."""
    return openpyxl.load_workbook(io.BytesIO(data))


def cell(page: Any, heading: str, row: int) -> Any:
    """The cell of the column ``heading``."""
    for each in page[1]:
        if each.value and each.value.rstrip(" *") == heading:
            return page.cell(row, each.column)
    raise KeyError(heading)


def row_of(page: Any, heading: str, said: str) -> int:
    """The first row that says ``said`` in the column ``heading``."""
    for row in range(3, page.max_row + 1):
        if cell(page, heading, row).value == said:
            return row
    raise KeyError(said)


def added(page: Any, **values: Any) -> int:
    """One row more, below the last that says something."""
    row = 3
    while any(each.value not in (None, "") for each in page[row]):
        row += 1
    for heading, value in values.items():
        cell(page, heading, row).value = value
    return row


def brought(book: Any, content: Content, name: str = "classeur.xlsx") -> WorkbookImport:
    """What ``book`` changes in ``content``."""
    path = content.folder.parent / name
    book.save(path)
    return importing(path, content, KINDS)


def difference(found: WorkbookImport, content: Content) -> dict[str, list[str]]:
    """The lines that go and come, file by file."""
    told = {}
    for path, data in found.files.items():
        file = content.folder / path
        before = file.read_text("utf-8").split("\n") if file.exists() else []
        lines = difflib.unified_diff(before, data.decode().split("\n"), lineterm="", n=0)
        told[path] = [
            each for each in lines if each[0] in "+-" and not each.startswith(("---", "+++"))
        ]
    return told
