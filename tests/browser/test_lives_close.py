"""What happens between couples and friends, lived to its end by both of them on screen, each on their own side."""

import pytest

from tests.browser.conftest import Windows
from tests.browser.living import between, small_things
from tests.browser.server import Server

HOME = "Home by seven."


@pytest.mark.practice("N3", "B4", "B9", "A5", "A6", "A8", "C1", "C10", "C11")
def test_anna_and_toby_and_the_evenings(window: Windows, server: Server) -> None:
    """Years of coming late are named, kept for herself first; it happens again, and is repaired."""
    life = between(window, server, "Anna", "Toby", "Evenings")
    anna, toby = life.hurt, life.doer
    small_things(life, ("late", "2026-02-10", "Ten past nine, and no word."), ("late", "2026-02-19", "I rang twice."),
                 ("chore", "2026-02-25", "I took the bins out in my dressing gown."))  # fmt: skip
    anna.goes("./history/")
    anna.follows("I rang twice.", anna.main)
    anna.follows("Name what happened", anna.main)
    anna.follows("No", anna.main)
    what = "I have stopped laying your place until I hear the car."
    life.writes_down(anna, what, "It is still going on", "It shook a lot", "Being counted on", keep=True)
    life.learns_nothing(toby, what)
    life.shares_what_was_kept(anna, what)
    life.owes(toby, "acknowledge")
    toby.reads(what, "still going on")
    life.says(toby, "acknowledge", said="I come late, week after week, and let the phone ring. That is my doing.")
    life.says(toby, "account", "I didn’t know this hurt", said="I thought it was about the dinner.")
    life.says(anna, "full", "It is all there")
    life.both_are_ready()
    life.says(anna, "tell", "I can’t count on you; I don’t matter", said="I plan every evening twice.")
    life.owes(toby, "say-back")
    life.says(toby, "say-back", said="You plan one evening with me and one without.")
    life.says(anna, "heard", "Not yet")
    life.reads(toby, "does not feel heard yet")
    life.says(anna, "heard", "I have been heard")
    life.says(toby, "why", "How conflict was done where I grew up", said="My father stayed out when it was tense.")
    life.opens(anna)
    anna.unfolds("Read the reason, if you want to")
    anna.reads("My father stayed out when it was tense.")
    life.promises(HOME, day="2026-03-03", often="Every weekday", at="19:00")
    life.keeps(HOME, "2026-03-03 20:00")
    server.at("2026-03-04 22:00")
    life.says(toby, "setback", "It is the same as before: it happened again", "I am still in this",
              said="Nine o’clock, and I saw you ring.", changes="I pick up, whatever it is.")  # fmt: skip
    life.reads(anna, "said that it happened again", "I am still in this")
    life.picture(anna, "after the setback")
    anna.follows("What has been kept since", anna.main)
    anna.reads("One so far, kept.")
    life.keeps(HOME, "2026-03-05 20:00")
    life.says(anna, "change", "I see a change")
    for who in (anna, toby):
        life.says(who, "chapter", over="Waiting at the window.", stays="Sundays.", new="A word before seven.")
    life.says(toby, "agree", said="A word before seven, whatever it is.", day="2026-09-01")
    life.says(anna, "sign")
    life.says(anna, "close", "This is repaired", said="I lay two places.")
    life.reads(toby, "Repaired", "I lay two places.")
    life.picture(toby, "repaired")
    life.picture(anna, "repaired")
    toby.turns_to("What happened")
    toby.reads("Nothing is open.")
    toby.follows("What was closed", toby.main)
    toby.follows("says that this is repaired", toby.main)
    toby.reads(what, "Repaired")
