"""The sheets of plan.xlsx that are lists: goals, units, tables, fields, choices, texts of mails. Data only."""

from __future__ import annotations

from aktivplan.definition.plan_settings import LANGUAGE_WORDS, SETTINGS
from aktivplan.definition.plan_slots import YES_NO, Kind, SheetWords, Slot, Word
from aktivplan.definition.terms import Audience, FieldType, Meaning, MessageKind, Need
from aktivplan.i18n import N_

_TYPES = (
    Word(FieldType.TEXT, N_("text")),
    Word(FieldType.LONGTEXT, N_("long text")),
    Word(FieldType.CHOICE, N_("choice")),
    Word(FieldType.MULTICHOICE, N_("several choices")),
    Word(FieldType.GOAL, N_("goal")),
    Word(FieldType.PERSON, N_("person")),
    Word(FieldType.PERIOD, N_("time or period")),
    Word(FieldType.DATE, N_("date")),
    Word(FieldType.NUMBER, N_("number")),
    Word(FieldType.PERCENT, N_("per cent")),
    Word(FieldType.MONEY, N_("money")),
    Word(FieldType.YESNO, N_("yes/no")),
    Word(FieldType.EMAIL, N_("e-mail")),
)

_NEEDS = (
    Word(Need.REQUIRED, N_("required")),
    Word(Need.RECOMMENDED, N_("recommended")),
    Word(Need.OPTIONAL, N_("optional")),
)

_AUDIENCES = (Word(Audience.EVERYONE, N_("everyone")), Word(Audience.LEADERS, N_("leaders")))

_MEANINGS = (Word(Meaning.ACTIVE, N_("active")), Word(Meaning.GRANTED, N_("granted")))

_MESSAGES = (
    Word(MessageKind.TEMPLATES, N_("the form")),
    Word(MessageKind.CORRECTIONS, N_("corrections")),
    Word(MessageKind.HANDBOOK, N_("the handbook")),
    Word(MessageKind.REMINDER, N_("reminder")),
    Word(MessageKind.DIGEST, N_("the leader's summary")),
)

_KEY_HELP = N_(
    "A short name for Aktivplan's own use, without spaces. Do not change it once forms have gone out."
)

GOALS = SheetWords(
    "goals",
    N_("Goals"),
    N_("The goal tree: the goals that the units break down. Each goal stands under its parent goal."),
    (
        Slot(
            "id",
            N_("Id"),
            N_("The goal's number, such as 1.2. Each goal has its own."),
            Kind.CODE,
            needed=True,
            width=10,
        ),
        Slot("text", N_("Goal"), N_("The goal, as people are to read it."), needed=True, width=60),
        Slot(
            "parent",
            N_("Parent goal"),
            N_("The id of the goal that this one serves. Empty: a topmost goal."),
            Kind.CODE,
            suggestions="goals.id",
            width=16,
        ),
        Slot(
            "description",
            N_("Description"),
            N_("More about the goal, for the handbook. May be empty."),
            width=60,
        ),
    ),
)

UNITS = SheetWords(
    "units",
    N_("Units"),
    N_("Those who answer. Aktivplan makes one form for each row."),
    (
        Slot(
            "code",
            N_("Code"),
            N_(
                "A short code that stands in file names and row ids, such as BUF. Letters, digits and hyphens, at most 12."
            ),
            Kind.CODE,
            needed=True,
            width=14,
        ),
        Slot("name", N_("Name"), N_("The unit's full name."), needed=True, width=36),
        Slot(
            "group",
            N_("Group"),
            N_("What the unit belongs to, such as a department or an area. May be empty."),
            width=24,
        ),
        Slot("contact", N_("Contact"), N_("Who is to get the form."), width=24),
        Slot("email", N_("E-mail"), N_("The address that the form is sent to."), width=36),
        Slot("manager", N_("Manager"), N_("The unit's manager, who approves its answers."), width=24),
    ),
)

TABLES = SheetWords(
    "tables",
    N_("Tables"),
    N_("The sheets that the units fill in. Most plans need only one."),
    (
        Slot("key", N_("Key"), _KEY_HELP, Kind.KEY, width=18),
        Slot(
            "title",
            N_("Title"),
            N_("The name of the sheet in the form, at most 31 characters."),
            needed=True,
            width=30,
        ),
        Slot(
            "code",
            N_("Id letters"),
            N_(
                "One to three letters before the number in row ids, such as A in BUF-A003. Needed when there are several tables."
            ),
            Kind.CODE,
            width=14,
        ),
        Slot(
            "help",
            N_("Help text"),
            N_("A sentence or two on how the sheet is filled in. Stands at its top."),
            width=60,
        ),
        Slot(
            "numbered",
            N_("Numbered under goals"),
            N_(
                "Whether the rows get numbers under their goals in the finished plan: 1.1.1, 1.1.2 and so on."
            ),
            Kind.YESNO,
            YES_NO,
            width=16,
        ),
    ),
)

