"""What Anna does that is hers alone: every private act there is, each at a size the two worlds choose."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import Client

from reknit.people import acts as people
from reknit.people import preferences
from reknit.people.models import OpenKey
from reknit.practice.events import MissExplained
from reknit.practice.facts import When
from reknit.practice.facts_amends import ApologyOffered
from reknit.rooms.alone import acts as alone
from reknit.rooms.belonging import acts as belonging
from reknit.rooms.checkins import acts as checkins
from reknit.rooms.cracks import acts as cracks
from reknit.rooms.fairness import acts as fairness
from reknit.rooms.lookback import acts as lookback
from reknit.rooms.mine import reads as mine
from reknit.rooms.moments import acts as moments
from reknit.rooms.own import acts as own
from reknit.rooms.own import kinds
from reknit.rooms.repair import acts as repair
from reknit.spaces.access import Here, Viewer
from reknit.vault import acts as vault
from reknit.vault import noticing, store, unlocked
from tests.house.world import PASSWORD, World

PHRASE = "quiet water under a small bridge"
SAID = MissExplained(due="2026-03-03")
GOING = {"Sec-Fetch-Dest": "document", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": "same-origin"}
Act = Callable[["Anna"], object]


@dataclass
class Anna:
    """Anna at one moment of one world, with a text as long as that world has it."""

    built: World
    now: datetime
    text: str
    phrases: list[str] = field(default_factory=lambda: [PHRASE])

    @property
    def browser(self) -> Client:
        """A browser of her own; the one the others may see her act in stays signed in."""
        return self.built.roles["a"].browser(self.now)

    @property
    def locked(self) -> Viewer:
        return self.built.roles["a"].viewer(self.now)

    @property
    def open(self) -> Viewer:
        """Anna with her private side open: begun now, if need be."""
        viewer = self.locked
        for phrase in self.phrases:
            with suppress(vault.WrongPhrase, vault.NotBegun):
                return replace(viewer, private=vault.try_open(viewer, typed=phrase))
        return replace(viewer, private=vault.begin(viewer, phrase=PHRASE))

    def newest(self) -> str:
        """Her newest note; one is written where there is none."""
        notes = store.everything(self.open)
        return notes[0].id if notes else self.writes()

    def writes(self) -> str:
        space = self.built.roles["a"].here(self.built.ids["space"], self.now).space_id  # type: ignore[arg-type]
        return store.add(self.open, SAID, {"said": self.text}, space=space)

    def writes_much(self) -> None:
        for _ in range(5):
            store.add(self.open, SAID, {"said": self.text * 20})

    def drops(self) -> None:
        """Written while it is locked."""
        assert self.open
        store.add(self.locked, SAID, {"said": self.text})

    def unlocks(self) -> None:
        """And takes in what was dropped, and leaves it open in a browser."""
        viewer, client = self.open, self.browser
        noticing.take_in(viewer)
        noticing.look(viewer)
        request, response = HttpRequest(), HttpResponse()
        request.session = client.session  # type: ignore[assignment]
        request.user = AnonymousUser()
        unlocked.open_(request, response, viewer=viewer, private=self.open.private)  # type: ignore[arg-type]

    def searches(self) -> None:
        """For a word of what she wrote last; the product's own search finds it."""
        self.newest()
        viewer = self.open
        written = next((note for note in store.everything(viewer) if any((note.event.words or {}).values())), None)
        word = " ".join((written.event.words or {}).values()).split()[0] if written else self.text
        found = [line.id for _day, lines in mine.find(viewer, word).days for line in lines]
        assert written is None or written.id in found

    def opens_in_vain(self) -> None:
        assert self.open
        with suppress(vault.WrongPhrase):
            vault.try_open(self.locked, typed=f"not this, {self.text}")

    def forgets_the_phrase(self) -> None:
        assert self.open
        vault.start_anew(self.locked, phrase=PHRASE)

    def looks_around(self) -> None:
        client, space = self.browser, self.built.ids["space"]
        for url in ("/home", "/me", "/me/first", "/help", f"/s/{space}/", f"/s/{space}/picture/"):
            client.get(url)

    def is_ready(self, willing: str, able: str) -> None:
        """Says so to nobody: only two yeses open what two do together."""
        here = self.built.roles["a"].here(UUID(self.built.ids["space"]), self.now)
        repair.make_ready(here, breach=self.built.ids["breach"], willing=willing, able=able)

    def opens_the_apology(self) -> None:
        """Reads what was written to her, as often as she likes, and what she could answer."""
        ids = self.built.ids
        for _ in range(1 + len(self.text) % 3):
            self.browser.get(f"/s/{ids['space']}/history/open/{ids['breach']}/apology/{ids['apology']}")

    def keeps_an_apology(self) -> None:
        """One of her own, unsent, about what is between them; written anew once."""
        here, root = self._here(), self.built.ids["breach"]
        note = repair.keep_apology(here, breach=root, facts=ApologyOffered(), words={"said": self.text})
        repair.keep_apology(here, breach=root, facts=ApologyOffered(asks=True), words={"said": self.text}, kept=note)

    def keeps_small_things(self) -> None:
        """A crack, something good, how she is and how the load feels, kept; the crack is gone through and let go."""
        here = self._here()
        today, words = here.today.isoformat(), {"what": self.text}
        note = cracks.note_crack(here, whose=here.others[0].id, day=today, words=words, act="late", only_me=True)
        moments.note_moment(here, day=today, words=words, only_me=True)
        checkins.say_how(here, words={"said": self.text}, safe=1, only_me=True)
        fairness.say_fair(here, feels="not_fair", words={"said": self.text})
        lookback.keep_it(here, note=note)
        lookback.let_go(here, note=note)

    def writes_pages(self) -> None:
        """On every page of her own."""
        for kind in kinds.KINDS.values():
            own.write(self.open, kind, words={name: self.text for name, _label, _needed in kind.texts}, once=None)

    def keeps_promises_alone(self) -> None:
        """To herself, and what Toby promised her, as she saw it."""
        when, words = When(day=(self.now + timedelta(days=1)).date().isoformat()), {"what": self.text}
        mine = alone.keep_promise(self.open, when=when, words=words)
        alone.end(self.open, promise=mine)
        here = self._here()
        alone.keep_promise(here, by=here.others[0].id, when=when, words=words)

    def _here(self) -> Here:
        return self.open.space(self.built.ids["space"])

    def prefers(self, **changed: object) -> None:
        anna = self.built.roles["a"]
        preferences.change(anna.person, pair=anna.pair, **changed)


