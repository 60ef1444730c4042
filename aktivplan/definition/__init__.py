"""The plan's definition: models, rules, presets, and plan.xlsx."""
