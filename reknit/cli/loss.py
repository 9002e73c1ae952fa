"""What a restored backup lacks of the database whose place it takes; what was taken back since stays taken back."""

from datetime import date
from pathlib import Path
from uuid import UUID

from django.db import Error, connection

from reknit.cli.examining import reading, rows
from reknit.ledger import erase
from reknit.site.database import connect, elsewhere

Blank = dict[UUID, set[UUID]]


def between(former: Path, fresh: Path) -> list[str]:
    """Sentences about what `fresh` lacks. Words erased since the backup are erased in it; so are those asked to be."""
    try:
        with elsewhere(reading(former)):
            last, people, blank, asked = _last(), _people(), _blank(), _asked()
            connection.close()
    except Error:
        return ["What was there before cannot be read, so nobody can say here what is lost."]
    with elsewhere(connect(fresh)):
        said = _sentences(last, people)
        again = _erase_again(blank)
        _ask_again(asked)
        connection.close()
    return said + ([f"{again} texts that were taken back since are taken back in it, too."] if again else [])


def _sentences(last: dict[str, int], people: set[str]) -> list[str]:
    mine = _last()
    gaps = {space: seq - mine.get(space, 0) for space, seq in last.items() if seq > mine.get(space, 0)}
    said = [f"Lost: {sum(gaps.values())} events in {len(gaps)} spaces."] if gaps else ["Lost: no event."]
    said += [f"  space {space}: the last {gap}" for space, gap in sorted(gaps.items())]
    if gone := len(people - _people()):
        said.append(f"Lost: {gone} accounts made since.")
    if back := len(mine.keys() - last.keys()):
        said.append(f"Back: {back} spaces that had been erased since. Their members see them again; tell them.")
    return said


def _last() -> dict[str, int]:
    return {
        str(space): int(seq) for space, seq in rows("SELECT space_id, MAX(seq) FROM ledger_event GROUP BY space_id")
    }


def _people() -> set[str]:
    return {str(person) for (person,) in rows("SELECT id FROM people_person")}


def _blank() -> Blank:
    found: Blank = {}
    for space, event in rows("SELECT space_id, id FROM ledger_event WHERE words IS NULL AND LENGTH(words_commit) > 0"):
        found.setdefault(UUID(space), set()).add(UUID(event))
    return found


def _asked() -> list[tuple[UUID, UUID, date]]:
    found = rows("SELECT space_id, event, due FROM ledger_erasure")
    return [(UUID(space), UUID(event), date.fromisoformat(str(due))) for space, event, due in found]


def _erase_again(blank: Blank) -> int:
    already, done = _blank(), 0
    there = {UUID(event) for (event,) in rows("SELECT id FROM ledger_event")}
    for space, events in blank.items():
        again = (events & there) - already.get(space, set())
        if again:
            erase.words_of(space, list(again))
        done += len(again)
    return done


def _ask_again(asked: list[tuple[UUID, UUID, date]]) -> None:
    there = {UUID(event) for (event,) in rows("SELECT id FROM ledger_event WHERE words IS NOT NULL")}
    for space, event, due in asked:
        if event in there:
            erase.ask(space, event, due - erase.NOTICE)
