"""The chapters' titles and anchors: what the introduction and the contents list refer to."""

from __future__ import annotations

from dataclasses import dataclass

from aktivplan.i18n import N_


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter's anchor and its title, as a message."""

    anchor: str
    title: str


INTRODUCTION = Chapter("chapter_introduction", N_("Introduction"))
GOAL_TREE = Chapter("chapter_goal_tree", N_("The goals at a glance"))
GOALS = Chapter("chapter_goals", N_("The plan, goal by goal"))
WITHOUT_GOAL = Chapter("chapter_without_goal", N_("Without a goal"))
UNITS = Chapter("chapter_units", N_("The units' pages"))
TIMELINE = Chapter("chapter_timeline", N_("Timeline"))
FOLLOW_UP = Chapter("chapter_follow_up", N_("Follow-up"))
RESPONSIBLE = Chapter("chapter_responsible", N_("Who is responsible for what"))
SOURCES = Chapter("chapter_sources", N_("Appendix: what the handbook is based on"))
