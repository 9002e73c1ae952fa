"""Anna and Toby live it through on screen, from nothing: at a desk, on a phone, and without any script."""

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Windows
from tests.browser.server import OPERATOR, Server
from tests.browser.someone import PASSWORD, Someone, together
from tests.browser.watching import PHONE

HOME, BOILER, SCHOOL, SUNDAY = (
    "Home by seven.",
    "I ring the boiler man.",
    "I am at the school gate.",
    "What bothers me I say by Sunday night.",
)


@pytest.mark.practice("N2", "N3", "E1", "E2", "E3", "E4", "E6", "E7", "E8", "B7", "B8", "A15")
@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_two_people_live_it_through_on_screen(
    window: Windows, server: Server, tmp_path: Path, javascript: bool
) -> None:
    which = "First" if javascript else "Second"
    anna = Someone(window(javascript=javascript), f"Anna {which}")
    toby = Someone(window(javascript=javascript), f"Toby {which}")
    _anna_begins_alone(anna, toby)
    code, link = _anna_takes_a_code(anna)
    _toby_comes_in(toby, anna, code, link if javascript else "")
    _toby_promises(toby)
    _a_day_is_told(server, toby, anna)
    _it_still_cost_her(anna, toby)
    _anna_answers(server, toby, anna)
    _a_miss_is_denied(server, toby, anna)
    _anna_lets_go_and_takes_his_word(server, toby, anna)
    _the_picture_shows_it(anna, toby)
    _one_promise_ends(toby, anna)
    _anna_reads_back(anna)
    _anna_takes_a_copy(anna, tmp_path)
    _toby_goes(toby, anna)


@pytest.mark.soak
@pytest.mark.practice("N2", "E1", "E2", "E3", "E4", "E6")
def test_two_people_begin_on_their_phones(window: Windows, server: Server) -> None:
    """The first days of the same story, at 390 pixels."""
    anna, toby = (Someone(window(width=PHONE, has_touch=True), name) for name in ("Anna Third", "Toby Third"))
    _anna_begins_alone(anna, toby)
    code, link = _anna_takes_a_code(anna)
    _toby_comes_in(toby, anna, code, link)
    _toby_promises(toby)
    _a_day_is_told(server, toby, anna)
    _it_still_cost_her(anna, toby)


@pytest.mark.practice("A10", "E3", "E7")
def test_one_miss_on_a_strong_record_is_unusual(window: Windows, server: Server) -> None:
    """Ten evenings were kept; at the eleventh Anna reads that this is not like him, and asks whether all is well."""
    anna, toby = (Someone(window(), name) for name in ("Anna Fourth", "Toby Fourth"))
    together(anna, toby)
    toby.drafts(HOME, day="2026-03-02", often="Every weekday", at="19:00")
    server.at("2026-03-13 20:00")
    toby.turns_to("Promises")
    for _ in range(10):
        toby.saves("Kept", toby.entry(HOME, "Waits for your word"))
    anna.turns_to("Promises")
    for tick in anna.main.get_by_role("checkbox").all():
        tick.check()
    anna.saves("Yes, that is how it was, for those I ticked")
    anna.finds_nothing_of("This is unusual")
    server.at("2026-03-16 19:40")
    toby.goes("./")
    toby.saves("Missed", toby.entry(HOME, "Monday 16 March"))
    anna.goes("./")
    anna.reads("This is unusual.")
    anna.follows("I saw it differently", anna.entry(HOME))
    anna.reads("This is unusual", "You can ask whether everything is all right, or say that it hurt")
    asks = anna.unfolds("Ask whether everything is all right")
    anna.writes("In your own words", "You are never this late.", asks)
    anna.saves("Ask", asks)
    toby.goes("./")
    toby.reads("What happened?")
    toby.follows("Say what happened")
    toby.reads("Is everything all right?", "You are never this late.")
    explains = toby.unfolds("Say what happened")
    toby.writes("In your own words", "My father fell. I am at the hospital.", explains)
    toby.saves("Say it", explains)
    anna.page.reload()
    anna.reads("My father fell. I am at the hospital.")


