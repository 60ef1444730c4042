"""Lanes: in which of a ring's parallel tracks each item of a year wheel lies, so that none covers another.

An item is an arc with its number on a mark near where it begins, or the mark alone where it is short. Marks are higher
than lanes, so they keep clear of those in the lanes beside theirs too. Items that run on to the end of the year share
a lane: each has its mark, and the rest of the lane is theirs together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import pi

Turns = tuple[float, float]
"""From where to where, in twelfths of a turn."""
Numbered = tuple[str, Sequence[Turns]]
"""An item's number, and where its stretches lie."""

OUTER_CM, INNER_CM = 7.6, 2.0
"""Between these radii the rings lie."""
RING_GAP_CM = 0.14
_TALLEST_CM = 0.5
_YEAR = 12.0
_CHARACTER_CM, _MARGIN_CM = 0.225, 0.17
"""What a character of a number takes up, and the space around it."""
_APART = 0.03


@dataclass(frozen=True, slots=True)
class Lay:
    """Where an item lies: its lane, and the middle of each of its marks."""

    lane: int
    marks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """Where each item of a ring lies, in their order, and how many lanes there are."""

    items: tuple[Lay, ...]
    lanes: int


def lay_rings(rings: Sequence[Sequence[Numbered]]) -> tuple[Laid, ...]:
    """The lanes of all rings, the outermost first."""
    laid = [lay(ring, INNER_CM) for ring in rings]
    # Further out there is more room for a number, so that fewer lanes will do.
    radii = lane_radii([one.lanes for one in laid])
    return tuple(lay(ring, lanes[-1]) for ring, lanes in zip(rings, radii, strict=True))


def lane_radii(counts: Sequence[int]) -> tuple[tuple[float, ...], ...]:
    """For rings of so many lanes each, the outermost first: the radius in the middle of every lane."""
    height = lane_height(counts)
    radii, edge = [], OUTER_CM
    for count in counts:
        radii.append(tuple(edge - height * (lane + 0.5) for lane in range(count)))
        edge -= height * count + RING_GAP_CM
    return tuple(radii)


def lane_height(counts: Sequence[int]) -> float:
    """How high a lane is, in centimetres, where rings have so many of them."""
    return min((OUTER_CM - INNER_CM - RING_GAP_CM * len(counts)) / sum(counts), _TALLEST_CM)


def lay(items: Sequence[Numbered], radius: float) -> Laid:
    """Each item in the first lane in which it has room, where lanes lie so many centimetres from the centre."""
    month = radius * 2 * pi / 12
    needed = [(_CHARACTER_CM * len(number) + _MARGIN_CM) / month for number, _stretches in items]
    tracks: list[_Track] = []
    laid = {
        index: _put(tracks, [(stretches[0][0], stretches[0][0] + needed[index])], needed[index])
        for index, (_number, stretches) in enumerate(items)
        if runs_on(stretches)
    }
    for track in tracks:
        track.taken[:] = [(start, _YEAR) for start, _end in sorted(track.taken)[:1]]
    for index, (_number, stretches) in enumerate(items):
        if index not in laid:
            laid[index] = _put(
                tracks, [_widened(stretch, needed[index]) for stretch in stretches], needed[index]
            )
    return Laid(tuple(laid[index] for index in range(len(items))), len(tracks))


def runs_on(stretches: Sequence[Turns]) -> bool:
    """Whether an item goes on to the end of the year without a break."""
    return len(stretches) == 1 and stretches[0][1] >= _YEAR and stretches[0][0] < _YEAR - 0.5


@dataclass(slots=True)
class _Track:
    """What is taken of a lane so far, and where the marks stand in it."""

    taken: list[Turns] = field(default_factory=list)
    """By stretches."""
    marks: list[Turns] = field(default_factory=list)


def _widened(stretch: Turns, needed: float) -> Turns:
    """What a stretch takes up: what is shorter than its mark is as long as that, within the year."""
    start, end = stretch
    if end - start >= needed:
        return stretch
    middle = min(max((start + end) / 2, needed / 2), _YEAR - needed / 2)
    return middle - needed / 2, middle + needed / 2


def _put(tracks: list[_Track], stretches: list[Turns], needed: float) -> Lay:
    """Take the first lane that has room."""
    lane = 0
    while (marks := _marks(tracks, lane, stretches, needed)) is None:
        lane += 1
    tracks += [_Track() for _ in range(lane + 1 - len(tracks))]
    tracks[lane].taken += stretches
    tracks[lane].marks += marks
    return Lay(lane, tuple((start + end) / 2 for start, end in marks))


def _marks(
    tracks: Sequence[_Track], lane: int, stretches: Sequence[Turns], needed: float
) -> list[Turns] | None:
    """A mark in each stretch, as near its beginning as the marks around allow; None where the lane has no room."""
    if lane < len(tracks) and _collide(tracks[lane].taken, stretches):
        return None
    beside = [mark for track in tracks[max(lane - 1, 0) : lane + 2] for mark in track.marks]
    found = []
    for stretch in stretches:
        places = (mark for mark in _places(stretch, needed) if not _collide(beside, [mark]))
        if (mark := next(places, None)) is None:
            return None
        found.append(mark)
    return found


def _places(stretch: Turns, needed: float) -> Iterator[Turns]:
    """Every place for a mark in a stretch, from its beginning on."""
    start, end = stretch
    yield start, start + needed
    for step in range(1, int(2 * (end - start - needed) / needed) + 1):
        yield start + step * needed / 2, start + (step / 2 + 1) * needed


def _collide(these: Sequence[Turns], those: Sequence[Turns]) -> bool:
    return any(
        start < there_end + _APART and there_start < end + _APART
        for start, end in these
        for there_start, there_end in those
    )
