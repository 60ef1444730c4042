"""Forty units that get a form by mail and answer as people do, each in a way of its own. Their mails, and what is to become of them."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage, Message
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook

from aktivplan.definition.models import Plan, Unit
from aktivplan.demo.saved_time import with_saved_time
from aktivplan.demo.stray_files import damaged, encrypted, photograph
from aktivplan.edition import UnitStatus
from aktivplan.forms.layout import FIRST_ROW, form_file_name
from tests.support import make_plan, make_settings

PLAN_ADDRESS = "plan@lindesjo.example"
IN_TIME, LATE = datetime(2026, 11, 5, 9, 0, tzinfo=UTC), datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
XLSX = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ANSWERED, REJECTED, MISSING = UnitStatus.ANSWERED, UnitStatus.REJECTED, UnitStatus.MISSING

Form = bytes
Mails = Iterator[Message]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to answer: the mails that a unit sends, and what is to become of them."""

    name: str
    mails: Callable[[Plan, Unit, Form], Mails]
    status: UnitStatus
    to_mend: bool = False
    """Whether the unit gets a corrected copy."""
    late: bool = False


def forty_units(**changes: object) -> Plan:
    """A plan that asks forty units."""
    units = tuple(
        Unit(
            code=f"E{number:02}",
            name=f"Enheten {name}",
            group=f"Område {number % 4 + 1}",
            contact=f"Kontakt {name}",
            email=f"e{number:02}@lindesjo.example",
            manager=f"Chef {name}",
        )
        for number, name in enumerate(NAMES, start=1)
    )
    return make_plan(settings=make_settings(leader_email=PLAN_ADDRESS), units=units, **changes)


NAMES = tuple(
    f"{tree}{place}"
    for place in ("backen", "gården", "skogen", "viken")
    for tree in ("Ask", "Björk", "Ek", "Gran", "Hassel", "Lind", "Lönn", "Pil", "Rönn", "Tall")
)


def way_of(number: int) -> Way:
    """How the unit with that place in the plan, from 0, answers."""
    return WAYS[number % len(WAYS)]


# --- what people write into the form ---------------------------------------------------------------------------


def filled(form: Form, *texts: str, saved: datetime = IN_TIME) -> bytes:
    """The form with a complete row for each text, as Excel would save it at that time."""
    book = openpyxl.load_workbook(io.BytesIO(form))
    for number, text in enumerate(texts):
        write(book, number, text)
    return saved_at(book, saved)


def write(book: Workbook, number: int, text: str, **cells: str) -> None:
    """One row of the table of activities; ``cells`` by heading."""
    sheet = book["Aktiviteter"]
    headings = {cell.value: cell.column for cell in sheet[FIRST_ROW - 1] if cell.value}
    said = {
        "Övergripande mål": "1.1 Vi vet mer om barns levnadsvillkor",
        "Aktivitet": text,
        "Ansvarig": "Rektor",
        "Tid": "mars–maj 2027",
        "Indikatorer": "Minst 80 % av barnen har svarat",
    }
    for heading, words in (said | cells).items():
        sheet.cell(FIRST_ROW + number, headings[heading], words)


def saved_at(book: Workbook, moment: datetime) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return with_saved_time(content.getvalue(), moment)


def with_libreoffice(form: Form, ending: str, folder: Path) -> bytes:
    """The form as LibreOffice saves it in another format."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "form.xlsx").write_bytes(form)
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    convert = ["--convert-to", ending, "--outdir", str(folder / "out"), str(folder / "form.xlsx")]
    subprocess.run([*command, *convert], check=True, capture_output=True, timeout=120)
    return (folder / "out" / f"form.{ending}").read_bytes()


# --- mails -----------------------------------------------------------------------------------------------------


def mail(
    unit: Unit, *files: tuple[str, bytes], sender: str = "", sent: datetime = IN_TIME, words: str = ""
) -> EmailMessage:
    """A mail from the unit's contact with those files, by name and content."""
    message = EmailMessage()
    message["From"] = sender or f"{unit.contact} <{unit.email}>"
    message["To"], message["Date"] = PLAN_ADDRESS, format_datetime(sent)
    message["Subject"] = f"SV: Handlingsplan för barnets rättigheter – {unit.name}"
    message["Message-ID"] = f"<{unit.code}-{sent:%d%H%M}-{len(files)}-{len(words)}@lindesjo.example>"
    message.set_content(words or "Hej!\n\nHär kommer vårt svar.\n\nHälsningar\n" + unit.contact)
    for name, content in files:
        kind = ("application", XLSX) if name.endswith(".xlsx") else ("application", "octet-stream")
        message.add_attachment(content, maintype=kind[0], subtype=kind[1], filename=name)
    return message