def _changes_password(anna: Anna) -> None:
    with suppress(people.WrongPassword):
        people.change_password(anna.built.roles["a"].person, old=PASSWORD, new=f"{anna.text} sentence to keep")


PRIVATE: dict[str, Act] = {
    "writes a note": Anna.writes,
    "writes a lot": Anna.writes_much,
    "edits a note": lambda anna: store.edit(anna.open, anna.newest(), SAID, {"said": anna.text}),
    "deletes a note": lambda anna: store.delete(anna.open, anna.newest()),
    "drops something in while it is locked": Anna.drops,
    "unlocks": Anna.unlocks,
    "locks": lambda anna: vault.lock_all(anna.locked),
    "searches": Anna.searches,
    "takes it along": lambda anna: [note.event.words for note in store.everything(anna.open)],
    "types a wrong passphrase": Anna.opens_in_vain,
    "changes the passphrase": lambda anna: anna.open and vault.change(anna.locked, old=PHRASE, new=PHRASE),
    "says somebody may know it": lambda anna: anna.open and vault.renew(anna.locked, old=PHRASE, new=PHRASE),
    "forgets the passphrase": Anna.forgets_the_phrase,
    "takes a recovery code": lambda anna: vault.make_code(anna.open),
    "answers the few questions": lambda anna: anna.browser.post("/me/first", {"to": "/me", "q": anna.text}),
    "asks for help": lambda anna: anna.browser.get("/help"),
    "leaves in a hurry": lambda anna: anna.browser.get("/x", headers=GOING),
    "looks around": Anna.looks_around,
    "says what brings her here": lambda anna: anna.prefers(start="hurt"),
    "wants fewer suggestions": lambda anna: anna.prefers(fewer=True),
    "puts a question off": lambda anna: anna.prefers(put_off={anna.text[:20]: "2026-03-04"}),
    "signs in somewhere else": lambda anna: anna.browser,
    "ends every session": lambda anna: OpenKey.objects.filter(person=anna.built.roles["a"].person).delete(),
    "changes her password": _changes_password,
    "keeps small things to herself": Anna.keeps_small_things,
    "opens an apology and leaves it": Anna.opens_the_apology,
    "keeps an apology unsent": Anna.keeps_an_apology,
    "writes on every page of her own": Anna.writes_pages,
    "keeps promises alone": Anna.keeps_promises_alone,
    "is asked on another day": lambda anna: anna.prefers(ask_day=len(anna.text) % 8, asked_on="2026-03-04"),
    "puts a seldom question aside": lambda anna: own.put_aside(anna.open),
    "wants to work on it, and can": lambda anna: anna.is_ready("yes", "yes"),
    "wants to, and not now": lambda anna: anna.is_ready("yes", "not_now"),
    "does not want to": lambda anna: anna.is_ready("no", "no"),
    "opens a space with someone else": lambda anna: belonging.open_space(
        anna.locked, kind="friends", names=[anna.text[:30]]
    ),
}


def soon(now: datetime, step: int) -> datetime:
    """When a step is taken: each a minute after the one before."""
    return now + timedelta(minutes=step)
