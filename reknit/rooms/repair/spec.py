"""What a verb of the path asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Verb:
    """One thing that can be said: its texts by name with their labels, and what is chosen beside them.

    `answer`, `several`, `day`, `which` and `flags` name the facts they fill; `choices` are those of the answer;
    `ask` names its choice, of one or of several; `doers`: labels as whoever did it reads them; `first`: the text that
    stands before that choice; `dated`: not without its day; `fixed` are facts the verb itself says.
    """

    save: Any
    texts: Mapping[str, Any] = field(default_factory=dict)
    doers: Mapping[str, Any] = field(default_factory=dict)
    first: str = ""
    answer: str = ""
    ask: Any = ""
    choices: tuple[tuple[str, Any], ...] = ()
    several: str = ""
    many: tuple[tuple[str, Any], ...] = ()
    day: str = ""
    when: Any = ""
    hour: bool = False
    which: str = ""
    flags: Mapping[str, Any] = field(default_factory=dict)
    dated: bool = False
    fixed: Mapping[str, Any] = field(default_factory=dict)