def _anna_begins_alone(anna: Someone, toby: Someone) -> None:
    anna.goes("/")
    anna.reads(f"This server is run by {OPERATOR}.")
    anna.follows("Start your own")
    anna.reads(f"This server is run by {OPERATOR}.", "By beginning you say that you have read this.")
    anna.signs_up()
    anna.reads("A way out, on every page", "What it does not do")
    anna.presses("Go on")
    anna.reads("You can start alone")
    anna.chooses("I was hurt", "A couple")
    anna.writes("What do you call them?", toby.name)
    anna.presses("Begin")
    anna.arrives()
    anna.reads("Nothing is due, and nothing waits for you.")
    anna.reads(f"{toby.name} will see it after joining.", where=anna.unfolds("A promise"))
    anna.quick(SUNDAY, by="2026-03-08")
    anna.reads(SUNDAY, "by Sunday 8 March", f"{toby.name} will see this on joining.")


def _anna_takes_a_code(anna: Someone) -> tuple[str, str]:
    anna.turns_to("People")
    anna.reads("not invited yet")
    anna.presses(re.compile("^Ask .* in$"))
    anna.reads("It works once, until 9 March.", "Before they accept, they read")
    expect(anna.main.locator(".qr-frame svg")).to_be_visible()
    code, link = anna.main.locator("#the-code").inner_text(), anna.main.locator("#the-link").inner_text()
    assert link.endswith("/j#" + code.replace(" ", ""))
    anna.goes("./people/")
    anna.reads("invited; the code works until 9 March")
    anna.finds_nothing_of(code)
    return code, link


def _toby_comes_in(toby: Someone, anna: Someone, code: str, link: str) -> None:
    """By the link, which script reads and clears from the address bar; without script he types the code."""
    if link:
        toby.goes(link)
        expect(toby.page).to_have_url(toby.window.url + "/j")
    else:
        toby.goes("/")
        toby.follows("I have a code")
        toby.writes("Your code", code.lower())
    toby.presses("Look")
    toby.reads("Someone asks you in", "What all of you will see", "What nobody else will see", OPERATOR)
    toby.finds_nothing_of(anna.name)
    toby.follows("Make an account to accept")
    toby.signs_up()
    toby.reads(f"{anna.name} asks you in", "What nobody else will see", OPERATOR, "You can go again at any time")
    toby.presses("Accept")
    toby.reads("A way out, on every page")
    toby.presses("Go on")
    toby.arrives()
    toby.turns_to("Promises")
    toby.reads(SUNDAY)


def _toby_promises(toby: Someone) -> None:
    """By a day, by an hour, every weekday, how he reacts; what he carries is shown, and a smaller one is offered."""
    toby.quick(BOILER, by="2026-03-03")
    toby.drafts(SCHOOL, day="2026-03-03", at="16:00", sure="You can build on it")
    toby.reads("on Tuesday 3 March at 16:00")
    toby.goes("./promises/new")
    toby.reads("You already carry 2 things in the next seven days", BOILER, SCHOOL)
    toby.drafts(
        HOME,
        day="2026-03-03",
        often="Every weekday",
        at="19:00",
        known="You hear me come in.",
        between="Site meetings on Thursdays.",
    )
    toby.reads("every weekday at 19:00", "You hear me come in.", "Site meetings on Thursdays.")
    toby.drafts("I cook.", day="2026-03-03", often="Every day", sure="I hope I can")
    toby.reads("A smaller one?", "Would a smaller one do: every Monday, Wednesday and Friday?")
    toby.presses("Promise the smaller one")
    toby.reads("every Monday, Wednesday and Friday", "I hope I can")
    toby.goes("./promises/new")
    toby.unfolds("Examples to begin from")
    toby.reads("how I react")
    toby.follows("When I am upset I say so and take ten minutes")
    toby.presses("Promise it")
    toby.reads("There is much in that week already", "every other Tuesday")
    toby.presses("Promise it as it was")
    toby.reads("When I am upset I say so and take ten minutes, and then I come back.", "every Tuesday")


def _a_day_is_told(server: Server, toby: Someone, anna: Someone) -> None:
    """He says before it is due that he will be late; he says himself that he was, in one tap and with words."""
    server.at("2026-03-03 15:00")
    toby.goes("./")
    toby.follows("With words", toby.entry(SCHOOL))
    toby.chooses("I’ll be late")
    toby.writes("The new day, if you can offer one", "2026-03-03")
    toby.writes("And the hour, if it has one", "17:00")
    toby.writes("In your own words", "The bridge is shut.", toby.unfolds("Say now that it will be late"))
    toby.saves("Say it now")
    toby.reads("Said before it was due: I’ll be late. New time: Tuesday 3 March at 17:00.")
    server.at("2026-03-03 17:10")
    toby.goes("./")
    toby.saves("Kept", toby.entry(SCHOOL))
    server.at("2026-03-03 20:10")
    toby.goes("./")
    toby.saves("Late", toby.entry(HOME))
    server.at("2026-03-04 08:00")
    toby.goes("./")
    toby.follows("With words", toby.entry(BOILER))
    toby.chooses("I was late")
    toby.writes("In your own words", "Rang him this morning.")
    toby.saves("Say it")
    anna.goes("./")
    anna.reads(BOILER, "Rang him this morning.", SCHOOL, HOME)


