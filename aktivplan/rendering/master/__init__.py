"""The master workbook: an edition as the process leader and the leaders work with it. Knows no file but its own bytes."""

from aktivplan.rendering.master.workbook import render_master

__all__ = ["render_master"]
