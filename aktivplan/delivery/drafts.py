"""The folder of drafts: one for each letter, which a mail program opens ready to be sent, and a list of them.

What somebody has changed or put there is never touched.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from aktivplan.definition.models import Plan
from aktivplan.definition.plan_sheets import MESSAGES
from aktivplan.delivery.composing import is_as_composed
from aktivplan.delivery.draft_list import Listed, draft_list
from aktivplan.delivery.kinds import Kind
from aktivplan.delivery.letters import Letter
from aktivplan.files import is_open_elsewhere, safe_name, write_whole
from aktivplan.forms.layout import unit_file_stem
from aktivplan.i18n import LANGUAGES, Translator, translator
from aktivplan.workbooks.saved_at import is_as_made

_SUFFIX = ".eml"


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter as a file."""

    letter: Letter
    content: bytes
    attached: tuple[str, ...]
    """The names of the files in it."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """What became of the folder."""

    written: tuple[Path, ...]
    """In the order of the drafts; those that lay there already, just the same, among them."""
    list: Path | None = None
    """What is to be sent to whom."""
    removed: tuple[Path, ...] = ()
    """Drafts of an earlier run that no longer hold."""
    kept: tuple[Path, ...] = ()
    """Drafts of an earlier run that somebody has changed, and which were left as they were."""
    lasting: tuple[Path, ...] = ()
    """Drafts of an earlier run that say what is true still."""


def put_drafts(folder: Path, plan: Plan, kind: Kind, drafts: Sequence[Draft]) -> tuple[Path, ...]:
    """Put each draft into the folder, and say where it lies.

    One whose name is taken by a file that somebody has changed becomes a sibling ("BUF Plan – formuläret (2).eml").

    Raises:
        OSError: the folder cannot be written to.
    """
    return tuple(
        _put(folder / draft_name(plan, kind, draft.letter.unit), draft.content, is_as_composed)
        for draft in drafts
    )


def put_all_drafts(
    folder: Path,
    plan: Plan,
    kind: Kind,
    drafts: Sequence[Draft],
    without_address: Collection[str],
    lasting: Sequence[Draft] = (),
) -> Drafts:
    """The same where the drafts are all that there is to send of that kind: a list is written, and older drafts go.

    Args:
        folder: where they lie.
        plan: whose units they are to.
        kind: of every draft.
        drafts: the drafts.
        without_address: the codes of units that should get one too, but have no address that mail can go to.
        lasting: what an earlier run may have written and is to stay, though it is not written now.

    Raises:
        OSError: the folder cannot be written to.
    """
    written = put_drafts(folder, plan, kind, drafts)
    former = {path: path.read_bytes() for path in _former(folder, kind, written)}
    known = {draft.content: draft for draft in lasting}
    still = {path: known[content] for path, content in former.items() if content in known}
    others = [path for path in former if path not in still]
    removed = tuple(path for path in others if is_as_composed(former[path]) and _removed(path))
    kept = tuple(path for path in others if path not in removed)
    if not drafts and not without_address:
        return Drafts(written, None, removed, kept, tuple(still))
    t = translator(plan.settings.language)
    there = [*zip(drafts, written, strict=True), *((draft, path) for path, draft in still.items())]
    listed = [Listed(draft.letter, path.name, draft.attached) for draft, path in there]
    content = draft_list(plan, kind, listed, without_address)
    name = safe_name(f"{t('To send')} – {kind_word(kind, t)}")
    return Drafts(written, _put(folder / f"{name}.xlsx", content, is_as_made), removed, kept, tuple(still))


def draft_name(plan: Plan, kind: Kind, unit: str) -> str:
    """What the draft of that kind to a unit (by its code) is called: "BUF Handlingsplan – påminnelse.eml"."""
    words = kind_word(kind, translator(plan.settings.language))
    return f"{unit_file_stem(plan, plan.units_by_code[unit])}{_ending(words)}"


def kind_word(kind: Kind, t: Translator) -> str:
    """What a kind of message is called."""
    return next(t(word.message) for word in MESSAGES.slot("kind").words if word.value == kind)


def _ending(words: str) -> str:
    return f" – {words}{_SUFFIX}"


def _put(path: Path, content: bytes, is_ours: Callable[[bytes], bool]) -> Path:
    for target in _names(path):
        if not target.exists():
            return write_whole(target, content)
        former = target.read_bytes()
        if former == content:
            return target
        if is_ours(former) and not is_open_elsewhere(target):
            return write_whole(target, content)
    raise AssertionError("there is always another name")


def _former(folder: Path, kind: Kind, written: Collection[Path]) -> list[Path]:
    """The other drafts of that kind, in whatever language they were named."""
    endings = tuple(_ending(kind_word(kind, translator(language))) for language in LANGUAGES)
    return [path for path in sorted(_files(folder)) if path.name.endswith(endings) and path not in written]


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.glob(f"*{_SUFFIX}") if path.is_file()) if folder.is_dir() else ()


def _removed(path: Path) -> bool:
    try:
        path.unlink()
    except PermissionError:
        # Windows does not remove a file that a program holds open.
        return False
    return True


def _names(path: Path) -> Iterator[Path]:
    """The path, then "name (2).eml" and so on."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")
