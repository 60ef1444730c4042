from __future__ import annotations

import pytest

from aktivplan.publishing import ONE_HANDBOOK, documents
from aktivplan.rendering.html.conversion import PageError
from tests.rendering.handbook.documents import small_edition


def test_a_handbook_that_cannot_be_shown_as_a_page_costs_nobody_the_other_documents(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_arguments: object) -> str:
        raise PageError("a picture is missing")

    monkeypatch.setattr("aktivplan.rendering.html.page.render_html", fail)
    made = documents(small_edition(), None, ONE_HANDBOOK)()
    assert (made.page, made.lacks_page) == (None, True)
    assert made.handbook.docx.startswith(b"PK")
    assert made.master.startswith(b"PK")


def test_documents_of_a_small_plan_are_all_there() -> None:
    made = documents(small_edition(), None, ONE_HANDBOOK)()
    assert not made.lacks_page
    assert made.page is not None
    assert made.calendar is not None
    assert made.others == {}
