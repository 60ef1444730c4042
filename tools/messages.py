"""Keep the catalogues in step with the code: ``python tools/messages.py update`` and ``compile``.

``update`` gathers every message in the code and brings the .po files up to it (new messages come in empty,
those no longer used go); ``compile`` makes the .mo files that the program reads.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent / "aktivplan"
LOCALES = PACKAGE / "i18n" / "locale"
LANGUAGES = ("sv", "da", "nb")
KEYWORDS = {"t": None, "words": None, "N_": None, "NN_": (1, 2), "plural": (1, 2)}
FIXED = datetime(2000, 1, 1, tzinfo=UTC)


def gather() -> Catalog:
    """Every message in the package's code."""
    catalogue = Catalog(project="Aktivplan", creation_date=FIXED)
    for _file, _line, message, _comments, _context in extract_from_dir(PACKAGE, keywords=KEYWORDS):
        catalogue.add(message)
    return catalogue


def po_file(language: str) -> Path:
    """Where a language's texts are kept."""
    return LOCALES / language / "LC_MESSAGES" / "aktivplan.po"


def read(language: str) -> Catalog:
    """A language's texts as they stand; none where there is no file."""
    path = po_file(language)
    if not path.exists():
        return Catalog(locale=language, project="Aktivplan", creation_date=FIXED, revision_date=FIXED)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def rendered(catalogue: Catalog) -> bytes:
    """A catalogue as a .po file's bytes."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, sort_output=True, width=110, no_location=True)
    return buffer.getvalue()


def update() -> None:
    """Bring every .po file up to the code."""
    template = gather()
    for language in LANGUAGES:
        catalogue = read(language)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        catalogue.creation_date = catalogue.revision_date = FIXED
        po_file(language).parent.mkdir(parents=True, exist_ok=True)
        po_file(language).write_bytes(rendered(catalogue))


def compile_all() -> None:
    """Make every .mo file."""
    for language in LANGUAGES:
        buffer = io.BytesIO()
        write_mo(buffer, read(language))
        po_file(language).with_suffix(".mo").write_bytes(buffer.getvalue())


if __name__ == "__main__":
    {"update": update, "compile": compile_all}[sys.argv[1]]()
