from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from aktivplan.rendering.handbook.handbook import render_handbook
from tests.rendering.handbook.documents import small_edition


@pytest.mark.skipif(shutil.which("soffice") is None, reason="soffice (LibreOffice) is not installed")
def test_the_handbook_opens_in_libreoffice(tmp_path: Path) -> None:
    file = tmp_path / "handbook.docx"
    file.write_bytes(render_handbook(small_edition()).packed())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert (tmp_path / "handbook.pdf").read_bytes().startswith(b"%PDF")