def _it_still_cost_her(anna: Someone, toby: Someone) -> None:
    """Said in time is no miss; that it cost her something can be said all the same, and he can reply."""
    anna.turns_to("Promises")
    anna.follows(SCHOOL, anna.under("Waiting for your word"))
    anna.reads("Said before it was due: I’ll be late.", "The bridge is shut.")
    costs = anna.unfolds("Say that it hurt, or what it cost")
    anna.chooses("It still cost me something", where=costs)
    anna.writes("In your own words", "I left work early for it.", costs)
    anna.saves("Say it", costs)
    toby.turns_to("Promises")
    toby.follows(SCHOOL, toby.under("Waiting for another’s word"))
    toby.reads("I left work early for it.")
    replies = toby.unfolds("Reply")
    toby.writes("In your own words", "Thank you for telling me.", replies)
    toby.saves("Reply", replies)
    toby.reads("Thank you for telling me.")


def _anna_answers(server: Server, toby: Someone, anna: Someone) -> None:
    """Yes · saw it differently, with words · not sure · rather not say."""
    anna.goes("./")
    anna.saves("Yes, that is how it was", anna.entry(HOME))
    anna.follows("I saw it differently", anna.entry(BOILER))
    anna.unfolds("Say how it was for you")
    anna.chooses("I saw it differently", "It was missed")
    anna.writes("In your own words", "There is still no hot water.")
    anna.saves("Answer")
    _two_voices(anna, "late", "Rang him this morning.", "saw it differently: missed", "There is still no hot water.")
    for day, answer in (("2026-03-04", "Not sure"), ("2026-03-05", "Rather not say")):
        server.at(f"{day} 19:30")
        toby.goes("./")
        toby.saves("Kept", toby.entry(HOME))
        anna.goes("./")
        anna.saves(answer, anna.entry(HOME))
        _nothing_waits(anna, HOME)


def _nothing_waits(anna: Someone, what: str) -> None:
    expect(anna.under("Waiting for your word").get_by_role("listitem").filter(has_text=what)).to_have_count(0)


def _two_voices(reader: Someone, *texts: str) -> None:
    reader.reads(*texts, where=reader.main.locator(".voices"))


def _a_miss_is_denied(server: Server, toby: Someone, anna: Someone) -> None:
    """Anna speaks first. Toby is asked once what happened; then he says it was kept, and both words stay."""
    server.at("2026-03-06 21:40")
    anna.turns_to("Promises")
    anna.follows(HOME, anna.under("Waiting for another’s word"))
    anna.reads("Friday 6 March at 19:00", "has not said anything about it yet")
    speaks = anna.unfolds("Speak first")
    anna.chooses("It was missed", where=speaks)
    anna.writes("In your own words", "Ten past nine.", speaks)
    anna.saves("Say it", speaks)
    toby.goes("./")
    toby.reads("What happened?", "You are asked this once.")
    toby.presses("Not now")
    toby.finds_nothing_of("You are asked this once.")
    toby.saves("Kept", toby.entry(HOME, "Friday 6 March"))
    toby.goes("./")
    toby.finds_nothing_of("You are asked this once.")
    anna.page.reload()
    _two_voices(anna, "kept", "missed", "Ten past nine.")


