"""Compound files and Outlook mails made from scratch, as [MS-CFB] and [MS-OXMSG] lay them out."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Union

Tree = Mapping[str, Union[bytes, "Tree"]]
"""Streams and storages, by name."""

_SECTOR, _SMALL_SECTOR, _SMALL = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


@dataclass
class _Node:
    name: str
    kind: int
    content: bytes = b""
    child: int = _FREE
    right: int = _FREE
    start: int = _END
    size: int = 0


@dataclass
class _Sectors:
    """Chains of sectors, one after the other."""

    size: int
    table: list[int] = field(default_factory=list)
    bytes: bytearray = field(default_factory=bytearray)

    def put(self, content: bytes) -> int:
        """Where the chain begins."""
        if not content:
            return _END
        start, length = len(self.table), -(-len(content) // self.size)
        self.table += [*range(start + 1, start + length), _END]
        self.bytes += content.ljust(length * self.size, b"\0")
        return start


def compound_file(tree: Tree) -> bytes:
    """A compound file with those streams and storages."""
    nodes = [_Node("Root Entry", _ROOT)]
    _add(nodes, nodes[0], tree)
    large, small = _Sectors(_SECTOR), _Sectors(_SMALL_SECTOR)
    for node in nodes[1:]:
        node.size = len(node.content)
        node.start = (small if node.size < _SMALL else large).put(node.content)
    nodes[0].start, nodes[0].size = large.put(bytes(small.bytes)), len(small.bytes)
    small_table = large.put(struct.pack(f"<{len(small.table)}I", *small.table).ljust(_SECTOR, b"\xff"))
    directory = large.put(b"".join(_directory_entry(node) for node in nodes))
    tables = 1
    while tables * 128 < len(large.table) + tables:
        tables += 1
    first = len(large.table)
    table = [*large.table, *[_FAT] * tables]
    table += [_FREE] * (tables * 128 - len(table))
    places = [*range(first, first + tables), *[_FREE] * (109 - tables)]
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
        + struct.pack("<IIIIIIIII", 0, tables, directory, 0, _SMALL, small_table, 1, _END, 0)
        + struct.pack("<109I", *places)
    )
    return header + bytes(large.bytes) + struct.pack(f"<{len(table)}I", *table)


def outlook_mail(
    *attachments: tuple[str, bytes | Tree],
    address: str = "eva.berg@lindesjo.example",
    sent: datetime | None = datetime(2026, 11, 3, 9, 0, tzinfo=UTC),
    subject: str = "Handlingsplan",
    **more: bytes,
) -> Tree:
    """The streams of a mail with those attachments: bytes, or another mail's streams.

    More properties, or others, by number and type ("_0C1F001F").
    """
    properties = {
        "_001A001F": _text("IPM.Note"),
        "_0037001F": _text(subject),
        "_5D01001F": _text(address),
    }
    short = _line(0x00390040, _ticks(sent)) if sent else b""
    tree = dict(_with_properties(32, properties | more, short))
    tree["__nameid_version1.0"] = {f"__substg1.0_000{stream}0102": b"" for stream in (2, 3, 4)}
    for number, (name, content) in enumerate(attachments):
        tree[f"__attach_version1.0_#{number:08X}"] = _attachment(name, content)
    return tree


def attached(name: str, method: int, **more: bytes) -> Tree:
    """An attachment's streams, without its content."""
    return _with_properties(8, {"_3707001F": _text(name)} | more, _line(0x37050003, method))


def msg(*attachments: tuple[str, bytes | Tree], **changes: bytes) -> bytes:
    """An .msg file with those attachments."""
    return compound_file(outlook_mail(*attachments, **changes))


def _attachment(name: str, content: bytes | Tree) -> Tree:
    if isinstance(content, bytes):
        return attached(name, 1, _37010102=content)
    if "__substg1.0_001A001F" in content:
        return {**attached(name, 5), "__substg1.0_3701000D": content}
    return content


def _with_properties(header: int, properties: Mapping[str, bytes], short: bytes) -> Tree:
    """Properties as streams, and the stream that lists them behind a header of that many bytes."""
    lines = (_line(int(name[1:], 16), len(content) + 2) for name, content in properties.items())
    return {f"__substg1.0{name}": content for name, content in properties.items()} | {
        "__properties_version1.0": bytes(header) + b"".join(lines) + short
    }


def _text(text: str) -> bytes:
    return text.encode("utf-16-le")


def _line(tag: int, value: int) -> bytes:
    return struct.pack("<IIQ", tag, 6, value)


def _ticks(moment: datetime) -> int:
    return int((moment - _EPOCH).total_seconds()) * 10_000_000


def _add(nodes: list[_Node], parent: _Node, tree: Tree) -> None:
    """Append what lies in a storage: its entries stand one to the right of the other, by length and name."""
    before: _Node | None = None
    for name, content in _in_order(tree):
        node = _Node(name, _STREAM, content) if isinstance(content, bytes) else _Node(name, _STORAGE)
        if before is None:
            parent.child = len(nodes)
        else:
            before.right = len(nodes)
        nodes.append(node)
        if not isinstance(content, bytes):
            _add(nodes, node, content)
        before = node


def _in_order(tree: Tree) -> Iterator[tuple[str, bytes | Tree]]:
    names: Sequence[str] = sorted(tree, key=lambda name: (len(name), name.upper()))
    return ((name, tree[name]) for name in names)


def _directory_entry(node: _Node) -> bytes:
    text = node.name.encode("utf-16-le")
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(text) + 2, node.kind, 1, _FREE, node.right, node.child)
        + bytes(36)
        + struct.pack("<IQ", node.start, node.size)
    )