FIELDS = SheetWords(
    "fields",
    N_("Fields"),
    N_("The columns of each table, in the order in which the form shows them."),
    (
        Slot(
            "table",
            N_("Table"),
            N_("The key of the table that the field belongs to."),
            Kind.KEY,
            needed=True,
            suggestions="tables.key",
            width=13,
        ),
        Slot("key", N_("Key"), _KEY_HELP, Kind.KEY, width=14),
        Slot(
            "heading",
            N_("Heading"),
            N_(
                "The heading over the column, as the units see it. A goal field may do without; it is then called what its level is called."
            ),
            needed=True,
            width=22,
        ),
        Slot(
            "type",
            N_("Type"),
            N_("What the units fill in. Choose from the list."),
            Kind.WORD,
            _TYPES,
            width=11,
        ),
        Slot(
            "required",
            N_("Requirement"),
            N_(
                "Required: a row without it is not taken in. Recommended: the unit is reminded. Optional: it may be left empty."
            ),
            Kind.WORD,
            _NEEDS,
            width=14,
        ),
        Slot(
            "help",
            N_("Help text"),
            N_("What the unit is told when it stands in a cell of the column."),
            width=38,
        ),
        Slot("example", N_("Example"), N_("A good answer, shown together with the help text."), width=30),
        Slot(
            "choices",
            N_("Choice list"),
            N_("For choices: the name of a list from the sheet of choice lists."),
            Kind.KEY,
            suggestions="choices.list",
            width=13,
        ),
        Slot(
            "audience",
            N_("Visible to"),
            N_(
                "Everyone: stands in the forms. Leaders: is filled in in the master workbook and never shown to the units."
            ),
            Kind.WORD,
            _AUDIENCES,
            width=11,
        ),
        Slot(
            "level",
            N_("Goal level"),
            N_("For goals: the level to choose from, 1 for the topmost. Empty: the lowest goals."),
            Kind.WHOLE,
            width=9,
        ),
        Slot(
            "minimum",
            N_("Lowest value"),
            N_("For numbers: the lowest value that is allowed. Empty: no limit."),
            Kind.NUMBER,
            width=9,
        ),
        Slot(
            "maximum",
            N_("Highest value"),
            N_("For numbers: the highest value that is allowed. Empty: no limit."),
            Kind.NUMBER,
            width=9,
        ),
        Slot(
            "measurable",
            N_("Measurable"),
            N_("Whether the text must hold a number or a date that tells when it is met."),
            Kind.YESNO,
            YES_NO,
            width=11,
        ),
    ),
    frozen=3,
)

CHOICES = SheetWords(
    "choices",
    N_("Choice lists"),
    N_("What the drop-downs of choice fields offer: one row for each choice."),
    (
        Slot(
            "list",
            N_("Choice list"),
            N_("The list's name, the same on each of its rows. Fields refer to it."),
            Kind.KEY,
            needed=True,
            width=22,
        ),
        Slot(
            "value",
            N_("Option"),
            N_("What the units choose. The drop-down keeps the order of the rows."),
            needed=True,
            width=48,
        ),
        Slot(
            "meaning",
            N_("Meaning"),
            N_(
                "What Aktivplan makes of it. Active: the goal counts as active. Granted: the row may be shown to participants. Most often empty."
            ),
            Kind.WORD,
            _MEANINGS,
            width=16,
        ),
    ),
    optional=True,
)

MESSAGES = SheetWords(
    "messages",
    N_("Messages"),
    N_(
        "What Aktivplan's mails say. Change the words as you like; what stands in double braces is filled in."
    ),
    (
        Slot(
            "kind",
            N_("Message"),
            N_(
                "What the mail is for. Choose from the list; a row that you remove gets Aktivplan's own text."
            ),
            Kind.WORD,
            _MESSAGES,
            needed=True,
            width=18,
        ),
        Slot(
            "language",
            N_("Language"),
            N_("The language of the text. Rows in another language than the plan's are not used."),
            Kind.WORD,
            LANGUAGE_WORDS,
            width=12,
        ),
        Slot(
            "subject",
            N_("Subject"),
            N_("The mail's subject. Placeholders such as {{ title }} and {{ unit }} are filled in."),
            needed=True,
            width=40,
        ),
        Slot(
            "body",
            N_("Text of the mail"),
            N_(
                "An empty line begins a new paragraph, and a line that begins with • is an item of a list. docs/mail.md lists the placeholders."
            ),
            needed=True,
            width=90,
        ),
    ),
    optional=True,
)

LISTS = (GOALS, UNITS, TABLES, FIELDS, CHOICES, MESSAGES)
"""The sheets that are lists, in their order."""

SHEETS = (SETTINGS, *LISTS)
"""The sheets of plan.xlsx, in their order."""
