"""System checks of the history's own safeguards."""

from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from reknit.ledger import triggers


@register(Tags.database)
def triggers_stand(app_configs: Any = None, databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """The append-only triggers are there; without them nothing starts."""
    found: list[CheckMessage] = []
    for alias in databases or []:
        connection = connections[alias]
        if "ledger_event" not in connection.introspection.table_names():
            continue
        missing = triggers.needed(connection) - triggers.standing(connection)
        if missing:
            hint = "Run `reknit migrate --relay`, and find out who took them away."
            found.append(
                Error(f"The history's triggers are missing: {', '.join(sorted(missing))}.", hint=hint, id="reknit.E101")
            )
    return found
