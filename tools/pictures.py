"""Renew the pictures in the README from the demo: ``make pictures``. Needs LibreOffice and poppler."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from aktivplan.demo import folder as demo_folder
from aktivplan.folder import PlanFolder
from aktivplan.pipeline import build, load_plan

IMAGES = Path(__file__).parent.parent / "docs" / "images"
WIDTH = 900
"""Pixels."""


def page(document: Path, number: int, folder: Path) -> Image.Image:
    """One page of a document, as people see it."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(document),
    ]
    subprocess.run(command, check=True, capture_output=True)
    pdf, picture = folder / f"{document.stem}.pdf", folder / document.stem
    pages = ["-f", str(number), "-l", str(number), "-singlefile"]
    subprocess.run(["pdftoppm", "-r", "110", "-png", *pages, str(pdf), str(picture)], check=True)
    return Image.open(picture.with_suffix(".png")).convert("RGB")


def save(picture: Image.Image, name: str) -> None:
    """The picture with a thin frame, in few enough colours to stay small."""
    picture.thumbnail((WIDTH, WIDTH * 2))
    framed = Image.new("RGB", (picture.width + 2, picture.height + 2), "#CBD2D9")
    framed.paste(picture, (1, 1))
    framed.quantize(128).save(IMAGES / name, optimize=True)


if __name__ == "__main__":
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        folder = PlanFolder(root / "demo")
        demo_folder.make("barnratt", folder)
        plan = load_plan(folder).plan
        if plan is None:
            raise SystemExit("the demo's plan cannot be read")
        build(folder, plan)
        save(page(folder.handbook_file, 5, root), "handbook.png")
        save(page(folder.master_file, 1, root), "master.png")
