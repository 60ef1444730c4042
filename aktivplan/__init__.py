"""Aktivplan: ask many units for their part of a plan, and make one plan of the answers."""

__version__ = "0.1.0"