def _anna_lets_go_and_takes_his_word(server: Server, toby: Someone, anna: Someone) -> None:
    """She lets one go before it is due, answers several in one tap, takes his word, and takes that back."""
    server.at("2026-03-09 12:00")
    anna.turns_to("Promises")
    anna.follows(HOME, anna.under("Running"))
    anna.follows("Monday 9 March at 19:00")
    anna.saves("Let it go", anna.unfolds("Let it go this once"))
    for day in ("2026-03-10", "2026-03-11"):
        server.at(f"{day} 19:30")
        toby.goes("./")
        toby.saves("Kept", toby.entry(HOME, f"{int(day[-2:])} March"))
    anna.goes("./")
    for tick in anna.under("Waiting for your word").get_by_role("checkbox").all():
        tick.check()
    anna.saves("Yes, that is how it was, for those I ticked")
    anna.saves("Kept", anna.entry(SUNDAY))
    anna.reads("Nothing is due, and nothing waits for you.")
    anna.turns_to("Promises")
    anna.follows(HOME, anna.under("Running"))
    anna.saves("I take your word on these", said="You take their word on this one.")
    server.at("2026-03-12 19:30")
    toby.goes("./")
    toby.saves("Kept", toby.entry(HOME, "12 March"))
    anna.goes("./")
    _nothing_waits(anna, HOME)
    anna.page.go_back()
    anna.saves("Answer for myself again", said="From now on you answer for yourself again.")


def _the_picture_shows_it(anna: Someone, toby: Someone) -> None:
    """The line, the sentence and the table say the same, and what is seen differently stays in all three."""
    anna.turns_to("Picture")
    anna.reads("It is not a person")
    deed = anna.under(f"What {toby.name} promised you")
    stitches = deed.locator("svg.cloth__line a title").all_text_contents()
    told = deed.locator("figcaption").inner_text()
    anna.unfolds("The same as a table")
    table = deed.get_by_role("row").all_inner_texts()[1:]
    rows = [re.sub(r"\s*\t\s*", ": ", row) for row in table]
    assert rows == stitches
    assert "Friday 6 March at 19:00: missed; its maker says kept" in stitches
    assert "Tuesday 3 March: missed; its maker says late" in stitches
    assert f"two of these {toby.name} sees differently" in told
    anna.follows("Friday 6 March at 19:00", deed.get_by_role("table"))
    _two_voices(anna, "kept", "missed", "Ten past nine.")


def _one_promise_ends(toby: Someone, anna: Someone) -> None:
    toby.turns_to("Promises")
    toby.follows(HOME, toby.under("Running"))
    ends = toby.unfolds("End this promise")
    toby.writes("In your own words", "Five evenings was me showing off.", ends)
    toby.saves("End it", ends)
    toby.reads("You ended this promise.")
    anna.reads_back()
    anna.reads("Five evenings was me showing off.")


def _anna_reads_back(anna: Someone) -> None:
    """By kind, by person, and page after page to the first line."""
    anna.main.get_by_role("combobox", name="Show").select_option(label="Answers")
    anna.main.get_by_role("combobox", name="by").select_option(label=anna.name)
    anna.presses("Show")
    anna.reads("Ten past nine.")
    anna.finds_nothing_of("Five evenings was me showing off.", "Rang him this morning.")
    anna.goes("./history/")
    anna.follows("Older")
    anna.reads("Monday, 2 March 2026", "You opened this space.")
    anna.finds_nothing_of("Five evenings was me showing off.")


def _anna_takes_a_copy(anna: Someone, folder: Path) -> None:
    """The copy holds her words, and its own verify.py finds it whole."""
    anna.turns_to("People")
    anna.follows("Take a copy", anna.main)
    anna.gives_the_password_again()
    with anna.page.expect_download() as coming:
        anna.presses("Take it")
    packed = io.BytesIO(Path(coming.value.path()).read_bytes())
    zipfile.ZipFile(packed).extractall(folder)
    assert "There is still no hot water." in (folder / "copy" / "read.html").read_text(encoding="utf-8")
    command = [sys.executable, "-I", str(folder / "copy" / "verify.py"), str(folder / "copy")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "each following the one before it" in done.stdout


def _toby_goes(toby: Someone, anna: Someone) -> None:
    """He goes with his own password. She reads that he is no longer there, and nothing else."""
    toby.turns_to("People")
    toby.follows("What going means")
    toby.main.get_by_label("Your password").first.fill(PASSWORD)
    toby.presses("Go now")
    toby.reads("You have left.", anna.name)
    toby.goes(toby.space)
    toby.reads("There is nothing here")
    anna.goes("./people/")
    anna.reads("no longer in this space")
    anna.turns_to("Picture")
    anna.reads(f"What {toby.name} promised you", "sees differently")
    anna.reads_back()
    gone = anna.entry("no longer")
    expect(gone).to_contain_text(f"{toby.name} is no longer in this space.")
    assert not re.search(r"\d\d:\d\d", gone.inner_text())
