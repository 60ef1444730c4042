"""What every sheet of one unit's form is written with."""

from __future__ import annotations

from dataclasses import dataclass

from aktivplan.definition.models import Plan, Unit
from aktivplan.forms.lists_sheet import OfferedLists
from aktivplan.forms.marks import Marks
from aktivplan.forms.styles import Styles
from aktivplan.i18n import Translator


@dataclass(frozen=True, slots=True)
class Form:
    """One unit's form in the making."""

    plan: Plan
    unit: Unit
    t: Translator
    styles: Styles
    lists: OfferedLists
    marks: Marks
    as_written: bool = False
    """Whether values stand as the unit wrote them, and not as they were understood."""

    @property
    def footer(self) -> tuple[str, str, str]:
        """The printed footer: plan, unit, page numbers ("&P" and "&N" are Excel's own)."""
        pages = self.t("Page {page} of {pages}", page="&P", pages="&N")
        return self.plan.settings.title, f"{self.unit.name} ({self.unit.code})", pages
