"""Settings from the environment: three small readers, the last of which also reads `NAME_FILE`."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


class Misconfigured(Exception):
    """A setting cannot be used as it stands; the sentence says which and why."""


def text(name: str, default: str = "") -> str:
    """The value of NAME, or what the file named by NAME_FILE holds, or the default."""
    path = os.environ.get(f"{name}_FILE")
    if not path:
        return os.environ.get(name, default)
    try:
        return Path(path).read_text().strip()
    except OSError as fault:
        raise Misconfigured(f"{name}_FILE names {path}, which cannot be read: {fault.strerror}.") from fault


def flag(name: str, default: bool) -> bool:
    value = text(name, "on" if default else "off").lower()
    if value not in {"on", "off"}:
        raise Misconfigured(f"{name} is {value!r}; it takes on or off.")
    return value == "on"


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if not value.isdigit():
        raise Misconfigured(f"{name} is {value!r}; it takes a whole number.")
    return int(value)


def one_of(name: str, default: str, *choices: str) -> str:
    value = text(name, default)
    if value not in choices:
        raise Misconfigured(f"{name} is {value!r}; it takes one of: {', '.join(choices)}.")
    return value


def secret(name: str, keep: Path) -> str:
    """The secret NAME, or one made once and kept beside the data, readable by its owner only."""
    given = text(name)
    if given:
        return given
    if not keep.exists():
        keep.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(keep, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
    return keep.read_text().strip()


SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 15,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON; "
        "PRAGMA recursive_triggers=ON; PRAGMA temp_store=MEMORY;"
    ),
}


def sqlite(path: str | Path) -> dict[str, Any]:
    """The settings of one SQLite file (or `:memory:`)."""
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": dict(SQLITE), "CONN_MAX_AGE": None}


def database(url: str) -> dict[str, Any]:
    """`sqlite:///path` or `postgresql://user:password@host:port/name?option=value` as Django wants it."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(unquote(parts.path.removeprefix("/")) or ":memory:")
    if parts.scheme not in {"postgres", "postgresql"}:
        raise Misconfigured(f"DATABASE_URL begins with {parts.scheme!r}; it takes sqlite or postgresql.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
    }
