"""A workbook that LibreOffice saved comes back byte for byte, like ours. Needs libreoffice-calc."""

import shutil
import subprocess

import pytest
from tests.workbooks import copied, importing

from chemins.exports.workbook import workbook_of
from chemins.records import KINDS

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not on this machine"
)


def resaved(path, form):
    """What LibreOffice makes of the workbook ``path``."""
    out = path.parent / "saved"
    home = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", form, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return out


def test_a_round_through_libreoffice_changes_nothing(tmp_path):
    content = copied(tmp_path)
    path = tmp_path / "classeur.xlsx"
    path.write_bytes(workbook_of(content.records, KINDS, content.locale, path.name))
    out = resaved(path, "xlsx:Calc MS Excel 2007 XML")
    found = importing(out / path.name, content, KINDS)
    assert [each.code for each in found.faults] == []
    assert (dict(found.files), found.gone) == ({}, ())
