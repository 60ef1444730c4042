"""The fixed words of a definition: what a field can hold, who sees it, and what a plan can choose between."""

from __future__ import annotations

from enum import StrEnum


class FieldType(StrEnum):
    """What a field holds."""

    TEXT = "text"
    LONGTEXT = "longtext"
    CHOICE = "choice"
    MULTICHOICE = "multichoice"
    GOAL = "goal"
    PERSON = "person"
    PERIOD = "period"
    DATE = "date"
    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    YESNO = "yesno"
    EMAIL = "email"


class Need(StrEnum):
    """What an empty field means: an error, a warning, or nothing."""

    REQUIRED = "required"
    RECOMMENDED = "recommended"
    OPTIONAL = "optional"


class Audience(StrEnum):
    """Who may see a field. A leaders' field is filled in in the master workbook and stays there."""

    EVERYONE = "everyone"
    LEADERS = "leaders"


class Meaning(StrEnum):
    """What Aktivplan understands by a choice; most choices mean nothing to it."""

    NONE = ""
    ACTIVE = "active"
    """The record's goal counts as active (limit: `Settings.max_active`)."""
    GRANTED = "granted"
    """The record may be shown to participants. In a table with such a choice, no other record is."""


class Wheel(StrEnum):
    """When the plan's year begins: January, or August."""

    CALENDAR = "calendar"
    SCHOOL = "school"


class Counting(StrEnum):
    """Which of a unit's answers counts: the latest, by one of three clocks."""

    SAVED = "saved"
    """When the workbook was saved, by its own account; else when it was mailed; else the file's date."""
    MAILED = "mailed"
    """When it was mailed; for what did not come by mail, the file's date."""
    FILED = "filed"
    """The date of the file among the answers, whatever the workbook and the mail say."""


class LateRule(StrEnum):
    """What becomes of the answers of a unit that had sent none when the deadline was over."""

    TAKE = "take"
    """They are taken in, and marked."""
    HOLD = "hold"
    """They wait until the deadline is moved or the rule is changed, for the next edition."""
    REFUSE = "refuse"


class EmptyChapters(StrEnum):
    """What becomes of a handbook's chapter that has nothing to show."""

    LEAVE_OUT = "leave_out"
    SAY = "say"
    """It says so."""


class MessageKind(StrEnum):
    """What a mail is for."""

    TEMPLATES = "templates"
    """A unit gets its form."""
    CORRECTIONS = "corrections"
    """A unit gets back its answer, with what is to be mended."""
    HANDBOOK = "handbook"
    """A unit gets the finished plan."""
    REMINDER = "reminder"
    """A unit has not answered, or not mended its answer."""
    DIGEST = "digest"
    """The process leader is told how things stand."""
