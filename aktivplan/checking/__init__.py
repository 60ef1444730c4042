"""The rules that records and plans are held against. Touches no cell of a workbook and no path.

A rule is a plain function whose docstring is the rule, in one sentence; two lists hold them all:
`submission.RULES` and `across.RULES`.
"""

from __future__ import annotations

from aktivplan.checking.across import check_plan
from aktivplan.checking.decisions import check_decisions
from aktivplan.checking.submission import check_submission

__all__ = ["check_decisions", "check_plan", "check_submission"]
