"""No bytes bring the opening of mails and archives to raise, and every file keeps exactly one outcome."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.compound import msg, outlook_mail
from tests.intake.files import PNG, workbook
from tests.intake.mails import archive, mail
from tests.intake.said import codes, opened

HEADER = st.sampled_from(
    [
        "From",
        "Date",
        "Subject",
        "Content-Type",
        "Content-Disposition",
        "Content-Transfer-Encoding",
        "MIME-Version",
    ]
)
ATOM = st.sampled_from(
    [
        "multipart/mixed; boundary=b",
        "message/rfc822",
        "attachment; filename",
        "name=",
        "*0*=",
        "=?utf-8?q?",
        "?=",
        "base64",
        "x-uuencode",
        '"',
        ";",
        "<a@b>",
        "--b",
        "\r\n",
        "\r\n\r\n",
        " ",
        "å",
        "\x00",
    ]
)


@cache
def samples() -> dict[str, bytes]:
    """A sound file of each kind."""
    inner = mail(("KOF.xlsx", workbook()), subject="Svar")
    outer = mail(("BUF.xlsx", workbook()), ("logo.png", PNG))
    outer.add_attachment(inner)
    return {
        "svar.eml": outer.as_bytes(),
        "svar.zip": archive(("Mapp/BUF.xlsx", workbook()), ("svar.eml", inner.as_bytes())),
        "svar.msg": msg(("BUF.xlsx", workbook() * 20), ("Svar", outlook_mail(("KOF.xlsx", workbook())))),
    }


def look(name: str, content: bytes) -> None:
    with TemporaryDirectory() as folder:
        said = codes(opened(Path(folder), name, content))
    assert name in said
    assert all(path == name or path.startswith(f"{name}/") for path in said)


@pytest.mark.parametrize("name", ["svar.eml", "svar.zip", "svar.msg"])
@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_change_to_a_sound_file_brings_its_opening_to_raise(name: str, data: st.DataObject) -> None:
    content = bytearray(samples()[name])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        match data.draw(st.sampled_from(["set", "cut", "double", "zero"])):
            case "set":
                content[at : at + 4] = data.draw(st.binary(min_size=1, max_size=8))
            case "cut":
                del content[at : at + data.draw(st.integers(1, 700))]
            case "double":
                content[at:at] = content[at : at + data.draw(st.integers(1, 700))]
            case "zero":
                content[at : at + 64] = bytes(64)
        content = content or bytearray(b"x")
    look(name, bytes(content))


@given(st.lists(st.tuples(HEADER, st.lists(ATOM, max_size=6)), max_size=8), st.lists(ATOM, max_size=20))
@settings(max_examples=300, deadline=None)
def test_no_headers_bring_the_opening_of_a_mail_to_raise(
    headers: list[tuple[str, list[str]]], body: list[str]
) -> None:
    lines = "".join(f"{name}: {''.join(atoms)}\r\n" for name, atoms in headers)
    look("svar.eml", (lines + "\r\n" + "".join(body)).encode("latin-1") or b"x")


@given(
    st.sampled_from(["svar.eml", "svar.zip", "svar.msg"]),
    st.binary(max_size=300),
    st.sampled_from([0, 8, 600]),
)
@settings(max_examples=150, deadline=None)
def test_no_bytes_behind_a_true_beginning_bring_the_opening_to_raise(
    name: str, noise: bytes, kept: int
) -> None:
    look(name, samples()[name][:kept] + noise)
