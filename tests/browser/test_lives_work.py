"""What happens between people who work together, lived to its end by both of them on screen."""

import re

import pytest

from tests.browser.conftest import Windows
from tests.browser.living import between
from tests.browser.server import Server
from tests.browser.watching import PHONE


@pytest.mark.practice("N3", "B9", "N2")
def test_the_consultant_who_could_not_keep_her_commitments(window: Windows, server: Server) -> None:
    """It goes unspoken: written down for oneself, nothing joint any more, and a coffee that is kept."""
    life = between(window, server, "Judith", "Carol", "Drive", kind="colleagues", javascript=False)
    judith, carol = life.hurt, life.doer
    carol.drafts("We drive there together.", day="2026-03-04", often="Every week", at="07:00")
    server.at("2026-03-04 12:00")
    carol.goes("./")
    carol.saves("Missed", carol.entry("We drive there together."))
    what = "She knew in February that she could not do this, and said yes."
    life.names(judith, what, "It hurt", "Being counted on", keep=True)
    life.learns_nothing(carol, what, "Kept to yourself")
    judith.turns_to("Promises")
    judith.follows("We drive there together.", judith.under("Running"))
    ends = judith.unfolds("End this promise")
    judith.writes("In your own words", "Dan drives with me from now on.", ends)
    judith.saves("End it", ends)
    carol.drafts("A coffee, downtown.", day="2026-03-06", at="15:00")
    life.keeps("A coffee, downtown.", "2026-03-06 17:00")
    carol.reads_back()
    carol.reads("Dan drives with me from now on.")
    life.learns_nothing(carol, what, "Kept to yourself")
    carol.turns_to("What happened")
    carol.reads("Nothing is open.")
    judith.turns_to("What happened")
    life.picture(judith, "unspoken")


@pytest.mark.soak
@pytest.mark.practice("N3", "B6", "C18")
def test_the_employee_who_misses_deadlines(window: Windows, server: Server) -> None:
    """Too much, and unclear. A word before the deadline is kept; the hurt the other way has a path of its own."""
    life = between(window, server, "Karin", "Elias", "Friday", kind="colleagues")
    karin, elias = life.hurt, life.doer
    life.names(karin, "The figures for the client were not there, three Fridays in five.", "It hurt")
    life.owes(elias, "acknowledge")
    elias.reads("I said the report was sent. It was not. That was my doing.")
    life.says(elias, "acknowledge", said="I let three Fridays go by and said Monday.")
    life.both_are_ready()
    life.says(elias, "why", "Too much at once", "It was not clear what was expected", said="Two clients since June.")
    life.reads_only_if_asked(karin, "Two clients since June.")
    karin.unfolds("Read the reason, if you want to")
    karin.reads("Two clients since June.")
    life.promises("A word by Thursday noon if Friday will not do.", day="2026-03-05", often="Every week", at="12:00")
    life.keeps("A word by Thursday noon if Friday will not do.", "2026-03-05 13:00", "2026-03-12 13:00")
    first = life.at
    life.opens(elias)
    elias.follows("Name it", elias.main)
    elias.follows("No", elias.main)
    life.writes_down(elias, "I was given to the figures, and nobody asked me.")
    life.reads(karin, "You did this; it hurt Elias Friday", "Say what you did")
    life.picture(karin, "the other way round")
    life.at = first
    life.reads(karin, "Elias Friday did this; it hurt you")
    life.says(karin, "change", "I see a change")
    life.says(karin, "close", "This is repaired", said="I can plan a Friday again.")
    life.reads(elias, "Repaired", "I can plan a Friday again.")


@pytest.mark.soak
@pytest.mark.practice("N3", "C14")
def test_the_manager_who_never_recognises_effort(window: Windows, server: Server) -> None:
    """He had not known, and owns it. She need not answer, nobody learns that she said no, and she goes."""
    life = between(window, server, "Ola", "Piotr", "Stairs", kind="colleagues", javascript=False)
    ola, piotr = life.hurt, life.doer
    life.names(ola, "I dug out forty cars by six. You asked about the forty-first.", "Respect")
    life.reads(piotr, "Say what you did")
    life.says(piotr, "account", "I didn’t know this hurt", said="I thought saying nothing means that it is good.")
    life.says(piotr, "acknowledge", said="I thanked the agency. You were the night shift.")
    life.reads(ola, "You were the night shift.", "there may be a person outside for that")
    life.says(ola, "full", "Not yet")
    life.is_ready(ola, willing="No", able="No")
    life.is_ready(piotr)
    piotr.reads("opens when both of you have said yes")
    life.promises("I have read the report, and say one thing I saw in it.", day="2026-03-06", often="Every week")
    life.keeps("I have read the report, and say one thing", "2026-03-06 18:00")
    life.reads(piotr, "says: not yet", "One so far, kept.")
    life.has_left(ola)
    life.reads(piotr, "One so far, kept.")
    piotr.finds_nothing_of("Do this", "If it suits you")
    life.picture(piotr, "left")
    piotr.turns_to("What happened")
    piotr.reads("forty-first")


@pytest.mark.practice("N3", "C1", "C11")
def test_the_colleague_who_shifts_blame_gets_another_place(window: Windows, server: Server) -> None:
    """On phones: it is owned and set right, and still she no longer relies on him for what goes to the client."""
    life = between(window, server, "Renee", "Curtis", "Pump", kind="colleagues", width=PHONE)
    renee, curtis = life.hurt, life.doer
    life.names(renee, "You told the owner that I had signed for the pump.", "On one day", "It hurt",
               "Owning what I do", day="2026-02-27")  # fmt: skip
    life.says(curtis, "acknowledge", said="I signed. I said it was you because he was shouting.")
    life.says(renee, "full", "It is all there")
    life.says(renee, "boundary", "Something else of mine", said="My name goes on nothing I have not read.")
    life.says(curtis, "understand", said="I ask before I write your name.")
    life.promises("The list goes out with a name beside each thing, mine where it is mine.", day="2026-03-06")
    life.keeps("The list goes out with a name", "2026-03-06 18:00")
    life.says(renee, "unrely", said="For what goes to the client.")
    life.says(renee, "close", "I set this down", said="We each do our own houses.")
    life.reads(curtis, "Set down", "We each do our own houses.", "For what goes to the client.")
    life.picture(curtis, "another place")
    curtis.turns_to("Promises")
    curtis.finds_nothing_of(re.compile("overdue|Do this"))