def _plain(plan: Plan, unit: Unit, form: Form) -> Mails:
    yield mail(unit, (form_file_name(plan, unit), filled(form, "Samtala med barn", "Utbilda personal")))


def _renamed(plan: Plan, unit: Unit, form: Form) -> Mails:
    yield mail(unit, ("svar slutlig version (2).xlsx", filled(form, "Samtala med barn")))


def _zipped(plan: Plan, unit: Unit, form: Form) -> Mails:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("svar/handlingsplan.xlsx"), filled(form, "Samtala med barn"))
    yield mail(unit, ("svar.zip", packed.getvalue()))


def _forwarded(plan: Plan, unit: Unit, form: Form) -> Mails:
    colleague = mail(unit, ("plan.xlsx", filled(form, "Samtala med barn")), sender="kollega@lindesjo.example")
    message = mail(unit, words="Vidarebefordrar från min kollega.")
    message.add_attachment(colleague)
    yield message


def _with_logo(plan: Plan, unit: Unit, form: Form) -> Mails:
    message = mail(unit, ("plan.xlsx", filled(form, "Samtala med barn")))
    message.add_attachment(photograph(40, 20), maintype="image", subtype="png", filename="image001.png")
    yield message


def _lacking(plan: Plan, unit: Unit, form: Form) -> Mails:
    book = openpyxl.load_workbook(io.BytesIO(form))
    write(book, 0, "Samtala med barn")
    write(book, 1, "Utbilda personal", Ansvarig="")
    yield mail(unit, ("plan.xlsx", saved_at(book, IN_TIME)))


def _unclear_goal(plan: Plan, unit: Unit, form: Form) -> Mails:
    book = openpyxl.load_workbook(io.BytesIO(form))
    write(book, 0, "Samtala med barn", **{"Övergripande mål": "Bättre skolgårdar"})
    yield mail(unit, ("plan.xlsx", saved_at(book, IN_TIME)))


def _from_another(plan: Plan, unit: Unit, form: Form) -> Mails:
    name = form_file_name(plan, unit)
    yield mail(unit, (name, filled(form, "Samtala med barn")), sender="vikarie@annan.example")


def _without_file(plan: Plan, unit: Unit, form: Form) -> Mails:
    yield mail(unit, words="Hej! Vi återkommer nästa vecka.")


def _photographed(plan: Plan, unit: Unit, form: Form) -> Mails:
    yield mail(unit, ("IMG_2041.png", photograph()), words="Jag fyllde i den för hand, se bild.")


def _blank(plan: Plan, unit: Unit, form: Form) -> Mails:
    yield mail(unit, (form_file_name(plan, unit), filled(form)))


def _twice(plan: Plan, unit: Unit, form: Form) -> Mails:
    name = form_file_name(plan, unit)
    yield mail(unit, (name, filled(form, "Första tanken")))
    later = IN_TIME.replace(day=7)
    yield mail(unit, (name, filled(form, "Andra tanken", "Och en till", saved=later)), sent=later)


def _the_same_twice(plan: Plan, unit: Unit, form: Form) -> Mails:
    name, content = form_file_name(plan, unit), filled(form, "Samtala med barn")
    yield mail(unit, (name, content))
    yield mail(unit, (name, content), sent=IN_TIME.replace(day=6), words="Skickar igen för säkerhets skull.")


def _away_then_answer(plan: Plan, unit: Unit, form: Form) -> Mails:
    away = mail(unit, words="Jag är ledig till den 4 november och läser ingen e-post.")
    away.replace_header("Subject", "Autosvar: Formulär att fylla i")
    away["Auto-Submitted"] = "auto-replied"
    yield away
    yield mail(unit, (form_file_name(plan, unit), filled(form, "Samtala med barn")))


