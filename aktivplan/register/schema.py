"""The register's tables, and how an older register becomes one of today."""

from __future__ import annotations

MIGRATIONS = (
    """
    CREATE TABLE messages (
        number INTEGER PRIMARY KEY,
        campaign TEXT NOT NULL,
        kind TEXT NOT NULL,
        unit TEXT NOT NULL,
        recipient TEXT NOT NULL,
        subject TEXT NOT NULL,
        message_id TEXT NOT NULL UNIQUE,
        sha256 TEXT NOT NULL,
        file TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('drafted', 'pending', 'sending', 'sent', 'refused', 'unknown')),
        attempts INTEGER NOT NULL DEFAULT 0,
        not_before TEXT NOT NULL DEFAULT '',
        changed TEXT NOT NULL,
        answer TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX messages_of_unit ON messages (unit, kind);
    CREATE INDEX messages_to_send ON messages (state, not_before);
    CREATE TABLE mails (
        number INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        sha256 TEXT NOT NULL UNIQUE,
        message_id TEXT NOT NULL,
        sender TEXT NOT NULL,
        sent TEXT NOT NULL,
        subject TEXT NOT NULL,
        what TEXT NOT NULL,
        unit TEXT NOT NULL,
        detail TEXT NOT NULL,
        taken TEXT NOT NULL
    );
    CREATE INDEX mails_of_unit ON mails (unit);
    CREATE TABLE positions (
        source TEXT PRIMARY KEY,
        validity INTEGER NOT NULL,
        last INTEGER NOT NULL
    );
    CREATE TABLE submissions (
        sha256 TEXT NOT NULL,
        file TEXT NOT NULL,
        unit TEXT NOT NULL,
        came TEXT NOT NULL,
        sender TEXT NOT NULL,
        outcome TEXT NOT NULL,
        code TEXT NOT NULL,
        counts INTEGER NOT NULL,
        late INTEGER NOT NULL,
        to_mend INTEGER NOT NULL,
        first_seen TEXT NOT NULL,
        PRIMARY KEY (sha256, file)
    );
    CREATE INDEX submissions_of_unit ON submissions (unit);
    CREATE TABLE editions (
        number INTEGER PRIMARY KEY,
        made TEXT NOT NULL,
        plan_version TEXT NOT NULL,
        records INTEGER NOT NULL,
        built_from TEXT NOT NULL
    );
    """,
    """
    CREATE TABLE plan_versions (
        version TEXT PRIMARY KEY,
        first_used TEXT NOT NULL
    );
    CREATE TABLE rounds (
        number INTEGER PRIMARY KEY,
        plan_version TEXT NOT NULL REFERENCES plan_versions,
        deadline TEXT NOT NULL,
        began TEXT NOT NULL,
        UNIQUE (plan_version, deadline)
    );
    CREATE TABLE asked (
        round INTEGER NOT NULL REFERENCES rounds,
        unit TEXT NOT NULL,
        since TEXT NOT NULL,
        PRIMARY KEY (round, unit)
    );
    CREATE TABLE documents (
        edition INTEGER NOT NULL REFERENCES editions,
        file TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (edition, file)
    );
    ALTER TABLE submissions ADD COLUMN superseded_by TEXT NOT NULL DEFAULT '';
    ALTER TABLE submissions ADD COLUMN archived TEXT NOT NULL DEFAULT ''
    """,
)
"""Each makes the register's next version of the one before; the first, of nothing. Never changed, only added to."""
