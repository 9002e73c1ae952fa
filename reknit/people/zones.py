"""Time zones as a person chooses them."""

from zoneinfo import available_timezones

ELSEWHERE = ("Etc/", "posix/", "right/", "SystemV/")


def known(name: str) -> str:
    """This zone, or UTC where nobody knows it."""
    return name if name in available_timezones() else "UTC"


def choices() -> list[tuple[str, str]]:
    """Zones named after places, and UTC, in order."""
    places = [zone for zone in available_timezones() if "/" in zone and not zone.startswith(ELSEWHERE)]
    return [(zone, zone.replace("_", " ")) for zone in sorted([*places, "UTC"])]
