"""The documents that an edition is handed out as: which handbooks there are, and all of them made side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from typing import TYPE_CHECKING

from aktivplan.processes import run_beside

if TYPE_CHECKING:
    from aktivplan.edition import Edition
    from aktivplan.findings import Finding
    from aktivplan.rendering.figures.figure import Figure
    from aktivplan.rendering.figures.figures import Figures
    from aktivplan.rendering.handbook.handbook import Handbook

MOST_NUMBERED = 1_500
"""Rows; the contents list of a longer handbook has no page numbers: LibreOffice would take minutes to tell them."""
MOST_DRAWN = 2_000
"""Rows; figures of more would be pictures of numbers, which their tables tell better."""
MOST_ON_A_PAGE = 2_000
"""Rows; a longer page for the web would be slow to open and to search."""
MOST_EVENTS = 2_000
"""Rows with a date; nobody puts more into a calendar."""
_SECONDS_PER_PDF = 300
_SECONDS_PER_HANDBOOK = 120


class Split(StrEnum):
    """What there is to be one handbook for."""

    GROUP = "group"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made besides the handbook for all."""

    units: tuple[str, ...] = ()
    """Codes of units that get a handbook in which their rows stand first."""
    split: Split | None = None
    """Whether groups or topmost goals get a handbook each."""
    pdf: bool = False
    """Whether each handbook is to be a PDF too."""
    page_numbers: bool = False
    """Whether contents lists are to have page numbers, which LibreOffice tells."""


ONE_HANDBOOK = Wanted()
"""The handbook for all, and nothing more."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished handbook."""

    docx: bytes
    pdf: bytes | None = None


@dataclass(frozen=True, slots=True)
class Documents:
    """Everything that is made of an edition for people."""

    master: bytes
    handbook: Printed
    page: str | None
    """The handbook as one page for the web; None where it is too long for one, or cannot be made one."""
    lacks_page: bool
    """Whether the page is missing though the handbook is short enough."""
    calendar: bytes | None
    """The dates, for calendar programs; None where there are too many."""
    others: Mapping[str, Printed]
    """Handbooks for units, groups or goals, by the code or name of each."""
    linted: Mapping[str, tuple[Finding, ...]]
    """What hinders people in each handbook, by the code or name of it; "" for the one for all."""


_Linted = tuple["Handbook", tuple["Finding", ...]]
"""A handbook, and what hinders people in it."""


@dataclass(frozen=True, slots=True)
class _Press:
    """What handbooks for units have in common."""

    edition: Edition
    template: bytes | None
    figures: Figures
    drawn: Mapping[str, Figure]


def import_ahead(language: str) -> None:
    """Import and read what making documents in that language takes; to be called while the caller has to wait anyway."""
    import aktivplan.consolidation.leaders
    import aktivplan.consolidation.participants
    import aktivplan.linting.document
    import aktivplan.rendering.figures.figures
    import aktivplan.rendering.handbook.handbook
    import aktivplan.rendering.master.workbook  # noqa: F401
    from aktivplan.codes.explanations import explanations
    from aktivplan.i18n import translator

    explanations(language)
    # The calendar is read when the first date is written.
    translator(language).month(1)


def documents(edition: Edition, template: bytes | None, wanted: Wanted) -> Callable[[], Documents]:
    """The master workbook and every handbook wanted; the function that comes back waits for what other processes make.

    Raises:
        PdfError: PDFs are wanted, and LibreOffice cannot make them.
    """
    from aktivplan.consolidation.participants import for_participants
    from aktivplan.rendering.figures.figures import plan_figures
    from aktivplan.rendering.handbook.handbook import render_handbook

    master = run_beside(_render_master, edition)
    shared = for_participants(edition)
    figures = plan_figures(shared)
    is_drawn = figures.are_drawn and len(shared.records) <= MOST_DRAWN
    drawn = cache(run_beside(_draw_figures, figures)) if is_drawn else dict
    made = render_handbook(shared, template, figures, drawn)
    language = edition.plan.settings.language
    linted = run_beside(_lint_parts, made, language)
    calendar = run_beside(_render_calendar, shared) if len(shared.schedule) <= MOST_EVENTS else None
    handbook = _printed(made, shared, wanted)
    press = _Press(shared, template, figures, drawn() if wanted.units else {})
    others: dict[str, Printed] = {}
    found: dict[str, tuple[Finding, ...]] = {}
    for name, part, (other, faults) in _others(press, wanted):
        others[name], found[name] = _printed(other, part, wanted), faults
    fits = len(shared.records) <= MOST_ON_A_PAGE
    page = _page(handbook.docx, shared) if fits else None

    def result() -> Documents:
        faults = {"": linted()} | found
        dates = calendar() if calendar else None
        return Documents(master(), handbook, page, fits and page is None, dates, others, faults)

    return result


