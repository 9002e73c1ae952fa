"""An apology with every fault the coach knows, mended line by line; given, and answered each way there is."""

import re

import pytest
from playwright.sync_api import expect

from reknit.practice import coach
from tests.browser.conftest import Windows
from tests.browser.looking import looked
from tests.browser.someone import Someone, together
from tests.browser.test_repair import opens, shot

WHAT = "You wrote to Ines for three months and told me there was nobody."
# A sentence for each fault, and what he puts in its place.
FAULTS = {
    "conditional": ("I am sorry if you felt hurt.", "I lied to you on Thursday."),
    "excusing": ("I lied, but I was under pressure.", "I wrote to Ines from March to May."),
    "blaming": ("You made me do it.", "I hid it, each time you asked."),
    "minimising": ("It was just a few letters.", "There were forty letters."),
    "passive": ("Mistakes were made.", "I made them, each one."),
    "forgiveness": ("Please forgive me.", "You owe me nothing for this."),
    "overpromising": ("I will never lie to you again.", "I tell you the same day when she writes."),
    "always": ("You never listen.", "You asked me eleven times."),
    "mindreading": ("You just want to punish me.", "I do not know what you think of it."),
    "character": ("You are so selfish.", "You had every reason to ask."),
    "contempt": ("You are pathetic.", "You believed me."),
    "threats": ("If you leave, you will regret it.", "What you do now is yours."),
}
LETTERS = "I read your letters while you slept."
ANSWERS = ("I am not ready", "I need something else", "This is not it", "Received", "No more about this for now")


def pair(window: Windows, name: str, *, javascript: bool = True) -> tuple[Someone, Someone]:
    """Anna and Toby, and what happened, named."""
    anna, toby = (Someone(window(javascript=javascript), f"{who} {name}") for who in ("Anna", "Toby"))
    together(anna, toby)
    for one in (anna, toby):
        one.sends("/me/first")
    anna.turns_to("What happened")
    anna.follows("Something hurt me", anna.main)
    anna.follows("No", anna.main)
    anna.writes("What happened", WHAT)
    anna.presses("See how it would be read")
    anna.saves("Share it", said="It is written down.")
    return anna, toby


def begins(toby: Someone) -> None:
    opens(toby)
    toby.follows("An apology", toby.main)


def gives(toby: Someone, **more: str) -> None:
    toby.writes("What I did", "I wrote to Ines from March to May, and said I did not.")
    for label, text in more.items():
        toby.writes(label.replace("_", " "), text)
    toby.submits("See how it would be read")
    toby.saves("Give it", said="It is there. Nothing has to come back.")


@pytest.mark.practice("D1", "D2", "D3", "N3")
def test_the_husband_mends_his_words_line_by_line(window: Windows) -> None:
    anna, toby = pair(window, "Letter")
    assert FAULTS.keys() == set(coach.CATEGORIES)
    begins(toby)
    shot(toby, "apologise")
    lines = [faulty for faulty, _ in FAULTS.values()]
    toby.writes("What I did", "\n".join(lines))
    toby.presses("Look at my words")
    marks = toby.main.locator("mark")
    expect(marks.first).to_be_visible()
    shot(toby, "apologise-looked")
    assert looked(toby) == []
    for at, (faulty, better) in enumerate(FAULTS.values()):
        before = marks.count()
        assert any(set(mark.split()) & set(faulty.split()) for mark in marks.all_inner_texts()), faulty
        lines[at] = better
        toby.writes("What I did", "\n".join(lines))
        toby.submits("Look at my words")
        assert marks.count() < before, (faulty, marks.all_inner_texts())
    toby.reads("Nothing in these words is marked.")
    toby.writes("What it did to you", "You went through three months alone.")
    toby.writes("How I will make it right", "I tell your sister on Sunday.")
    toby.writes("What I will do differently", "I show you the telephone bill each month.")
    toby.chooses("Then ask: what would help?")
    toby.submits("See how it would be read")
    toby.reads("You will not learn whether it was")
    shot(toby, "apology-preview")
    assert looked(toby) == []
    toby.saves("Give it", said="It is there. Nothing has to come back.")
    toby.finds_nothing_of("I made them, each one.")
    _she_reads_it(anna)


