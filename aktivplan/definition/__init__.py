"""The plan's definition: models, rules, presets, and plan.xlsx."""

PRESETS = ("barnratt", "fokus", "handlemal", "kompetence", "verksamhetsplan")
"""The names of the definitions that come with Aktivplan; here, so that asking for them imports nothing."""
