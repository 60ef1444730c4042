"""Time expressions: text to Period, and back. Knows nothing of workbooks.

Normalise (`normalising`), take apart (`tokens`, with `lexicon`), write shared units out (`sharing`), recognise
(`grammar`, `frequencies`), compose (`items`, `joining`, `parts`, `composing`, `undated`); `spans` knows the
calendar, `notes` the reasons. `understanding.understand` is the way in, `writing.written` the way back.
"""

from aktivplan.reading.period.notes import Note
from aktivplan.reading.period.understanding import understand
from aktivplan.reading.period.writing import written

__all__ = ["Note", "understand", "written"]