def _she_reads_it(anna: Someone) -> None:
    anna.goes("./")
    anna.finds_nothing_of(re.compile("apolog", re.IGNORECASE))
    opens(anna)
    anna.finds_nothing_of("I made them, each one.")
    shot(anna, "breach-waiting")
    anna.follows("Open it, if and when you want to", anna.main)
    anna.reads("I made them, each one.", "Nothing is owed", "what would help?")
    shot(anna, "apology")
    assert looked(anna) == []


@pytest.mark.practice("C6", "D4")
@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_she_answers_each_way_there_is(window: Windows, javascript: bool) -> None:
    """One after another on one apology; the last one holds until she lifts it."""
    anna, toby = pair(window, f"Five {javascript}", javascript=javascript)
    begins(toby)
    gives(toby)
    for answer in ANSWERS:
        opens(anna)
        anna.follows("Open it, if and when you want to", anna.main)
        anna.chooses(answer)
        if answer == "I need something else":
            anna.writes("What you need", "That your mother hears it from you.")
            anna.chooses("What was done", "That it was wrong, and their own doing")
        anna.saves("Answer")
        if answer == "I need something else":
            _he_offers_it_in_his_own_words(toby)
    opens(toby)
    toby.follows("One for yourself", toby.main)
    toby.reads("wants no more apologies for now")
    expect(toby.main.get_by_role("button", name="See how it would be read")).to_have_count(0)
    opens(anna)
    anna.follows("Apologies may come again", anna.main)
    anna.saves("Let them come again")
    begins(toby)
    gives(toby, **{"What I understand now": "That you had told nobody."})


def _he_offers_it_in_his_own_words(toby: Someone) -> None:
    opens(toby)
    toby.follows("Making good", toby.main)
    toby.reads("That your mother hears it from you.", "only in your own words")
    toby.writes("What I will put right", "I drive to my mother on Sunday and tell her.")
    toby.main.get_by_label("Done by which day?").fill("2026-03-08")
    shot(toby, "amends")
    toby.saves("Offer it")


@pytest.mark.practice("D5", "A13")
def test_amends_are_offered_fit_are_done_and_confirmed(window: Windows) -> None:
    anna, toby = pair(window, "Amends")
    begins(toby)
    gives(toby)
    opens(toby)
    toby.follows("Making good", toby.main)
    toby.writes("What I will put right", "I pay back what the trips cost.")
    toby.main.get_by_label("Done by which day?").fill("2026-03-20")
    toby.saves("Offer it")
    opens(anna)
    anna.follows("What is offered to be put right", anna.main)
    anna.chooses("It fits")
    anna.saves("Answer")
    opens(toby)
    toby.follows("Do this", toby.main)
    toby.writes("What I did", "I wrote to Ines from March to May, and said I did not.")
    toby.saves("Say it")
    opens(toby)
    toby.follows("Do this", toby.main)
    toby.saves("Say it")
    opens(anna)
    anna.follows("Was it made good?", anna.main)
    anna.chooses("It was made good")
    anna.saves("Answer")
    expect(anna.main.locator("#amends.path__place--done")).to_be_visible()
    shot(anna, "breach-amended")


@pytest.mark.practice("D6")
def test_one_for_himself_is_found_again_and_never_sent(window: Windows) -> None:
    """Written before he has a passphrase: it is sealed in the step that sets one."""
    anna, toby = pair(window, "Unsent")
    begins(toby)
    toby.writes("What I did", LETTERS)
    toby.submits("Keep it to myself")
    toby.reads("What you wrote is not saved yet.")
    words = toby.main.locator(".code--words").inner_text()
    toby.main.get_by_label("Your passphrase").first.fill(words)
    toby.main.get_by_role("radio", name=re.compile("No recovery code")).check()
    toby.saves("Seal it", said="Kept. Only you can read it.")
    toby.reads("Kept to yourself", LETTERS)
    toby.submits("Go on with this")
    expect(toby.main.get_by_role("textbox", name=re.compile("^What I did")).first).to_have_value(LETTERS)
    shot(toby, "apologise-kept")
    assert looked(toby) == []
    opens(anna)
    anna.finds_nothing_of(LETTERS, re.compile("wrote an apology"))
