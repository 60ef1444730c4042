"""A form in another program than the one it was made for."""

import shutil
import subprocess

import pytest

from aktivplan.forms.writer import write_form
from tests.forms.support import opened
from tests.support import make_plan

SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_opens_a_filled_form_and_counts_its_complete_rows(tmp_path):
    plan = make_plan()
    workbook = opened(write_form(plan, plan.units[0]))
    sheet = workbook["Aktiviteter"]
    complete = ["1.1 Vi vet mer om barns levnadsvillkor", "Samtal", "Rektor", "mars 2027"]
    for row, values in {
        6: complete,
        7: [*complete[:2], "  ", "mars"],
        9: complete,
        700: ["", "Bara text"],
    }.items():
        for column, text in enumerate(values, start=2):
            sheet.cell(row, column, text)
    workbook.save(tmp_path / "form.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [
            SOFFICE,
            profile,
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            tmp_path / "out",
            tmp_path / "form.xlsx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    computed = opened_values((tmp_path / "out" / "form.xlsx").read_bytes())
    assert computed["Aktiviteter"]["A3"].value == "Påbörjade rader: 4. Kompletta: 2. Att komplettera: 2."
    assert computed["Aktiviteter"]["A6"].value == "BUF-001"
    assert computed["Aktiviteter"]["D4"].value == "aktiviteter.ansvarig"
    assert computed["_aktivplan"].sheet_state == "hidden"


def opened_values(content):
    """The workbook with the results that were computed."""
    import io

    import openpyxl

    return openpyxl.load_workbook(io.BytesIO(content), data_only=True)
