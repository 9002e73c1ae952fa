"""What happens between couples and friends, lived to its end by both of them on screen, each on their own side."""

import re

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
    life.reads(anna, "Toby Evenings did not know that it hurt.")
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


@pytest.mark.practice("N3", "C11", "C14", "H1", "L11")
def test_the_husband_who_came_back_and_the_wife_who_goes(window: Windows, server: Server) -> None:
    """He tells it himself and keeps every evening. She says not now, which he never learns, lets it go, and leaves."""
    life = between(window, server, "Clara", "Martin", "Winter", javascript=False)
    clara, martin = life.hurt, life.doer
    life.names(martin, "I was with her from March, and in August I moved in with her.", "Over a time",
               "Something was hidden, or not true", "It was a choice, not a slip", day="2025-03-10",
               until="2025-08-30")  # fmt: skip
    life.reads(clara, "Monday 10 March 2025 to Saturday 30 August 2025", "Something was hidden, or not true")
    life.says(clara, "size", "The ground is gone")
    life.says(clara, "feel", "grief", "relief", said="Both, in one morning.")
    life.says(martin, "acknowledge", said="I lied for five months and then I left. None of it was your doing.")
    life.says(clara, "full", "It is all there")
    life.is_ready(martin)
    before = martin.main.inner_text()
    life.is_ready(clara, willing="Not now", able="No")
    clara.reads("opens when both of you have said yes")
    life.opens(martin)
    assert martin.main.inner_text() == before  # her answer leaves no trace
    life.promises("I am home, and the phone is on the shelf.", day="2026-03-05", often="Every week", at="20:00")
    life.keeps("I am home, and the phone is on the shelf.", "2026-03-05 21:00", "2026-03-12 21:00")
    life.says(clara, "change", "Not yet", said="You have changed. I haven’t changed back. I looked.")
    life.says(martin, "account", said="I would have stayed for ever. I know that is not the question.")
    life.says(clara, "close", "I set this down", said="I gave it the winter, and I am not angry any more.")
    life.reads(martin, "Set down", "I am not angry any more.", "Two so far, both kept.")
    life.has_left(clara)
    life.picture(clara, "gone")
    martin.turns_to("People")
    martin.reads("no longer in this space")
    life.reads(martin, "Set down")
    life.picture(martin, "left")
    martin.finds_nothing_of("Do this", "If it suits you")


@pytest.mark.soak
@pytest.mark.practice("N3", "A3", "A6", "C5", "H1")
def test_maya_and_the_lunches(window: Windows, server: Server) -> None:
    """She says it first, promises what she can keep, and is there when Ruth comes. The friendship holds again."""
    life = between(window, server, "Ruth", "Maya", "Lunch", kind="friends")
    ruth, maya = life.hurt, life.doer
    small_things(life, ("cancelled", "2026-02-13", "I swapped a shift for it."), ("cancelled", "2026-02-20", ""),
                 ("cancelled", "2026-02-27", "I stood at the flower stall for forty minutes."))  # fmt: skip
    life.names(maya, "I say yes to lunch, and at noon I say no. Four times now.", "It is still going on",
               "Being counted on")  # fmt: skip
    life.reads(ruth, "How big is it for you?", "Four times now.")
    life.says(ruth, "size", "It hurt")
    life.says(maya, "acknowledge", said="I said yes because I liked to be somebody who comes. I knew I would not.")
    life.both_are_ready()
    life.says(ruth, "tell", "I can’t count on you; I don’t matter", said="I tell people I have a friend called Maya.",
              reminded="My brother’s birthdays.")  # fmt: skip
    life.says(maya, "say-back", said="You begin to think you have made me up.")
    life.says(ruth, "heard", "I have been heard")
    life.promises("The Turkish place by the canal.", day="2026-03-07", often="Every other week", at="12:30")
    life.keeps("The Turkish place by the canal.", "2026-03-07 13:00", "2026-03-21 13:00")
    life.says(ruth, "change", "I see a change")
    life.says(ruth, "close", "This is repaired", said="You were there before me.")
    ruth.goes("./")
    slip = ruth.unfolds("Something good")
    ruth.writes("What was good?", "You remembered the joke about the ferry.", slip)
    ruth.chooses("Say thank you for it", where=slip)
    ruth.saves("Keep it", slip)
    maya.goes("./")
    maya.reads("You remembered the joke about the ferry.")
    life.reads(maya, "Repaired", "You were there before me.")
    ruth.goes("./picture/?span=weeks")
    ruth.reads("Two so far, both kept.")
    life.picture(ruth, "picture")


