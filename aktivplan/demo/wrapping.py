"""Mails and archives with answers in them, byte for byte the same every time. Knows no plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP

from aktivplan.definition.models import Unit
from aktivplan.ooxml import write_package

_BOUNDARY = "=_del"
"""What stands between a mail's parts; the library would draw lots for it."""
_EXCEL = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def archive(files: Sequence[tuple[str, bytes]]) -> bytes:
    """A zip with the files, by name and content."""
    return write_package(files)


def mail(sender: Unit, receiver: str, sent: datetime, files: Sequence[tuple[str, bytes]]) -> bytes:
    """A mail from the unit with the files attached, as a mail program saves it (.eml)."""
    message = EmailMessage(policy=SMTP)
    message["From"] = f'"{sender.contact}" <{sender.email}>'
    message["To"] = receiver
    message["Date"] = sent
    message["Subject"] = files[0][0]
    message["Message-ID"] = f"<{sent:%Y%m%d%H%M}.{sender.email}>"
    message.set_content(f"{sender.contact}\n{sender.name}\n")
    for name, content in files:
        message.add_attachment(content, maintype="application", subtype=_EXCEL, filename=name)
    message.set_boundary(_BOUNDARY)
    return message.as_bytes()
