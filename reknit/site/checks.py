"""What is misconfigured, said before anything starts; each with a code that `reknit check` prints."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from reknit.people.keys import Cost

FLOOR = Cost(3, 64 * 1024 * 1024)
LONGEST_NAME = 200  # it is kept among the preferences of each person, whose size is fixed
LOCAL = {"localhost", "127.0.0.1", "::1", "[::1]"}
COOKIES = (
    "SESSION_COOKIE_NAME",
    "CSRF_COOKIE_NAME",
    "KEY_COOKIE_NAME",
    "PRIVATE_COOKIE_NAME",
    "CODE_COOKIE_NAME",
    "STORY_COOKIE_NAME",
)


@register(Tags.security)
def operator_is_named(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """S-23: everyone here reads who runs the server; it cannot be nobody."""
    if 0 < len(settings.OPERATOR.strip()) <= LONGEST_NAME:
        return []
    hint = f"Set OPERATOR to a name of at most {LONGEST_NAME} characters."
    return [Error("Nobody is named as running this server.", hint=hint, id="reknit.E001")]


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


@register(Tags.security)
def mail_has_a_sender(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """A letter with a link needs an address it comes from, and a wire nobody reads along."""
    if not settings.MAIL or ("@" in settings.DEFAULT_FROM_EMAIL and _closed_wire()):
        return []
    hint = "Set EMAIL_FROM to an address, and EMAIL_TLS to starttls or tls unless EMAIL_HOST is this machine."
    return [Error("Mail is on without a sender, or goes out in the open.", hint=hint, id="reknit.E010")]


def _closed_wire() -> bool:
    return settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL or settings.EMAIL_HOST in LOCAL


@register(Tags.security)
def names_are_its_own(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """A server that answers to any name can be spoken to under one that others chose."""
    hosts = settings.ALLOWED_HOSTS
    if hosts and not [host for host in hosts if "*" in host or host.startswith(".")]:
        return []
    hint = "Name each host in full, with commas between them."
    return [Error("ALLOWED_HOSTS is empty or holds a wildcard.", hint=hint, id="reknit.E004")]


@register(Tags.security)
def others_come_by_tls(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Without TLS, passwords and texts go over the wire as they are."""
    away = [host for host in settings.ALLOWED_HOSTS if host not in LOCAL and not host.endswith(".localhost")]
    if settings.HTTPS or not away:
        return []
    hint = "Put a proxy that speaks TLS in front and set HTTPS=on, or serve localhost alone."
    return [Error(f"HTTPS is off, and others can come by {', '.join(away)}.", hint=hint, id="reknit.E005")]


@register(Tags.security)
def the_proxy_is_counted(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Behind a proxy that is not counted, everyone has its address, and one guesser locks out all."""
    if not settings.SECURE_PROXY_SSL_HEADER or settings.ALLAUTH_TRUSTED_PROXY_COUNT > 0:
        return []
    hint = "Set PROXIES to the number of proxies in front, mostly 1."
    return [Error("HTTPS is on, so a proxy stands in front, but PROXIES is 0.", hint=hint, id="reknit.E006")]


@register(Tags.security)
def cookies_are_bound(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """With TLS each cookie is bound to this host alone (`__Host-`), to TLS, and out of the reach of scripts."""
    names = [getattr(settings, name) for name in COOKIES]
    faults = [name for name in names if settings.HTTPS and not name.startswith("__Host-")]
    faults += [name for name in set(names) if names.count(name) > 1]
    flags = ["SESSION_COOKIE_HTTPONLY", "CSRF_COOKIE_HTTPONLY"]
    flags += ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"] if settings.HTTPS else []
    faults += [name for name in flags if not getattr(settings, name)]
    if not faults:
        return []
    hint = "Leave the cookies as reknit/site/settings.py has them."
    return [Error(f"Cookies are not bound as they must be: {', '.join(sorted(faults))}.", hint=hint, id="reknit.E007")]


@register(Tags.security)
def away_is_elsewhere(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Whoever leaves in a hurry must arrive, and not here."""
    to = urlsplit(settings.AWAY)
    if to.scheme == "https" and to.hostname and to.hostname not in settings.ALLOWED_HOSTS:
        return []
    hint = "Set AWAY to a page of another site that is about nothing, such as the weather, with https://."
    return [Error(f"AWAY is {settings.AWAY!r}, which is no page of another site.", hint=hint, id="reknit.E009")]


@register(Tags.security)
def pages_load_nothing_else(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """The policy that keeps other people's scripts out of the pages is there, and as strict as it came."""
    policy = getattr(settings, "CONTENT_SECURITY_POLICY", {}).get("DIRECTIVES", {})
    allowed = {source for sources in policy.values() for source in sources}
    if policy.get("default-src") == ["'none'"] and allowed == {"'self'", "'none'"}:
        return []
    hint = "Leave CONTENT_SECURITY_POLICY as it comes."
    return [Error("The pages' policy lets in more than the server's own files.", hint=hint, id="reknit.E008")]
