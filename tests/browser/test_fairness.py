"""How the load feels, kept and then said; and what a path leads to beside its steps: on screen, by both."""

import re

import pytest

from tests.browser.conftest import Windows
from tests.browser.looking import looked
from tests.browser.server import Server
from tests.browser.someone import Someone, together
from tests.browser.test_daily import opens_just_me
from tests.browser.test_repair import shot

MINE = "I plan the week, and nobody sees it."


@pytest.mark.practice("A13")
@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_how_the_load_feels_is_kept_and_said_after_a_look(window: Windows, server: Server, javascript: bool) -> None:
    """From Promises, in four presses; only hers until she says it; then one line in what happened, as her word."""
    anna, toby = (
        Someone(window(width=390, javascript=javascript), f"{name} Load {javascript}") for name in ("Anna", "Toby")
    )
    together(anna, toby)

    def looks(who: Someone, name: str) -> list[str]:
        """With script, which looking at a page needs; first as it looks to them, then whether it is well made."""
        if not javascript:
            return []
        shot(who, name)
        return looked(who)

    anna.turns_to("Promises")
    anna.follows("The load you share, as it feels to you")
    found = looks(anna, "load-new")
    anna.chooses("Not fair", "Planning and remembering", "Housework")
    anna.writes("In your own words", MINE)
    anna.submits("Keep it")
    opens_just_me(anna)
    anna.reads("Only you can see it.", "You say that the load you share does not feel fair.", MINE)
    found += looks(anna, "load-kept")
    for page in ("./", "./history/", "./load/"):
        toby.goes(page)
        toby.finds_nothing_of(MINE, re.compile("does not feel fair"))
    anna.goes("./load/")
    anna.follows("does not feel fair", anna.main)
    anna.follows("Say it to them")
    anna.reads("This is what they will see", "About: Housework · Planning and remembering")
    found += looks(anna, "load-look")
    anna.presses("Say it")
    anna.reads("Said.")
    toby.reads_back()
    toby.follows(f"{anna.name} says that the load you share does not feel fair.")
    toby.reads(MINE, "There is nothing to answer, and nothing to set against it.")
    found += looks(toby, "load-said")
    assert found == [], "\n".join(found)


@pytest.mark.practice("C7", "C8")
def test_time_together_and_help_from_outside_are_read_from_the_path(window: Windows, server: Server) -> None:
    """Once it is owned; the ideas by whoever was hurt alone."""
    anna, toby = (Someone(window(width=390), f"{name} Beside") for name in ("Anna", "Toby"))
    together(anna, toby)
    for one in (anna, toby):
        one.sends("/me/first")
    toby.turns_to("What happened")
    toby.follows("I need to tell you something")
    toby.follows("No", toby.main)
    toby.writes("What happened", "I forgot the school again.")
    toby.presses("See how it would be read")
    toby.presses("Share it")
    toby.follows("Say what you did", toby.main)
    toby.writes("What I did", "I forgot, and let you wait.")
    toby.saves("Say it")
    toby.finds_nothing_of(re.compile("^Time together"))
    toby.follows("Help from outside", toby.main)
    toby.reads("Where there is fear, support is for one person alone, not together.")
    shot(toby, "outside")
    found = looked(toby)
    anna.turns_to("What happened")
    anna.follows(re.compile("forgot the school"), anna.main)
    shot(anna, "path")
    anna.follows("Time together, if and when you want it", anna.main)
    anna.reads("A few minutes", "Half a day")
    shot(anna, "ideas")
    found += looked(anna)
    anna.follows("Promise to make time", anna.main)
    anna.reads("Make a promise")
    assert found == [], "\n".join(found)
