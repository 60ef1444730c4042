"""Time expressions: text to Period. Knows nothing of workbooks.

Normalise (`normalising`), take apart (`tokens`, with `words`), recognise (`grammar`, `frequencies`), compose
(`items`, `joining`, `composing`); `slots` knows the calendar. `understanding.understand` is the way in.
"""

from aktivplan.reading.period.understanding import understand

__all__ = ["understand"]
