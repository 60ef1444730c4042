"""The register of a plan folder: every step is one transaction, on disk before it is told as done."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self

from aktivplan.register.rows import (
    AskedSince,
    BuildMade,
    MailSeen,
    Message,
    NewMessage,
    State,
    SubmissionSeen,
    values_of,
)
from aktivplan.register.schema import MIGRATIONS

_BUSY_SECONDS = 5.0


class RegisterError(Exception):
    """The register cannot be used; ``code`` says why: "damaged", "newer", "busy", "readonly" or "full"."""

    def __init__(self, code: str, file: Path) -> None:
        super().__init__(f"{code}: {file}")
        self.code = code
        self.file = file


class Register:
    """Opens (or begins) ``register.db``; close it, or use it in a ``with``.

    Raises (every method):
        RegisterError: the file is no register, is one of a newer version, cannot be written, or is busy.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        with self._told():
            self._connection = sqlite3.connect(file, timeout=_BUSY_SECONDS, isolation_level=None)
            self._connection.row_factory = sqlite3.Row
            # A write-ahead log does not work on network shares; there SQLite keeps to its older journal by itself.
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._migrate()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    # --- messages ------------------------------------------------------------------------------------------

    def add_messages(self, messages: Iterable[NewMessage], state: State, now: datetime) -> int:
        """Register messages that are to be sent (or drafts of them); what is known already stays as it is.

        Returns:
            How many were new.
        """
        with self._step() as step:
            before = step.total_changes
            step.executemany(
                "INSERT INTO messages (campaign, kind, unit, recipient, subject, message_id, sha256, file, state, changed)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (message_id) DO NOTHING",
                [(*values_of(one), state, _written(now)) for one in messages],
            )
            return step.total_changes - before

    def claim_next(self, campaign: str, now: datetime) -> Message | None:
        """The next message of a campaign that may be sent, marked as being sent; None if there is none now."""
        with self._step() as step:
            row = step.execute(
                "SELECT * FROM messages WHERE campaign = ? AND state = 'pending' AND not_before <= ? ORDER BY number LIMIT 1",
                (campaign, _written(now)),
            ).fetchone()
            if row is None:
                return None
            step.execute(
                "UPDATE messages SET state = 'sending', attempts = attempts + 1, changed = ? WHERE number = ?",
                (_written(now), row["number"]),
            )
        return _message({**dict(row), "state": "sending", "attempts": row["attempts"] + 1})

    def settle(
        self,
        message: Message,
        state: State,
        answer: str,
        now: datetime,
        *,
        not_before: datetime | None = None,
    ) -> None:
        """What became of a message that was being sent; PENDING with ``not_before`` for one to be tried again."""
        again = _written(not_before) if not_before else ""
        with self._step() as step:
            done = step.execute(
                "UPDATE messages SET state = ?, answer = ?, not_before = ?, changed = ? WHERE number = ? AND state = 'sending'",
                (state, answer, again, _written(now), message.number),
            )
            if done.rowcount != 1:
                raise ValueError(message.number)

    def recover(self, now: datetime) -> int:
        """Mark what was being sent when a run was broken off as unknown; to be called by whoever holds the folder.

        Returns:
            How many there were.
        """
        with self._step() as step:
            return step.execute(
                "UPDATE messages SET state = 'unknown', changed = ? WHERE state = 'sending'", (_written(now),)
            ).rowcount

    def decide(self, message_id: str, state: State, now: datetime) -> bool:
        """A person's word on an unknown message: SENT, or PENDING to have it sent again. False if there is none such."""
        with self._step() as step:
            done = step.execute(
                "UPDATE messages SET state = ?, not_before = '', changed = ? WHERE message_id = ? AND state = 'unknown'",
                (state, _written(now), message_id),
            )
            return done.rowcount == 1

    def messages(self, *, campaign: str = "", kind: str = "") -> tuple[Message, ...]:
        """All messages (of a campaign, of a kind), in the order they were registered."""
        rows = self._rows(
            "SELECT * FROM messages WHERE (? = '' OR campaign = ?) AND (? = '' OR kind = ?) ORDER BY number",
            (campaign, campaign, kind, kind),
        )
        return tuple(map(_message, rows))

    # --- mails ---------------------------------------------------------------------------------------------

    def add_mail(self, mail: MailSeen, now: datetime) -> bool:
        """Register a mail that has been stored; False if the very same one is known already."""
        with self._step() as step:
            done = step.execute(
                "INSERT INTO mails (source, sha256, message_id, sender, sent, subject, what, unit, detail, taken)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
                (*values_of(mail), _written(now)),
            )
            return done.rowcount == 1

    def mails(self) -> tuple[MailSeen, ...]:
        """All mails that were taken in, in that order."""
        rows = self._rows(
            "SELECT source, sha256, message_id, sender, sent, subject, what, unit, detail FROM mails ORDER BY number"
        )
        return tuple(MailSeen(**row) for row in map(dict, rows))

    def position(self, source: str) -> tuple[int, int]:
        """The UIDVALIDITY and the last UID that have been taken in from a mailbox; zeros if nothing has."""
        row = next(self._rows("SELECT validity, last FROM positions WHERE source = ?", (source,)), None)
        return (row["validity"], row["last"]) if row else (0, 0)

    def set_position(self, source: str, validity: int, last: int) -> None:
        """Remember how far a mailbox has been taken in."""
        with self._step() as step:
            step.execute(
                "INSERT INTO positions VALUES (?, ?, ?)"
                " ON CONFLICT (source) DO UPDATE SET validity = excluded.validity, last = excluded.last",
                (source, validity, last),
            )

    # --- builds --------------------------------------------------------------------------------------------

    def add_asked(self, units: Iterable[str], *, plan_version: str, deadline: date, now: datetime) -> None:
        """Register that units (by code) have their forms; what is known already in that round stays as it is."""
        at = _written(now)
        with self._step() as step:
            step.execute("INSERT INTO plan_versions VALUES (?, ?) ON CONFLICT DO NOTHING", (plan_version, at))
            step.execute(
                "INSERT INTO rounds (plan_version, deadline, began) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (plan_version, deadline.isoformat(), at),
            )
            (number,) = step.execute(
                "SELECT number FROM rounds WHERE plan_version = ? AND deadline = ?",
                (plan_version, deadline.isoformat()),
            ).fetchone()
            step.executemany(
                "INSERT INTO asked VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                [(number, unit, at) for unit in units],
            )

    def asked(self) -> tuple[AskedSince, ...]:
        """The units that have their forms, in each round."""
        rows = self._rows("SELECT round, unit, since FROM asked ORDER BY round, unit")
        return tuple(AskedSince(**row) for row in map(dict, rows))

    def add_build(self, made: BuildMade, now: datetime) -> None:
        """Register a build. What it says of a file replaces what was said of the same file before."""
        at = _written(now)
        built_from = " ".join(sorted({one.sha256 for one in made.submissions if one.counts}))
        with self._step() as step:
            step.execute(
                "INSERT INTO plan_versions VALUES (?, ?) ON CONFLICT DO NOTHING", (made.plan_version, at)
            )
            step.execute("UPDATE submissions SET counts = 0")
            step.executemany(
                "INSERT INTO submissions (sha256, file, unit, came, sender, outcome, code, counts, late, to_mend, superseded_by, archived,"
                " first_seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256, file) DO UPDATE SET"
                " unit = excluded.unit, came = excluded.came, sender = excluded.sender, outcome = excluded.outcome,"
                " code = excluded.code, counts = excluded.counts, late = excluded.late, to_mend = excluded.to_mend,"
                " superseded_by = excluded.superseded_by, archived = excluded.archived",
                [(*values_of(one), at) for one in made.submissions],
            )
            edition = step.execute(
                "INSERT INTO editions (made, plan_version, records, built_from) VALUES (?, ?, ?, ?)",
                (at, made.plan_version, made.records, built_from),
            ).lastrowid
            step.executemany(
                "INSERT INTO documents VALUES (?, ?, ?)",
                [(edition, file, digest) for file, digest in made.documents.items()],
            )

    def submissions(self) -> tuple[SubmissionSeen, ...]:
        """Every file that any build has seen among the answers, by file."""
        rows = self._rows(
            "SELECT sha256, file, unit, came, sender, outcome, code, counts, late, to_mend, superseded_by, archived"
            " FROM submissions ORDER BY file, sha256"
        )
        return tuple(map(_submission, rows))

    def last_build(self) -> str:
        """When the latest build was made; "" if there was none."""
        row = next(self._rows("SELECT made FROM editions ORDER BY number DESC LIMIT 1"), None)
        return row["made"] if row else ""

    # --- forgetting ----------------------------------------------------------------------------------------

    def forget(self, *, unit: str = "", address: str = "") -> tuple[frozenset[str], int]:
        """Erase every row about a unit or an address.

        Returns:
            The SHA-256 of the mails and files in the archive that these rows were about, and how many rows there were.
        """
        tables = {
            "messages": ("recipient", "sha256"),
            "mails": ("sender", "sha256"),
            "submissions": ("sender", "archived"),
        }
        found: set[str] = set()
        erased = 0
        with self._step() as step:
            for table, (column, digest) in tables.items():
                where = f"(? <> '' AND unit = ?) OR (? <> '' AND lower({column}) = lower(?))"
                about = (unit, unit, address, address)
                rows = step.execute(f"SELECT {digest} FROM {table} WHERE {where}", about).fetchall()  # noqa: S608 - names of ours
                found |= {row[digest] for row in rows}
                erased += step.execute(f"DELETE FROM {table} WHERE {where}", about).rowcount  # noqa: S608 - the same
            # The mail or the archive that an answer came in may not have been known as the unit's.
            for table in ("mails", "submissions"):
                statement = f"DELETE FROM {table} WHERE sha256 = ?"  # noqa: S608 - the same
                erased += sum(step.execute(statement, (digest,)).rowcount for digest in found)
            erased += step.execute("DELETE FROM asked WHERE unit = ?", (unit,)).rowcount
        with self._told():
            # What was erased is not to be found in the file's free pages either.
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return frozenset(found), erased

    # --- the file ------------------------------------------------------------------------------------------

    def _migrate(self) -> None:
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(MIGRATIONS):
            raise RegisterError("newer", self._file)
        for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
            with self._step() as step:
                # Another process may have done it while this one waited.
                if step.execute("PRAGMA user_version").fetchone()[0] >= number:
                    continue
                for statement in filter(str.strip, script.split(";")):
                    step.execute(statement)
                step.execute(f"PRAGMA user_version = {number}")

    def _rows(self, statement: str, arguments: Sequence[object] = ()) -> Iterator[sqlite3.Row]:
        with self._told():
            return iter(self._connection.execute(statement, arguments).fetchall())

    @contextmanager
    def _step(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it, or nothing."""
        with self._told():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise RegisterError(_why(error), self._file) from error
        except sqlite3.DatabaseError as error:
            raise RegisterError("damaged", self._file) from error


def _why(error: sqlite3.OperationalError) -> str:
    codes = {
        sqlite3.SQLITE_BUSY: "busy",
        sqlite3.SQLITE_LOCKED: "busy",
        sqlite3.SQLITE_FULL: "full",
        sqlite3.SQLITE_IOERR: "full",
        sqlite3.SQLITE_READONLY: "readonly",
        sqlite3.SQLITE_CANTOPEN: "readonly",
    }
    return codes.get(error.sqlite_errorcode & 0xFF, "damaged")


def _message(row: sqlite3.Row | dict[str, Any]) -> Message:
    values: dict[str, Any] = dict(row)
    return Message(**{**values, "state": State(values["state"])})


def _submission(row: sqlite3.Row) -> SubmissionSeen:
    values: dict[str, Any] = dict(row)
    flags = {name: bool(values[name]) for name in ("counts", "late", "to_mend")}
    return SubmissionSeen(**{**values, **flags})


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
