"""Findings about Word documents: what hinders people in them, by EN 301 549, Word's own checker and the house's rules."""

from __future__ import annotations

from aktivplan.codes.code import Code, Severity
from aktivplan.i18n import N_

CODES = (
    Code(
        "word-unreadable",
        Severity.ERROR,
        N_(
            "The file is not a Word document (.docx), or it is damaged, and was not looked through. Open it in Word and save it anew as a Word document."
        ),
    ),
    Code(
        "word-encrypted",
        Severity.ERROR,
        N_(
            "The document is protected with a password and was not looked through. Remove the password (File > Info > Protect Document) and try again."
        ),
    ),
    Code(
        "word-protected",
        Severity.ERROR,
        N_(
            "The document is protected against changes, which can shut out people who use assistive technology. Take the protection away (Review > Restrict Editing)."
        ),
    ),
    Code(
        "title-missing",
        Severity.ERROR,
        N_(
            "The document has no title, so screen readers say the name of the file. Write what it is about under File > Info > Properties > Title."
        ),
    ),
    Code(
        "title-is-file-name",
        Severity.WARNING,
        N_(
            "The title “{title}” is only the file's name. Write what the document is about under File > Info > Properties > Title."
        ),
    ),
    Code(
        "language-missing",
        Severity.ERROR,
        N_(
            "The text is not marked with a language that there is, so it may be read aloud with the wrong voice. Select everything and choose the language under Review > Language."
        ),
    ),
    Code(
        "language-other",
        Severity.ERROR,
        N_(
            "The text is marked as {found}, but it should be {wanted}, so it would be read aloud with the wrong voice. Select everything and choose the language under Review > Language."
        ),
    ),
    Code(
        "language-property",
        Severity.WARNING,
        N_(
            "The document's properties name the language {found}, which does not exist or is not the text's. Write the text's own language there (dc:language)."
        ),
    ),
    Code(
        "fields-ask",
        Severity.WARNING,
        N_(
            "Word asks whoever opens the document whether to update its fields. Update them once (Ctrl+A, F9), take the setting away (w:updateFields), and save."
        ),
    ),
    Code(
        "watermark",
        Severity.WARNING,
        N_(
            "There is a watermark behind the text, which makes the text harder to read and is not read aloud. Take it away (Design > Watermark) and say the same in words."
        ),
    ),
    Code(
        "page-numbers-missing",
        Severity.WARNING,
        N_(
            "The document is long and has no page numbers. Insert them (Insert > Page Number) so that people can find a page that somebody names."
        ),
    ),
    Code(
        "heading-missing",
        Severity.WARNING,
        N_(
            "The document is long and has no headings, so nobody can jump from one chapter to the next. Give the chapters' titles the styles Heading 1, Heading 2 and so on."
        ),
    ),
    Code(
        "heading-skipped",
        Severity.ERROR,
        N_(
            "The heading “{words}” is at level {level}, but the one before it is at level {former} (0: there is none). Give it the next level, so that no level is skipped."
        ),
    ),
    Code(
        "heading-empty",
        Severity.ERROR,
        N_(
            "An empty paragraph after “{words}” has the style of a heading of level {level}. Remove it, or give it the style Normal."
        ),
    ),
    Code(
        "heading-long",
        Severity.WARNING,
        N_(
            "The heading “{words}” has {count} characters; more than {limit} are tiresome to hear in a list of headings. Make it shorter, and put the rest in the text below."
        ),
    ),
    Code(
        "contents-missing",
        Severity.NOTE,
        N_(
            "The document has many headings and no table of contents. Insert one (References > Table of Contents), so that people can jump to what they look for."
        ),
    ),
    Code(
        "contents-empty",
        Severity.ERROR,
        N_(
            "The table of contents has no entries. Click on it and press F9, so that it is filled in also for those who do not use Word."
        ),
    ),
    Code(
        "paragraph-empty",
        Severity.WARNING,
        N_(
            "There is an empty paragraph near “{words}”, where a screen reader says “blank”. Remove it, and set the distance between paragraphs in their style."
        ),
    ),
    Code(
        "blanks-repeated",
        Severity.WARNING,
        N_(
            "In “{words}” there are many blanks in a row, as if to set text in columns. Use a table, an indent or a tab stop instead."
        ),
    ),
    Code(
        "list-typed",
        Severity.WARNING,
        N_(
            "From “{words}” on, bullets or numbers of a list have been typed by hand, so it is not read aloud as a list. Make it a real list (Home > Bullets or Numbering)."
        ),
    ),
    Code(
        "text-small",
        Severity.WARNING,
        N_(
            "“{words}” is set in {points} points. Text of less than {limit} points is hard to read, on paper above all. Make it larger in its style."
        ),
    ),
    Code(
        "contrast-low",
        Severity.ERROR,
        N_(
            "The contrast of “{words}” is {ratio}:1 ({colour} on {background}); it should be 4.5:1, or 3:1 for large text. Take a darker colour for the text, or a lighter one behind it."
        ),
    ),
    Code(
        "colour-words",
        Severity.NOTE,
        N_(
            "“{words}” names something by its colour alone, which does not help those who cannot see it. Name it by what it says as well."
        ),
    ),
    Code(
        "link-vague",
        Severity.WARNING,
        N_("The link “{words}” does not say where it leads. Let its text name what one comes to."),
    ),
    Code(
        "link-broken",
        Severity.ERROR,
        N_(
            "The link “{words}” leads to nothing: the place in the document is gone. Make the link anew (Ctrl+K > Place in This Document), or remove it."
        ),
    ),
    Code(
        "table-without-heading",
        Severity.ERROR,
        N_(
            "The first row of table {table} is not marked as its heading row. Place the cursor in it and choose Table Layout > Repeat Header Rows."
        ),
    ),
    Code(
        "table-first-row",
        Severity.WARNING,
        N_("Table {table} does not say that its first row is special. Tick Header Row under Table Design."),
    ),
    Code(
        "table-merged",
        Severity.WARNING,
        N_(
            "Table {table} has merged or split cells, so its cells are read aloud under the wrong headings. Give every row the same cells."
        ),
    ),
    Code(
        "table-nested",
        Severity.WARNING,
        N_(
            "A table stands inside a cell of table {table}, which is hard to follow by ear. Move it out, below the table or under a heading of its own."
        ),
    ),
    Code(
        "table-wide",
        Severity.WARNING,
        N_(
            "Table {table} is wider than the text, so part of it may be cut off. Choose Table Layout > AutoFit > AutoFit Window."
        ),
    ),
    Code(
        "table-many-columns",
        Severity.NOTE,
        N_(
            "Table {table} has {count} columns; more than {limit} are hard to follow when the text is enlarged. Consider fewer columns, or one small table for each row."
        ),
    ),
    Code(
        "table-untitled",
        Severity.NOTE,
        N_(
            "Table {table} has no description. Say in a sentence what it shows, under Table Properties > Alt Text."
        ),
    ),
    Code(
        "rows-split",
        Severity.NOTE,
        N_(
            "Rows of table {table} may be split between two pages. Select the table and untick Table Properties > Row > Allow row to break across pages."
        ),
    ),
    Code(
        "cell-blank",
        Severity.WARNING,
        N_(
            "The cell in row {line}, column {position} of table {table} is blank, so nobody knows whether something was forgotten. Write what is so, such as “Not stated”."
        ),
    ),
    Code(
        "colour-alone",
        Severity.ERROR,
        N_(
            "The cell in row {line}, column {position} of table {table} has a colour but no text, so only those who see the colour know what it means. Write the meaning in it."
        ),
    ),
    Code(
        "picture-without-text",
        Severity.ERROR,
        N_(
            "The picture “{name}” has no alternative text that says what it shows. Right-click it and choose Edit Alt Text, or mark it as decorative."
        ),
    ),
    Code(
        "picture-text-long",
        Severity.WARNING,
        N_(
            "The alternative text of “{name}” has {count} characters; more than {limit} cannot be skipped over by ear. Shorten it, and put the rest in the text nearby."
        ),
    ),
    Code(
        "object-floating",
        Severity.WARNING,
        N_(
            "“{name}” floats beside the text or is a text box, so it may be read aloud in the wrong place or not at all. Choose Wrap Text > In Line with Text, and write what a text box says as ordinary text."
        ),
    ),
    Code(
        "control-untitled",
        Severity.ERROR,
        N_(
            "A content control near “{words}” has no title, so nobody hears what to fill in. Write one under Developer > Properties > Title."
        ),
    ),
    Code(
        "more-of-the-same",
        Severity.NOTE,
        N_(
            "There are {count} more findings with the code {kind} in this document. Mend those that are listed, and look it through again."
        ),
    ),
)