@pytest.mark.soak
@pytest.mark.practice("N3", "B8", "C14")
def test_the_partner_who_changes_the_subject(window: Windows, server: Server) -> None:
    """The two tell it differently and nobody judges. She stops counting on him for it, sets it down, and stays."""
    life = between(window, server, "Noor", "Benoit", "Heron", javascript=False)
    noor, benoit = life.hurt, life.doer
    life.names(noor, "When I say something that matters, you talk about something else.", "Being there")
    life.says(benoit, "account", "I didn’t know this hurt", said="There was a heron. I thought it would cheer you up.")
    life.says(noor, "mark", "Where we tell it differently", said="I was not looking for cheer.")
    life.says(benoit, "acknowledge", said="You spoke of your father and I got up to see about the rice.")
    life.says(noor, "full", "Something is missing", said="The scissors. The results.")
    life.owes(benoit, "acknowledge")
    benoit.reads("The scissors. The results.")
    life.is_ready(noor)
    life.learns_nothing(benoit, "Both of you have said yes")
    benoit.goes("./")
    life.says(noor, "unrely", said="For the things I am afraid of. My sister listens.")
    life.says(noor, "close", "I set this down", said="I let this go.")
    life.reads(benoit, "Set down", "My sister listens.", "understands, and no longer relies on you for something")
    life.picture(benoit, "set-down")
    life.says(noor, "reopen")
    life.reads(benoit, "something is still missing", "opened this again")
    life.says(noor, "close", "I set this down")


@pytest.mark.soak
@pytest.mark.practice("N3", "A6", "B3", "C15", "C16", "F11")
def test_the_white_lies_that_piled_up(window: Windows, server: Server) -> None:
    """Where something was hidden no reason is asked for; one more comes out, told unasked. It stays open, and may."""
    life = between(window, server, "Grace", "Wes", "Plant")
    grace, wes = life.hurt, life.doer
    small_things(life, ("white_lie", "2026-02-05", "Your bag was in my car."))
    first = "You tell me small things that are not so."
    life.names(grace, first, "Something was hidden, or not true", "I found out", "It shook a lot")
    life.says(wes, "acknowledge", said="The gym, the call, the shelf, the soup. None of it was so.")
    life.opens(wes)
    wes.finds_nothing_of("Why it happened")
    life.both_are_ready()
    life.says(grace, "ask", "In writing", said="Did you ring my mother?", day="2026-03-03", hour="19:00")
    life.owes(wes, "answer")
    life.says(wes, "answer", "I don’t know yet", said="I want to say it right.")
    life.says(wes, "answer", "This is my answer", said="No. She covered for me.")
    life.reads(grace, "No. She covered for me.", re.compile("“.?Did you ring my mother"))
    older = life.at
    life.names(wes, "I told you I had posted the form. I posted it today.", after=first.rstrip("."))
    life.reads(grace, "It came out later, about:", first)
    life.at = older
    life.promises("I say what was not so.", day="2026-03-08", at="20:00")
    life.keeps("I say what was not so.", "2026-03-08 20:30")
    life.says(grace, "came-back", said="A plant in a shop.", helps="Air.")
    life.says(grace, "plan", when="I check what day it is.", said="Tell me one dull true thing.")
    life.says(wes, "plan", when="You check.", said="I say the dull thing.")
    life.says(grace, "step", "Small", said="One evening without asking.", day="2026-03-10")
    life.says(grace, "look-back", "Smaller next time", said="I asked at nine.")
    life.says(grace, "change", "Not yet")
    life.reads(wes, "does not see a change yet", "Small", re.compile("“.?One evening without asking"))
    life.picture(wes, "stays-open")
    server.at("2026-03-29 12:00")
    grace.goes("./")
    grace.finds_nothing_of("Do this", "overdue")
    grace.turns_to("What happened")
    grace.reads(first, "It may stay open for as long as it takes.")
    life.picture(grace, "two-open")


@pytest.mark.practice("N3", "C4", "G1", "G2", "G3")
def test_the_friend_who_shares_private_stories(window: Windows, server: Server) -> None:
    """A boundary is set, said back, crossed and kept; what was kept is the change. Closed, it can be opened again."""
    life = between(window, server, "Eleni", "Kostas", "Kiosk", kind="friends", javascript=False)
    eleni, kostas = life.hurt, life.doer
    life.names(eleni, "You told them at the table what I had told you alone.", "On one day", "It shook a lot",
               "Respect", day="2026-02-14")  # fmt: skip
    asks = "Please ask before you talk about my life with others."
    life.says(eleni, "boundary", "What I told", said=asks, kept="You ring me first.", then="I tell you the weather.",
              day="2026-06-01")  # fmt: skip
    life.says(kostas, "acknowledge", said="It was quiet, and I wanted them to lean in. It was yours.")
    life.owes(kostas, "understand")
    kostas.reads(asks, "What I told", "To be looked at again on Monday 1 June")
    life.says(kostas, "understand", said="I ask you first.", hard="I talk before I think.")
    life.reads(eleni, "I talk before I think.", re.compile("“.?Please ask before"))
    life.says(eleni, "crossed", said="The ferry.")
    life.says(kostas, "setback", "It is the same as before: it happened again", "I am still in this",
              said="I told the ferry at the kiosk.")  # fmt: skip
    life.says(eleni, "kept", said="You rang about the flat.")
    life.says(eleni, "change", "I see a change")
    life.says(eleni, "review", "Ease it", said="You may tell the ferry.", day="2026-12-01")
    life.says(eleni, "close", "This is repaired", said="He really didn’t know.")
    life.reads(kostas, "Repaired", "He really didn’t know.", "You may tell the ferry.")
    life.picture(kostas, "eased")
    life.says(eleni, "reopen")
    life.reads(kostas, "opened this again")
    life.says(eleni, "close", "I set this down")
