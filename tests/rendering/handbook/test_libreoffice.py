from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from aktivplan.rendering.handbook.handbook import render_handbook
from aktivplan.rendering.handbook.template.checking import check_template
from tests.rendering.handbook.documents import Handbook, W, small_edition
from tests.rendering.handbook.templates import changed, heading, line, template
from tests.support import make_plan

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="soffice (LibreOffice) is not installed"
)


def converted(content: bytes, ending: str, folder: Path) -> bytes:
    """What LibreOffice saves the document as."""
    (folder / "in.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            ending,
            "--outdir",
            folder / "out",
            folder / "in.docx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / "out" / f"in.{ending}").read_bytes()


def test_the_handbook_opens_in_libreoffice(tmp_path: Path) -> None:
    made = render_handbook(small_edition()).packed()
    assert converted(made, "pdf", tmp_path).startswith(b"%PDF")


def test_a_template_with_a_profile_of_its_own_serves_after_libreoffice_has_saved_it(tmp_path: Path) -> None:
    """Wine-red headings, wide margins, prose and a list of the user's own."""
    own = template(
        line("{{ titel }}", "Title"),
        line("{{ innehåll }}"),
        heading("Förord"),
        line("Barnen först, skriver {{ organisation }}."),
        line("Skriv om målen här.", "Guidance"),
        heading("Vår plan"),
        line("{{ aktiviteter per mål }}"),
        heading("Enheterna"),
        line("{{ aktiviteter per enhet }}"),
    )
    own = changed(own, "word/styles.xml", lambda part: part.replace(b"1B4B66", b"7A1F3D"))
    own = changed(own, "word/document.xml", lambda part: part.replace(b'"1080"', b'"1700"'))
    saved = converted(own, "docx", tmp_path)
    assert not [
        one.code
        for one in check_template(saved, make_plan(), "handbook.docx")
        if one.code != "template-style-missing"
    ]
    handbook = Handbook(small_edition(), template=saved)
    assert [text for level, text in handbook.headings if level == 1] == ["Förord", "Vår plan", "Enheterna"]
    assert "Barnen först, skriver Lindesjö kommun." in handbook.text
    assert "Skriv om målen här." not in handbook.text
    assert {one.get(f"{W}fill") for one in handbook.all("shd")} == {"7A1F3D"}
    assert {int(one.get(f"{W}w", 0)) for one in handbook.all("tblW")} == {11_906 - 2 * 1_700}
    assert {"record_1", "goal_1", "unit_1"} <= set(handbook.bookmarks)
    assert converted(handbook.bytes, "pdf", tmp_path).startswith(b"%PDF")