def _no_such_address(plan: Plan, unit: Unit, form: Form) -> Mails:
    report = MIMEMultipart("report", report_type="delivery-status")
    report["From"], report["To"] = "MAILER-DAEMON@lindesjo.example", PLAN_ADDRESS
    report["Date"], report["Subject"] = format_datetime(IN_TIME), "Undelivered Mail Returned to Sender"
    report["Message-ID"], report["Auto-Submitted"] = f"<bounce-{unit.code}@lindesjo.example>", "auto-replied"
    report.attach(MIMEText(f"<{unit.email}>: host mx.lindesjo.example said: 550 5.1.1 User unknown"))
    whole, failed = Message(), Message()
    whole["Reporting-MTA"] = "dns; mx.lindesjo.example"
    failed["Final-Recipient"], failed["Action"] = f"rfc822; {unit.email}", "failed"
    failed["Status"], failed["Diagnostic-Code"] = "5.1.1", "smtp; 550 5.1.1 User unknown"
    status = MIMENonMultipart("message", "delivery-status")
    status.set_payload([whole, failed])
    report.attach(status)
    yield report


def _of_another(plan: Plan, unit: Unit, form: Form) -> Mails:
    book = openpyxl.load_workbook(io.BytesIO(form))
    write(book, 0, "Samtala med barn")
    other = plan.units[(plan.units.index(unit) + 5) % len(plan.units)]
    for sheet in book.worksheets[:1]:
        for row in sheet.iter_rows():
            for cell in row:
                cell.value = other.code if cell.value == unit.code else cell.value
    yield mail(unit, ("plan.xlsx", saved_at(book, IN_TIME)))


def _damaged(plan: Plan, unit: Unit, form: Form) -> Mails:
    yield mail(unit, (form_file_name(plan, unit), damaged(filled(form, "Samtala med barn"))))


def _encrypted(plan: Plan, unit: Unit, form: Form) -> Mails:
    yield mail(unit, (form_file_name(plan, unit), encrypted(filled(form, "Samtala med barn"))))


def _late(plan: Plan, unit: Unit, form: Form) -> Mails:
    content = filled(form, "Samtala med barn", saved=LATE)
    yield mail(unit, (form_file_name(plan, unit), content), sent=LATE)


def _own_headings(plan: Plan, unit: Unit, form: Form) -> Mails:
    book = openpyxl.load_workbook(io.BytesIO(form))
    write(book, 0, "Samtala med barn")
    sheet = book["Aktiviteter"]
    sheet.cell(FIRST_ROW - 1, 4, "Vem gör det?")
    sheet.cell(FIRST_ROW - 1, 9, "Vår egen anteckning")
    sheet.cell(FIRST_ROW, 9, "Prata med Eva")
    yield mail(unit, ("plan.xlsx", saved_at(book, IN_TIME)))


WAYS = (
    Way("som tänkt", _plain, ANSWERED),
    Way("omdöpt fil", _renamed, ANSWERED),
    Way("zip", _zipped, ANSWERED),
    Way("vidarebefordrat", _forwarded, ANSWERED),
    Way("med logotyp", _with_logo, ANSWERED),
    Way("saknar ansvarig", _lacking, ANSWERED, to_mend=True),
    Way("okänt mål", _unclear_goal, REJECTED, to_mend=True),
    Way("annan avsändare", _from_another, ANSWERED),
    Way("utan fil", _without_file, REJECTED),
    Way("fotograferat", _photographed, REJECTED),
    Way("tomt formulär", _blank, MISSING),
    Way("två svar", _twice, ANSWERED),
    Way("samma svar två gånger", _the_same_twice, ANSWERED),
    Way("frånvarande först", _away_then_answer, ANSWERED),
    Way("adressen finns inte", _no_such_address, MISSING),
    Way("en annan enhets kod", _of_another, MISSING),
    Way("skadad fil", _damaged, REJECTED),
    Way("lösenord", _encrypted, REJECTED),
    Way("för sent", _late, ANSWERED, late=True),
    Way("egna rubriker", _own_headings, ANSWERED),
)
