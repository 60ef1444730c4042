"""Mails and archives made from scratch."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
SENDER = '"Berg, Eva" <eva.berg@lindesjo.example>'
SENT = "Tue, 03 Nov 2026 10:00:00 +0100"


def mail(
    *attachments: tuple[str, bytes], sender: str = SENDER, sent: str = SENT, subject: str = "Handlingsplan"
) -> EmailMessage:
    """A mail with those files, by name and content."""
    message = EmailMessage()
    message["From"], message["To"], message["Date"] = sender, "plan@lindesjo.example", sent
    message["Subject"] = subject
    message.set_content("Hej! Här kommer vårt svar.\n")
    for name, content in attachments:
        kind = XLSX if name.endswith(".xlsx") else ("application", "octet-stream")
        message.add_attachment(content, maintype=kind[0], subtype=kind[1], filename=name)
    return message


WRITTEN = (2026, 11, 4, 8, 30, 0)


def archive(
    *files: tuple[str, bytes],
    packing: int = zipfile.ZIP_DEFLATED,
    date: tuple[int, int, int, int, int, int] = WRITTEN,
) -> bytes:
    """A zip with those files, by path and content."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as parts:
        for name, content in files:
            parts.writestr(zipfile.ZipInfo(name, date), content, packing)
    return buffer.getvalue()
