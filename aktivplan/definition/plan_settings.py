"""The settings sheet of plan.xlsx: a name, a value and a help text a row. Data only."""

from __future__ import annotations

from aktivplan.definition.plan_slots import YES_NO, Kind, SheetWords, Slot, Word
from aktivplan.definition.terms import Counting, EmptyChapters, LateRule, Wheel
from aktivplan.i18n import N_

LANGUAGE_WORDS = (
    Word("sv", N_("Swedish")),
    Word("da", N_("Danish")),
    Word("nb", N_("Norwegian")),
    Word("en", N_("English")),
)
"""The languages that a plan, or a text of it, can be in."""

_WHEELS = (Word(Wheel.CALENDAR, N_("calendar year")), Word(Wheel.SCHOOL, N_("school year")))

_COUNTING = (
    Word(Counting.SAVED, N_("last saved")),
    Word(Counting.MAILED, N_("last mailed")),
    Word(Counting.FILED, N_("latest file date")),
)

_LATE_ANSWERS = (
    Word(LateRule.TAKE, N_("take in and mark")),
    Word(LateRule.HOLD, N_("hold for the next edition")),
    Word(LateRule.REFUSE, N_("refuse")),
)

_EMPTY_CHAPTERS = (
    Word(EmptyChapters.LEAVE_OUT, N_("leave out")),
    Word(EmptyChapters.SAY, N_("say so")),
)

SETTING_HEADINGS = (N_("Setting"), N_("Value"), N_("What to fill in"))
"""Over the three columns of the settings."""


SETTINGS = SheetWords(
    "settings",
    N_("Settings"),
    N_(
        "This workbook says what is asked, of whom, and how. Aktivplan makes the units' forms from it and reads their answers by it."
    ),
    (
        Slot(
            "title",
            N_("Title"),
            N_("The plan's name, as it stands on the forms and on the handbook's cover."),
        ),
        Slot("organisation", N_("Organisation"), N_("The municipality or agency whose plan it is.")),
        Slot(
            "language",
            N_("Language"),
            N_("The language of the forms, the findings and the handbook."),
            Kind.WORD,
            LANGUAGE_WORDS,
        ),
        Slot(
            "period_start", N_("First day of the plan"), N_("The first day that the plan covers."), Kind.DATE
        ),
        Slot("period_end", N_("Last day of the plan"), N_("The last day that the plan covers."), Kind.DATE),
        Slot("deadline", N_("Deadline"), N_("The last day for the units to send in their forms."), Kind.DATE),
        Slot("leader_name", N_("Process leader"), N_("Who asks, and whom the units turn to with questions.")),
        Slot(
            "leader_email",
            N_("Process leader's e-mail"),
            N_("The address that the units send their forms to."),
        ),
        Slot(
            "level_names",
            N_("Goal level {number}"),
            N_("What goals on this level are called; 1 is the topmost. May be empty."),
        ),
        Slot(
            "wheel",
            N_("The plan's year"),
            N_("Which months make a year in the timelines: January to December, or August to July."),
            Kind.WORD,
            _WHEELS,
        ),
        Slot(
            "attestation",
            N_("Manager's approval required"),
            N_("Whether a form is taken in only when the unit's manager has approved it."),
            Kind.YESNO,
            YES_NO,
        ),
        Slot(
            "counting",
            N_("Answer that counts"),
            N_(
                "Which one counts if a unit sends several: the one last saved in Excel, last mailed, or with the latest file date. If a time is not known, the next of the three is used."
            ),
            Kind.WORD,
            _COUNTING,
        ),
        Slot(
            "late_answers",
            N_("Late answers"),
            N_(
                "What becomes of an answer from a unit that had sent none by the deadline. One that is held is taken in when you move the deadline or change this setting."
            ),
            Kind.WORD,
            _LATE_ANSWERS,
        ),
        Slot(
            "max_active",
            N_("Most active goals at a time"),
            N_("How many goals may be active at the same time. Empty: any number."),
            Kind.WHOLE,
        ),
        Slot(
            "purpose",
            N_("Purpose"),
            N_("Why the plan is made. Stands on the forms and in the handbook's introduction."),
        ),
        Slot(
            "follow_up", N_("Follow-up"), N_("When and how the plan is followed up. Stands in the handbook.")
        ),
        Slot(
            "empty_chapters",
            N_("Chapters with nothing to show"),
            N_("Whether the handbook leaves such a chapter out, or says that there is nothing to show."),
            Kind.WORD,
            _EMPTY_CHAPTERS,
        ),
        Slot(
            "sender",
            N_("Sender's e-mail"),
            N_("The address that Aktivplan's mails are from. Empty: the process leader's."),
        ),
        Slot(
            "mail_server",
            N_("Mail server"),
            N_(
                "Where Aktivplan hands mails over, such as smtp.lindesjo.example:587. Empty: it writes drafts that you send yourself."
            ),
        ),
        Slot(
            "mail_user",
            N_("Mail server's user"),
            N_(
                "Who logs in on the mail server. Empty: nobody does. The password never stands here; docs/mail.md tells where it does."
            ),
        ),
        Slot(
            "messages_per_minute",
            N_("Most mails a minute"),
            N_("Aktivplan sends no more mails a minute than this. Empty: 30."),
            Kind.WHOLE,
        ),
        Slot(
            "reply_to",
            N_("Address for answers"),
            N_("The address that answers to Aktivplan's mails go to. Empty: the process leader's."),
        ),
        Slot(
            "mailbox",
            N_("Mailbox"),
            N_(
                "The server that answers are fetched from by IMAP, such as imap.lindesjo.example. Empty: you save the answers yourself."
            ),
        ),
        Slot(
            "mailbox_user",
            N_("Mailbox's user"),
            N_("Who logs in to the mailbox. The password never stands here."),
        ),
        Slot(
            "mailbox_folder",
            N_("Mailbox's folder"),
            N_("The folder that answers are fetched from. Empty: the inbox."),
        ),
        Slot(
            "mailbox_moved_to",
            N_("Folder for fetched mails"),
            N_(
                "The folder that mails are moved to when they have been fetched. Empty: they stay where they are."
            ),
        ),
        Slot(
            "reminder_days",
            N_("Days of reminders"),
            N_(
                "When units that have not answered are reminded, in days before (-) and after the deadline. Empty: -7, -1, 3."
            ),
            Kind.DAYS,
        ),
        Slot(
            "reminder_gap",
            N_("Days between reminders"),
            N_("The least number of days between two mails to a unit about its answer. Empty: 3."),
            Kind.WHOLE,
        ),
        Slot(
            "id",
            N_("Plan id"),
            N_(
                "Aktivplan knows the plan's forms by it. Empty: made from the title. Do not change it, nor the title if it is empty, once forms have gone out."
            ),
            Kind.KEY,
        ),
    ),
)
