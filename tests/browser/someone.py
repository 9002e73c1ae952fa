"""A person at a window of their own: where they go, what they press, what they read."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.watching import Watched

PASSWORD = "the kettle sings at dawn"
Text = str | re.Pattern[str]


class Someone:
    """One person of the story. Whatever they look for is looked for on the page they have open."""

    def __init__(self, window: Watched, name: str) -> None:
        self.window, self.name = window, name
        self.page: Page = window.page()
        self.space = ""

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    def goes(self, path: str) -> None:
        """Open an address; `./…` lies within their space."""
        self.page.goto(self.space + path[2:] if path.startswith("./") else path)

    def turns_to(self, page: str) -> None:
        """By the contents: Today, Promises, What happened, Picture, People."""
        self.page.get_by_role("navigation", name="Contents").get_by_role("link", name=page, exact=True).click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(page)

    def reads_back(self) -> None:
        """The whole history, from what is open."""
        self.turns_to("What happened")
        self.follows("The whole history", self.main)

    def follows(self, link: Text, where: Locator | None = None) -> None:
        (where or self.page).get_by_role("link", name=link).first.click()

    def presses(self, button: Text, where: Locator | None = None) -> None:
        (where or self.main).get_by_role("button", name=button, exact=isinstance(button, str)).first.click()

    def saves(self, button: Text, where: Locator | None = None, *, said: Text = "Saved.") -> None:
        """Press it, and read on the page that follows that it was done."""
        expect(self.submits(button, where).get_by_text(said).first).to_be_visible()

    def submits(self, button: Text, where: Locator | None = None) -> Locator:
        """Press it; the page that follows, once it is there."""
        self.main.evaluate("main => (main.dataset.before = '')")
        self.presses(button, where)
        after = self.page.locator("main:not([data-before])")
        expect(after).to_be_attached()
        return after

    def writes(self, field: Text, text: str, where: Locator | None = None) -> None:
        begins = re.compile(f"^{re.escape(field)}") if isinstance(field, str) else field
        (where or self.main).get_by_role("textbox", name=begins).first.fill(text)

    def chooses(self, *answers: Text, where: Locator | None = None) -> None:
        for answer in answers:
            (where or self.main).get_by_label(answer, exact=isinstance(answer, str)).check()

    def answers(self, question: Text, answer: Text) -> None:
        """One of the answers to this question."""
        self.main.get_by_role("group", name=question).get_by_label(answer, exact=isinstance(answer, str)).check()

    def unfolds(self, title: Text) -> Locator:
        """Open what is folded under this title; where it stands open, leave it so."""
        fold = self.main.locator("details").filter(has=self.page.locator("summary", has_text=title)).last
        if fold.get_attribute("open") is None:
            fold.locator("summary").first.click()
        return fold

    def reads(self, *texts: Text, where: Locator | None = None) -> None:
        for text in texts:
            expect((where or self.main).get_by_text(text).first).to_be_visible()

    def finds_nothing_of(self, *texts: Text) -> None:
        for text in texts:
            expect(self.main.get_by_text(text)).to_have_count(0)

    def entry(self, *texts: Text) -> Locator:
        """The entry of a list that holds all of these."""
        found = self.main.get_by_role("listitem")
        for text in texts:
            found = found.filter(has_text=text)
        return found.first

    def under(self, title: Text) -> Locator:
        """The part of the page under this heading."""
        return self.main.locator("section").filter(has=self.page.get_by_role("heading", name=title))

    # The door

    def signs_up(self) -> None:
        """Fill in the form of /up, which is open. On a device of one's own days may pass between two visits."""
        self.writes("Name", self.name)
        self.main.get_by_label("Password").first.fill(PASSWORD)
        self.main.get_by_role("radio", name="Only I use this device").check()
        self.presses("Begin")

    def signs_in(self, password: str = PASSWORD) -> None:
        self.goes("/in")
        self.writes("Name", self.name)
        self.main.get_by_label("Password").first.fill(password)
        self.presses("Sign in")

    def gives_the_password_again(self) -> None:
        """Before something that cannot be undone; then they are where they were going."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Your password, once more")
        self.main.get_by_label("Password").first.fill(PASSWORD)
        self.presses("Go on")

    def arrives(self) -> None:
        """Today is open; remember which space it is."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Today")
        found = re.search(r"/s/[0-9a-f-]+/", self.page.url)
        assert found
        self.space = found.group()

    def quick(self, what: str, *, by: str = "") -> None:
        """A promise from Today in a few seconds."""
        self.goes("./")
        self.unfolds("A promise")
        self.writes("I promise", what)
        if by:
            self.writes("By", by)
        self.saves("Promise it")

    def drafts(self, what: str, *, day: str, often: str = "Once", sure: str = "", **more: str) -> None:
        """Fill in the whole form of a promise, and send it."""
        self.goes("./promises/new")
        self.writes("What do you promise?", what)
        self.chooses(often)
        self.writes("The day, or the first one", day)
        labels = {
            "at": "By which hour?",
            "known": "How will you both know it was kept?",
            "between": "What could come in between?",
        }
        for name, text in more.items():
            self.writes(labels[name], text)
        if sure:
            self.chooses(sure)
        self.submits("Promise it")

    # Without looking: what other tests look at

    def sends(self, path: str, *, to: str = "", **answers: str) -> str:
        """Send the form on a page without drawing it; returns the page that follows."""
        asked, sent = (self.space + at[2:] if at.startswith("./") else at for at in (path, to or path))
        request = self.window.context.request
        form = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', request.get(asked).text()))
        answer = request.post(sent, form=form | answers)
        assert answer.ok, f"{answer.status} for {sent}"
        return answer.text()

    def is_new_here(self, *, device: str = "alone") -> None:
        self.sends("/up", username=self.name, password1=PASSWORD, device=device, zone="Europe/Berlin")
        self.sends("/me/away")

    def begins(self, *others: str, kind: str = "couple", start: str = "hurt") -> None:
        self.sends("/begin", start=start, kind=kind, names=", ".join(others), zone="Europe/Berlin")
        self.goes("/home")
        self.arrives()


def together(first: Someone, second: Someone, *, kind: str = "couple") -> None:
    """Both have an account, and a space in which both are."""
    first.is_new_here()
    first.begins(second.name, kind=kind)
    code = re.search(r'id="the-code">([^<]+)<', first.sends("./people/", to="./people/invite"))
    assert code
    second.is_new_here()
    second.sends("/j", code=code[1])
    second.sends("/j/look")
    second.goes("/home")
    second.arrives()
