"""Passwords, from the environment or the system's keyring and from nowhere else."""

from __future__ import annotations

import os

_SERVICE = "aktivplan-{purpose}"
_VARIABLE = "AKTIVPLAN_{purpose}_PASSWORD"


def password_for(purpose: str, user: str) -> str:
    """The password of a user; ``purpose`` is "smtp" or "imap". "" if there is none anywhere."""
    given = os.environ.get(_VARIABLE.format(purpose=purpose.upper()))
    if given:
        return given
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return keyring.get_password(_SERVICE.format(purpose=purpose), user) or ""
    except KeyringError:
        # A machine without a keyring, as servers are.
        return ""
