"""What one unit's answer is held against: the list of rules, each of them plain in its docstring."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from aktivplan.checking import approval, filling, notes, times, types, vocabulary
from aktivplan.definition.models import Plan
from aktivplan.findings import Finding
from aktivplan.records import Submission

Rule = Callable[[Plan, Submission], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    approval.the_list_is_approved,
    notes.cells_hold_values,
    filling.required_fields_are_filled_in,
    filling.recommended_fields_are_filled_in,
    filling.criteria_can_be_measured,
    filling.texts_say_what_they_mean,
    filling.rows_are_not_the_forms_example,
    vocabulary.choices_are_on_their_list,
    vocabulary.goals_are_in_the_plan,
    types.values_are_what_their_field_asks_for,
    types.numbers_lie_within_their_limits,
    notes.values_say_what_they_mean,
    notes.texts_fit_in_a_cell,
    times.times_can_be_read,
    times.times_end_after_they_begin,
    times.times_lie_within_the_plan,
)


def check_submission(plan: Plan, submission: Submission) -> tuple[Finding, ...]:
    """Everything the rules find in a submission, in the order of its rows.

    What reading has found already is not told again.
    """
    found = (one for rule in RULES for one in rule(plan, submission))
    return tuple(sorted(found, key=lambda one: one.place))
