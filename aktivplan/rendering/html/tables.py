"""Our tables as HTML: real headings, a caption, a frame that scrolls by itself; labels and values as a list of terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby, zip_longest

from lxml import etree

from aktivplan.rendering.html.paragraphs import ParagraphWriter, texts
from aktivplan.rendering.html.pieces import Pieces
from aktivplan.rendering.html.records import Records
from aktivplan.rendering.html.word import BOOKMARK_END, CELL, FIELD, PARAGRAPH, ROW, W, styled

LEAST_WIDTH = 38
"""So many letters wide a table is at least; where there is no room for it, it scrolls."""
_RECORD_TITLE = "Table title"
"""The style of the line over a record that stands whole in its row."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as HTML, but for its caption and the pieces that it waits for."""

    is_pairs: bool
    """Whether it is a list of labels and values."""
    summary: str
    """What it holds, in a sentence."""
    rows: str

    def html(self, number: int, caption: str) -> str:
        """The whole table; its number is to be found once on a page. The caption is HTML, "" for none."""
        if self.is_pairs:
            return f"<dl>{self.rows}</dl>"
        label = f"caption-{number}"
        named = f'aria-labelledby="{label}"' if caption else f'aria-label="{escape(self.summary)}"'
        shown = f'<caption id="{label}">{caption}</caption>' if caption else ""
        return f'<div class="wide" role="group" {named} tabindex="0"><table>{shown}{self.rows}</table></div>'


class TableWriter:
    """Writes the tables of one document."""

    def __init__(self, paragraphs: ParagraphWriter, pieces: Pieces, records: Records) -> None:
        self._paragraphs, self._pieces, self._records = paragraphs, pieces, records

    def table(self, table: etree._Element) -> Table:
        """A table of ours; paragraphs that wait for conversion are taken from it."""
        etree.strip_elements(table, BOOKMARK_END, with_tail=False)
        etree.strip_tags(table, FIELD)
        look = table.find(f"{W}tblPr/{W}tblLook")
        is_pairs = look is not None and look.get(f"{W}firstColumn") == "1"
        write: Callable[[etree._Element], Iterator[str]] = self._pairs if is_pairs else self._rows
        return Table(
            is_pairs=is_pairs,
            summary=styled(table, "tblPr/tblCaption"),
            rows="".join(write(table)),
        )

    def _pairs(self, table: etree._Element) -> Iterator[str]:
        for row in table.iterchildren(ROW):
            label, *values = map(self._content, row.iterchildren(CELL))
            yield f"<div><dt>{label}</dt><dd>{''.join(values)}</dd></div>"

    def _rows(self, table: etree._Element) -> Iterator[str]:
        rows = [*table.iterchildren(ROW)]
        heads = 0
        while heads < len(rows) and rows[heads].find(f"{W}trPr/{W}tblHeader") is not None:
            heads += 1
        if heads:
            widths = _widths(table)
            yield f"<thead>{''.join(self._heading_row(row, widths) for row in rows[:heads])}</thead>"
        yield "<tbody>"
        yield from map(self._row, rows[heads:])
        yield "</tbody>"

    def _heading_row(self, row: etree._Element, widths: Sequence[int]) -> str:
        cells = "".join(
            f'<th scope="col" class="w{width or 1}">{self._content(cell)}</th>'
            for cell, width in zip_longest(row.findall(CELL), widths[: len(row.findall(CELL))])
        )
        return f"<tr>{cells}</tr>"

    def _row(self, row: etree._Element) -> str:
        """A row; its first cell names it, unless that holds more than a name, since it is read aloud with every other."""
        first, *others = row.iterchildren(CELL)
        beginning = first.find(PARAGRAPH)
        record, names_row = "", True
        if beginning is not None:
            record = self._records.attributes(self._records.named_in(texts(beginning)))
            names_row = self._paragraphs.style(beginning) != _RECORD_TITLE
        start, end = ('<th scope="row">', "</th>") if names_row else ("<td>", "</td>")
        cells = "".join(f"<td>{self._content(cell)}</td>" for cell in others)
        return f"<tr{record}>{start}{self._content(first)}{end}{cells}</tr>"

    def _content(self, cell: etree._Element) -> str:
        """What stands in a cell: paragraphs, and pieces that wait for their conversion."""
        blocks = [(self._paragraphs.html(block), block) for block in cell if block.tag != f"{W}tcPr"]
        if len(blocks) == 1 and (blocks[0][0] or "").startswith("<p>"):
            return (blocks[0][0] or "").removeprefix("<p>").removesuffix("</p>")
        content: list[str] = []
        for is_known, group in groupby(blocks, lambda one: one[0] is not None):
            if is_known:
                content += [html or "" for html, _block in group]
            else:
                # Together, since neighbouring items make one list.
                content.append(self._pieces.waiting([block for _html, block in group]))
        return "".join(content)


def _widths(table: etree._Element) -> list[int]:
    """The least width of each column in letters: its share of the table's."""
    twips = [int(column.get(f"{W}w", "0")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    return [max(round(one * LEAST_WIDTH / (sum(twips) or 1)), 1) for one in twips]
