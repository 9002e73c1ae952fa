"""One thing that happened between two people, lived on screen by both: named, owned, heard, answered, ended."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import expect

from reknit.content import readings
from reknit.rooms.repair.verbs import of
from tests.browser.conftest import Windows
from tests.browser.looking import light, size, violations
from tests.browser.server import Server
from tests.browser.someone import PASSWORD, Someone, Text, together
from tests.browser.watching import PHONE, WIDE

PHRASE = "seven blue lamps over an empty pier"
SHOTS = os.environ.get("SHOTS", "")
PLACES = ("./", "./history/", "./history/open/", "./promises/", "./people/")


@dataclass
class Life:
    """Two people, and what stands between them. `at` is its page, once it is shared."""

    hurt: Someone
    doer: Someone
    server: Server
    kind: str
    at: str = ""
    shown: set[str] = field(default_factory=set)

    # Naming

    def names(
        self, by: Someone, what: str, *chosen: Text, day: str = "", until: str = "", after: str = "", keep: bool = False
    ) -> None:
        """Whoever names it answers the one question first, writes it, and keeps it or shares it."""
        by.turns_to("What happened")
        by.follows("Something hurt me" if by is self.hurt else "I need to tell you something", by.main)
        by.follows("No", by.main)
        self.writes_down(by, what, *chosen, day=day, until=until, after=after, keep=keep)

    def writes_down(
        self, by: Someone, what: str, *chosen: Text, day: str = "", until: str = "", after: str = "", keep: bool = False
    ) -> None:
        by.writes("What happened", what)
        if chosen or day:
            by.unfolds("When, how big, what it is about")
            by.chooses(*chosen)
        if day:
            by.writes("The day, or the first one", day)
        if until:
            by.writes("The last day", until)
        if after:
            by.unfolds("When, how big, what it is about")
            by.answers(re.compile("Has it come out later"), re.compile(re.escape(after)))
        self.picture(by, "new")
        if keep:
            by.submits("Keep it to myself")
            self.opens_just_me(by)
            by.reads("Kept. Only you can read it.")
            return
        by.submits("See how it would be read")
        self.shares(by, what)

    def shares_what_was_kept(self, by: Someone, what: str) -> None:
        by.turns_to("What happened")
        self.picture(by, "kept")
        by.submits("See how it would be read", by.under("Kept to yourself"))
        self.shares(by, what)

    def shares(self, by: Someone, what: str) -> None:
        by.reads("Nothing is saved yet.", what)
        self.picture(by, "preview")
        by.saves("Share it", said="It is written down.")
        self.at = re.sub(r"https?://[^/]+|[?#].*", "", by.page.url)

    def opens_just_me(self, who: Someone) -> None:
        who.main.locator("input[name=phrase]").fill(PHRASE)
        if who.main.get_by_label("No recovery code").count():
            who.main.get_by_label("No recovery code").check()
        who.submits(re.compile("^(Seal|Set|Open|Keep)"), who.main.locator("form:has(input[name=phrase])"))

    # The path

    def opens(self, who: Someone) -> None:
        who.goes(self.at)

    def says(self, who: Someone, verb: str, *answers: str, which: str = "", **texts: str) -> None:
        """One thing on the path, from the page of what happened as it now stands."""
        self.opens(who)
        who.page.locator(".path").get_by_role("link", name=self.title(verb), exact=True).first.click()
        self.picture(who, verb)
        who.chooses(*answers)
        if which:
            who.main.get_by_role("radio", name=re.compile(re.escape(which))).check()
        asked = {**of(verb).texts, **(of(verb).doers if who is self.doer else {})}
        labels = {**asked, "day": of(verb).when, "hour": "At which hour?"}
        for name, text in texts.items():
            who.writes(str(labels[name]), text)
        who.saves(str(of(verb).save))

    def title(self, verb: str) -> str:
        return readings.reading(verb, self.kind).title

    def owes(self, who: Someone, verb: str) -> None:
        """This is what the page asks of them next."""
        self.opens(who)
        who.reads("Do this", self.title(verb), where=who.page.locator(".card"))

    def is_ready(self, who: Someone, willing: str = "Yes", able: str = "Yes") -> None:
        self.opens(who)
        who.follows("Your answer", who.main)
        self.picture(who, "ready")
        for question, answer in (("Do you want to work on this", willing), ("Can you, as things are now", able)):
            who.answers(re.compile(question), answer)
        who.submits("Keep this")

    def both_are_ready(self) -> None:
        for who in (self.hurt, self.doer):
            self.is_ready(who)
        self.doer.reads("Both of you have said yes to working on this.")

    def reads(self, who: Someone, *texts: Text) -> None:
        """What stands there for them now."""
        self.opens(who)
        who.reads(*texts)

    def reads_only_if_asked(self, who: Someone, text: str) -> None:
        """It stands there folded, and nothing of it is seen."""
        self.opens(who)
        expect(who.main.get_by_text(text)).to_be_hidden()

    def promises(self, what: str, *, day: str, often: str = "Once", **more: str) -> None:
        """The doer promises, smaller or as it was, and links it as what changes."""
        self.doer.drafts(what, day=day, often=often, **more)
        if (asked := self.doer.main.get_by_role("button", name=re.compile("^Promise it as it"))).count():
            asked.first.click()
        self.says(self.doer, "link")

    def keeps(self, what: str, *moments: str, seen: str = "Yes, that is how it was") -> None:
        """At each of these moments the doer says that it was kept, and the person hurt answers."""
        for moment in moments:
            self.server.at(moment)
            self.doer.goes("./")
            self.doer.saves("Kept", self.doer.entry(what))
            self.hurt.goes("./")
            self.hurt.saves(seen, self.hurt.entry(what))

    # What the other learns, and what it looks like

    def learns_nothing(self, who: Someone, *texts: str, more: tuple[str, ...] = ()) -> None:
        """None of it stands on any page they can open."""
        places = [who.space + place[2:] for place in PLACES] + ([self.at] if self.at else []) + list(more)
        for place in places:
            page = who.window.context.request.get(place).text()
            assert [text for text in texts if text in page] == [], place

    def has_left(self, who: Someone) -> None:
        who.turns_to("People")
        who.follows("What going means")
        self.picture(who, "part")
        who.main.get_by_label("Your password").first.fill(PASSWORD)
        who.presses("Go now")
        who.reads("You have left.")

    def faults(self, who: Someone) -> list[str]:
        """What axe finds on the page they have open, on a phone; without script nothing can be measured."""
        if not who.page.evaluate("document.documentElement.matches('*')"):
            return []
        size(who.page, PHONE)
        return violations(who.page)

    def picture(self, who: Someone, name: str) -> None:
        """The page as it looks to them, for whoever wants to look: SHOTS names a folder."""
        role = "hurt" if who is self.hurt else "doer"
        if not SHOTS or f"{name}-{role}" in self.shown:
            return
        self.shown.add(f"{name}-{role}")
        for width, scheme in ((PHONE, "light"), (WIDE, "dark"), (PHONE, "dark"), (WIDE, "light"))[: _looks()]:
            size(who.page, width)
            light(who.page, scheme)
            file = f"{self.hurt.name.split()[-1]}-{len(self.shown):02}-{name}-{role}-{width}-{scheme}.png"
            who.page.screenshot(path=Path(SHOTS) / file, full_page=True)
        size(who.page, WIDE)
        light(who.page, "light")


def _looks() -> int:
    return int(os.environ.get("LOOKS", "2"))


def between(window: Windows, server: Server, hurt: str, doer: str, case: str, *, kind: str = "couple",
            javascript: bool = True, width: int = WIDE) -> Life:  # fmt: skip
    """Both have an account of their own and a browser of their own, and share a space."""
    first, second = (Someone(window(javascript=javascript, width=width), f"{name} {case}") for name in (hurt, doer))
    together(first, second, kind=kind)
    for who in (first, second):
        who.sends("/me/first")
    return Life(first, second, server, kind)


def small_things(life: Life, *cracks: tuple[str, str, str]) -> None:
    """What there was before, each shared: the act, the day, and what was said of it."""
    page = life.hurt.window.context.request.get(life.hurt.space + "small/new").text()
    seat = re.search(r'name="whose" value="([0-9a-f-]{36})"', page)
    assert seat
    for act, day, what in cracks:
        life.hurt.sends("./small/new", act=act, day=day, what=what, whose=seat[1], shelf="us")