def _page(docx: bytes, edition: Edition) -> str | None:
    """The handbook as a page for the web; None where it cannot be made one, which costs nobody the other documents."""
    from aktivplan.rendering.html.conversion import PageError
    from aktivplan.rendering.html.page import render_html

    try:
        return render_html(docx, edition)
    except PageError:
        return None


def _others(press: _Press, wanted: Wanted) -> Iterator[tuple[str, Edition, _Linted]]:
    from aktivplan.consolidation.parts import by_goal, by_group
    from aktivplan.intake.workers import run_isolated
    from aktivplan.rendering.figures.figures import draw_figures, plan_figures
    from aktivplan.rendering.handbook.handbook import render_handbook

    language = press.edition.plan.settings.language
    if wanted.units:
        for done in run_isolated(_handbook_for, press, wanted.units, seconds=_SECONDS_PER_HANDBOOK):
            if done.result is None:
                raise RuntimeError(done.detail or f"the handbook of {done.item} was not made: {done.ending}")
            yield done.item, press.edition, done.result
    if wanted.split is not None:
        for name, part in (by_group if wanted.split is Split.GROUP else by_goal)(press.edition):
            figures = plan_figures(part)
            made = render_handbook(part, press.template, figures, partial(draw_figures, figures))
            yield name, part, (made, _lint_parts(made, language))


def _printed(handbook: Handbook, edition: Edition, wanted: Wanted) -> Printed:
    """The handbook with page numbers and as a PDF, if these are wanted and can be had."""
    from aktivplan.rendering.page_numbers import pages_of
    from aktivplan.rendering.pdf import PdfError, convert_to_pdf, find_libreoffice

    pages: Sequence[int] = ()
    if wanted.page_numbers and len(edition.records) <= MOST_NUMBERED and find_libreoffice() is not None:
        headings = [heading.text for heading in handbook.headings]
        draft = handbook.packed([1] * len(headings))
        try:
            pages = pages_of(convert_to_pdf(draft, seconds=_SECONDS_PER_PDF), headings)
        except PdfError:
            # A contents list without page numbers is no reason to hand out nothing.
            pages = ()
    docx = handbook.packed(pages)
    return Printed(docx, convert_to_pdf(docx, seconds=_SECONDS_PER_PDF) if wanted.pdf else None)


# --- in processes of their own -----------------------------------------------------------------------------


def _handbook_for(press: _Press, unit: str) -> _Linted:
    from aktivplan.rendering.handbook.handbook import render_handbook

    made = render_handbook(press.edition, press.template, press.figures, lambda: press.drawn, unit=unit)
    return made, _lint_parts(made, press.edition.plan.settings.language)


def _render_master(edition: Edition) -> bytes:
    from aktivplan.consolidation.leaders import for_leaders
    from aktivplan.rendering.master.workbook import render_master

    return render_master(for_leaders(edition))


def _render_calendar(edition: Edition) -> bytes:
    from aktivplan.rendering.calendar import render_calendar

    return render_calendar(edition)


def _lint_parts(handbook: Handbook, language: str) -> tuple[Finding, ...]:
    from aktivplan.linting.document import lint_parts

    return lint_parts(handbook.unpacked(), language)


def _draw_figures(figures: Figures) -> dict[str, Figure]:
    from aktivplan.rendering.figures.figures import draw_figures

    return draw_figures(figures)
