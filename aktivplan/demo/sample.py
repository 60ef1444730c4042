"""Samples: made-up units and what they answered to a preset, mistakes included. Knows no workbook.

One readable TOML file a preset, in `samples/`, of the same shape as the models here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from importlib import resources
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, StringConstraints

from aktivplan.definition.models import Key, Plan, Settings, Unit
from aktivplan.definition.preset import load_preset

Texts = Mapping[Key, str]
"""What somebody typed, by field key."""
FileKind = Literal["damaged", "lock", "blank", "encrypted", "picture"]
FileName = Annotated[str, StringConstraints(min_length=1, pattern=r'^[^/\\:*?"<>|]*$')]


class _Model(BaseModel):
    # Texts keep their spaces: they stand for what a person typed.
    model_config = ConfigDict(frozen=True, extra="forbid")


class Row(_Model):
    """One row of a form. Rows of a table get their numbers in the order they stand."""

    table: Key
    values: Texts


class Answer(_Model):
    """A form that a unit filled in and sent back."""

    unit: str
    file: Annotated[str, StringConstraints(pattern=r'^[^/\\:*?"<>|]*$')] = ""
    """The file's name, if the unit gave it another; "" keeps the name the form went out with."""
    inside: Annotated[str, StringConstraints(pattern=r'^([^/\\:*?"<>|]+\.(eml|zip))?$')] = ""
    """The name of the mail or the archive it came in; "" if it lay there by itself. Answers may share one."""
    manager: str = ""
    day: date | None = None
    """Manager's name and day of approval, as on the form's first sheet."""
    saved: AwareDatetime
    """When the form was saved. Of two answers from a unit the later one counts."""
    rows: tuple[Row, ...]


class ExtraFile(_Model):
    """A file among the answers that cannot be read as one: a stray lock file, a photographed form."""

    kind: FileKind
    name: FileName
    unit: str = ""
    """Whose form it once was; needed for a blank, damaged or encrypted form."""


class SampleDecision(_Model):
    """What the leaders filled in about one record in the master workbook."""

    record: str
    """The record's id, as "BUF-A003"."""
    values: Texts


class Sample(_Model):
    """Everything made up for one preset."""

    settings: Mapping[str, Any] = {}
    """Settings that differ from the preset's."""
    units: tuple[Unit, ...]
    answers: tuple[Answer, ...]
    files: tuple[ExtraFile, ...] = ()
    decisions: tuple[SampleDecision, ...] = ()


def load_sample(preset: str) -> Sample:
    """The sample for a preset. FileNotFoundError if it has none."""
    text = resources.files(__package__).joinpath("samples", f"{preset}.toml").read_text(encoding="utf-8")
    return Sample.model_validate(tomllib.loads(text))


def sample_plan(preset: str) -> Plan:
    """The preset with its sample's units and settings."""
    plan, sample = load_preset(preset), load_sample(preset)
    return Plan(
        settings=Settings.model_validate(plan.settings.model_dump() | dict(sample.settings)),
        goals=plan.goals,
        units=sample.units,
        tables=plan.tables,
        choice_lists=plan.choice_lists,
    )
