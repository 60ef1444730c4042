"""Where a plan's files are kept. Knows nothing of what is in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PlanFolder:
    """Where a plan's files are kept."""

    root: Path

    @property
    def plan_file(self) -> Path:
        """What is asked."""
        return self.root / "plan.xlsx"

    @property
    def handbook_template(self) -> Path:
        """The handbook's prose and looks."""
        return self.root / "handbook.docx"

    @property
    def templates(self) -> Path:
        """What goes out."""
        return self.root / "input_templates"

    @property
    def returned(self) -> Path:
        """What comes back."""
        return self.root / "returned"

    @property
    def output(self) -> Path:
        """What is made."""
        return self.root / "output"

    @property
    def master_file(self) -> Path:
        """The master workbook."""
        return self.output / "master.xlsx"

    @property
    def handbook_file(self) -> Path:
        """The handbook."""
        return self.output / "handbook.docx"

    @property
    def page_file(self) -> Path:
        """The handbook as a page for the web."""
        return self.output / "handbook.html"

    @property
    def calendar_file(self) -> Path:
        """The plan's dates, for calendar programs."""
        return self.output / "year-wheel.ics"

    @property
    def handbooks(self) -> Path:
        """Handbooks for units, groups or goals."""
        return self.output / "handbooks"

    @property
    def corrections(self) -> Path:
        """Corrected copies, to be sent back to their units."""
        return self.output / "corrections"

    @property
    def outbox(self) -> Path:
        """Messages, to be sent or sent."""
        return self.output / "outbox"

    @property
    def register_file(self) -> Path:
        """What is remembered between runs."""
        return self.root / "register.db"

    @property
    def archive(self) -> Path:
        """Everything that came, unchanged."""
        return self.root / "archive"

    @property
    def lock_file(self) -> Path:
        """Who works in the folder."""
        return self.root / ".aktivplan-lock"

    @property
    def findings_file(self) -> Path:
        """What was found, for other programs."""
        return self.output / "findings.json"
