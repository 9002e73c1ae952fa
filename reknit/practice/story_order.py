"""The order of a story's lines, and the moment each is said."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from reknit.practice.schedule import due_at
from reknit.practice.story_acts import Line, Story

EVENING = "20:00"


def _hours(lines: Iterable[Line]) -> list[str]:
    """The hour of each line. One without an hour is said in the evening, never before a line that stands above it."""
    latest: dict[date, str] = {}
    hours = []
    for line in lines:
        hour = line.time or max(EVENING, latest.get(line.day, ""))
        latest[line.day] = max(hour, latest.get(line.day, ""))
        hours.append(hour)
    return hours


def in_order(lines: list[Line]) -> tuple[Line, ...]:
    """The lines as they happen: by day and hour, and where these are the same as they stand."""
    timed = sorted(zip(lines, _hours(lines), strict=True), key=lambda pair: (pair[0].day, pair[1]))
    return tuple(line for line, _ in timed)


def moments(story: Story) -> list[datetime]:
    """When each line is said (aware, UTC), each later than the one before it by a second at least."""
    found: list[datetime] = []
    for line, hour in zip(story.lines, _hours(story.lines), strict=True):
        moment = due_at(f"{line.day}T{hour}", story.zone)
        if found and moment <= found[-1]:
            moment = found[-1] + timedelta(seconds=1)
        found.append(moment)
    return found
