"""How much of a file the intake is willing to open."""

from __future__ import annotations

from aktivplan.workbooks.limits import MEBIBYTE

LARGEST_FILE = 25 * MEBIBYTE
"""Bytes; what is larger is not opened, whether it lies among the answers or in a container."""
