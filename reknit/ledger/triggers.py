"""The history is append-only in the database itself, on SQLite and on PostgreSQL.

An update may only blank the words of an event, a delete may only take a whole space, and either only while erase.py has
said so in `ledger_lifted` in the same transaction. Every ledger migration ends by laying these anew.
"""

from typing import Any

KEPT = (
    "id",
    "space_id",
    "seq",
    "by_id",
    "about",
    "at",
    "epoch",
    "facts",
    "facts_commit",
    "words_commit",
    "prev",
    "hash",
)
NAMES = ("ledger_event_keep_update", "ledger_event_keep_delete")
TRUNCATE = "ledger_event_keep_truncate"
SAID = "the history is append-only"


def lay(schema_editor: Any) -> None:
    """Lay the triggers, replacing what stands."""
    vendor = schema_editor.connection.vendor
    for statement in _sqlite() if vendor == "sqlite" else _postgresql():
        schema_editor.execute(statement, params=None)


def standing(connection: Any) -> set[str]:
    """The names of the history's triggers that this database has."""
    if connection.vendor == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger_event'"
    else:
        query = "SELECT tgname FROM pg_trigger WHERE tgrelid = 'ledger_event'::regclass AND tgenabled = 'O'"
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {row[0] for row in cursor.fetchall()}


def needed(connection: Any) -> set[str]:
    return set(NAMES) | ({TRUNCATE} if connection.vendor == "postgresql" else set())


def _sqlite() -> list[str]:
    same = " AND ".join(f"NEW.{column} IS OLD.{column}" for column in KEPT)
    lifted = "SELECT 1 FROM ledger_lifted WHERE space = OLD.space_id"
    update, delete = NAMES
    return [
        f"DROP TRIGGER IF EXISTS {update}",
        f"DROP TRIGGER IF EXISTS {delete}",
        f"CREATE TRIGGER {update} BEFORE UPDATE ON ledger_event "
        f"WHEN NOT (EXISTS ({lifted}) AND NEW.words IS NULL AND {same}) "
        f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END",
        f"CREATE TRIGGER {delete} BEFORE DELETE ON ledger_event "
        f"WHEN NOT EXISTS ({lifted} AND whole) BEGIN SELECT RAISE(ABORT, '{SAID}'); END",
    ]


def _postgresql() -> list[str]:
    same = " AND ".join(f"NEW.{column} IS NOT DISTINCT FROM OLD.{column}" for column in KEPT)
    lifted = "SELECT 1 FROM ledger_lifted WHERE space = OLD.space_id"
    update, delete = NAMES
    return [
        "CREATE OR REPLACE FUNCTION ledger_event_keep() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN "
        f"IF TG_OP = 'UPDATE' AND EXISTS ({lifted}) AND NEW.words IS NULL AND {same} THEN RETURN NEW; END IF; "
        f"IF TG_OP = 'DELETE' AND EXISTS ({lifted} AND whole) THEN RETURN OLD; END IF; "
        f"RAISE EXCEPTION '{SAID}'; END $body$",
        f"DROP TRIGGER IF EXISTS {update} ON ledger_event",
        f"DROP TRIGGER IF EXISTS {delete} ON ledger_event",
        f"DROP TRIGGER IF EXISTS {TRUNCATE} ON ledger_event",
        f"CREATE TRIGGER {update} BEFORE UPDATE ON ledger_event FOR EACH ROW EXECUTE FUNCTION ledger_event_keep()",
        f"CREATE TRIGGER {delete} BEFORE DELETE ON ledger_event FOR EACH ROW EXECUTE FUNCTION ledger_event_keep()",
        f"CREATE TRIGGER {TRUNCATE} BEFORE TRUNCATE ON ledger_event "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_event_keep()",
    ]
