"""What is misconfigured, said before anything starts; each with a code that `reknit check` prints."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from reknit.people.keys import Cost

FLOOR = Cost(3, 64 * 1024 * 1024)


@register(Tags.security)
def operator_is_named(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """S-23: everyone here reads who runs the server; it cannot be nobody."""
    if settings.OPERATOR:
        return []
    return [Error("Nobody is named as running this server.", hint="Set OPERATOR to a name.", id="reknit.E001")]


@register(Tags.security)
def guesses_cost(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """The key derivation is not cheaper than what the security page says."""
    cost = Cost(*settings.KEY_COST)
    if cost.passes >= FLOOR.passes and cost.memory >= FLOOR.memory:
        return []
    return [Error("KEY_COST is below 3 passes over 64 MiB.", hint="Leave it as it comes.", id="reknit.E002")]


@register(Tags.security)
def nothing_is_mailed(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Error mail would carry what people wrote."""
    if not settings.ADMINS and not settings.DEBUG:
        return []
    return [Error("ADMINS must be empty and DEBUG off.", hint="Remove both.", id="reknit.E003")]
