"""Passwords and access tokens, from the environment or the system's keyring and from nowhere else."""

from __future__ import annotations

import os

_SERVICE = "aktivplan-{purpose}"
_VARIABLE = "AKTIVPLAN_{purpose}_PASSWORD"
_TOKEN_VARIABLE = "AKTIVPLAN_{purpose}_TOKEN"  # noqa: S105 - a name


class Token(str):
    """An access token (OAuth 2.0), which somebody else has fetched: it logs in by XOAUTH2, where a password would do otherwise."""

    __slots__ = ()


def password_for(purpose: str, user: str) -> str:
    """The password of a user, or a `Token`; ``purpose`` is "smtp" or "imap". "" if there is none anywhere."""
    token = os.environ.get(_TOKEN_VARIABLE.format(purpose=purpose.upper()))
    if token:
        return Token(token.strip())
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
