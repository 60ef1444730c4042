"""The catalogues are complete and in step with the code."""

from __future__ import annotations

import gettext
import io
import re

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo

from tools.messages import LANGUAGES, gather, po_file, read, rendered

PLACEHOLDER = re.compile(r"{\w*}")
every_language = pytest.mark.parametrize("language", LANGUAGES)


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def forms(texts: str | tuple[str, ...] | list[str]) -> list[str]:
    return [texts] if isinstance(texts, str) else list(texts)


@every_language
def test_every_message_of_the_code_stands_in_the_catalogue_and_no_other(language: str) -> None:
    assert {message.id for message in messages(read(language))} == {
        message.id for message in messages(gather())
    }


@every_language
def test_every_message_is_translated(language: str) -> None:
    missing = [message.id for message in messages(read(language)) if not all(forms(message.string) or [""])]
    assert missing == []


@every_language
def test_every_translation_has_the_placeholders_of_its_message(language: str) -> None:
    for message in messages(read(language)):
        wanted = {name for text in forms(message.id) for name in PLACEHOLDER.findall(text)}
        for text in forms(message.string):
            assert set(PLACEHOLDER.findall(text)) <= wanted, message.id
        found = {name for text in forms(message.string) for name in PLACEHOLDER.findall(text)}
        assert found == wanted, message.id


@every_language
def test_no_translation_is_marked_as_a_guess(language: str) -> None:
    assert not [message.id for message in messages(read(language)) if message.fuzzy]


@every_language
def test_what_the_program_reads_is_what_was_translated(language: str) -> None:
    buffer = io.BytesIO()
    write_mo(buffer, read(language))
    assert po_file(language).with_suffix(".mo").read_bytes() == buffer.getvalue()


@every_language
def test_the_catalogue_is_written_as_the_tool_writes_it(language: str) -> None:
    assert po_file(language).read_bytes() == rendered(read(language))


@every_language
def test_the_program_can_read_every_catalogue(language: str) -> None:
    with po_file(language).with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).info()["language"] == language
