"""Two people put something into every field there is, through the pages, as they would; and what they typed."""

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import time_machine
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.http import HttpResponse
from django.test import Client

from reknit.people.models import Person
from reknit.rooms import stating
from tests.cast import NOON
from tests.house import tour_daily, tour_mine, tour_repair
from tests.house.answers import header_faults
from tests.house.canaries import canary, core

# Every field of the product's forms that takes free text, and which canaries go through it. Names and addresses of
# accounts are in the clear by design, so none goes there.
FIELDS = {
    "Begin.names": ("placeholder", "other placeholder"),
    "Propose.name": ("suggested",),
    "Rename.name": ("renamed",),
    "Quick.what": ("quick",),
    "Make.what": ("what",),
    "Make.known": ("known",),
    "Make.between": ("between",),
    "Telling.said": ("end", "release", "ask", "reply"),
    "Saying.said": ("say",),
    "Moving.said": ("move",),
    "Answering.said": ("answer",),
    "Seeing.said": ("see",),
    "Explaining.said": ("explain",),
    "Remarking.said": ("remark",),
    **{
        f"{form}.{name}": (f"stated {name.replace('_', ' ')}",)
        for form in ("Stated", "Remarking")
        for name in stating.PARTS
    },
    **tour_repair.FIELDS,
    "SignUp.password1": ("Anna's password", "Toby's password"),
    "SignIn.password": ("wrong password",),
    "Again.password": ("again",),
    "ChangePassword.old": ("Anna's password",),
    "ChangePassword.new": ("new password",),
    "Part.password": ("going",),
    "Enter.code": ("wrong code",),
    "ByCode.code": ("wrong recovery code",),
    "ByCode.new": ("password by code",),
    "Reset.token": ("wrong token",),
    "Reset.new": ("password by token",),
    "Old.old": ("old password",),
    "NewApp.code": ("wrong number",),
    "SecondStep.code": ("wrong spare code",),
    **tour_daily.FIELDS,
    **tour_mine.FIELDS,
}
IN_THE_CLEAR = {"Mail.email", "ByMail.name", "SignUp.username", "ByCode.name", "SignUp.email", "SignIn.login"}
# What never becomes part of the history, so that nobody but its writer may ever come across it.
NEVER_SHARED = (
    {
        "Anna's password",
        "Toby's password",
        "wrong password",
        "again",
        "new password",
        "going",
        "wrong code",
        "wrong recovery code",
        "password by code",
        "wrong token",
        "password by token",
        "old password",
        "wrong number",
        "wrong spare code",
    }
    | {
        "too late",
        "too long",
        "address",
        "query",
        "forged",
        "failed",
    }
    | tour_daily.NEVER_SHARED
    | tour_mine.NEVER_SHARED
)
# Names that others have taken the place of.
GONE = {"placeholder", "other placeholder"}
ZONE = {"Anna": "Europe/Berlin", "Toby": "Antarctica/Troll"}
KEPT = re.compile(r'<textarea name="(kept-[^"]+)" hidden>\n(.*?)</textarea>', re.S)
CODE = re.compile(r'id="the-code">([A-Z0-9 ]+)<')


@dataclass
class Tour:
    """The two browsers, what was typed, what was answered, and what was careless in it."""

    anna: Client = field(default_factory=Client)
    toby: Client = field(default_factory=Client)
    typed: dict[str, str] = field(default_factory=dict)
    pages: dict[str, bytes] = field(default_factory=dict)
    careless: list[str] = field(default_factory=list)
    cookies: set[str] = field(default_factory=set)
    space: str = ""
    code: str = ""
    private_code: str = ""
    now: datetime = NOON

    def write(self, name: str) -> str:
        return self.typed.setdefault(name, canary(name))

    @contextmanager
    def at(self, **later: float) -> Iterator[None]:
        self.now = NOON + timedelta(**later)
        with time_machine.travel(self.now, tick=False):
            yield

    def send(self, who: Client, path: str, status: int = 302, **data: str) -> HttpResponse:
        response = who.post(path, {"client_id": str(uuid4()), **data})
        self.careless += [f"{path}: {fault}" for fault in header_faults(response, path.rpartition("/")[2])]
        self.cookies |= set(response.cookies)
        assert response.status_code == status, (path, response.status_code, _faults(response))
        return response

    def url(self, rest: str) -> str:
        return f"/s/{self.space}/{rest}"

    def person(self, name: str) -> Person:
        found = Person.objects.named(name)
        assert found is not None
        return found


def _faults(response: HttpResponse) -> list[bytes]:
    return re.findall(rb'class="faults".*?</ul>', response.content, re.S)


def take() -> Tour:
    """All of it, up to where both are still signed in."""
    tour = Tour()
    with tour.at():
        _begin(tour)
        roots = _promise(tour)
        _join(tour)
    _tell(tour, *roots)
    with tour.at(days=4, hours=12):
        tour_daily.share(tour)
        tour_repair.walk(tour)
    with tour.at(days=5):
        _go_wrong(tour)
        _change(tour)
        tour.private_code = tour_mine.keep(tour)
        tour_daily.keep(tour)
    return tour


def _begin(tour: Tour) -> None:
    _sign_up(tour, tour.anna, "Anna")
    names = f"{tour.write('placeholder')}, {tour.write('other placeholder')}"
    begun = tour.send(tour.anna, "/begin", kind="friends", names=names, start="hurt")
    tour.space = begun["Location"].split("/")[2]


def _seat(tour: Tour, name: str) -> str:
    """The id of the empty place with this name."""
    places = tour.anna.get(tour.url("people/")).content.decode().split("<li")
    [place] = [one for one in places if core(tour.typed[name]) in one and 'name="seat"' in one]
    return str(UUID(re.findall(r'name="seat" value="([^"]+)"', place)[0]))


def _sign_up(tour: Tour, who: Client, name: str) -> None:
    password = tour.write(f"{name}'s password")
    tour.send(
        who, "/up", username=name, password1=password, device="alone", zone=ZONE[name], email=f"{name}@example.org"
    )


def _promise(tour: Tour) -> tuple[str, str, str]:
    """A daily promise with every field, and two quick ones."""
    new = tour.url("promises/new")
    whole = {name: tour.write(name) for name in ("what", "known", "between")}
    seats = re.findall(r'name="to" value="([^"]+)"', tour.anna.get(new).content.decode())
    more = {
        "pattern": "daily",
        "day": "2026-03-03",
        "sure": "3",
        "weight": "1.0",
        "facet": "respect",
        "choice": "as_it_is",
    }
    made = tour.anna.post(new, {**whole, **more, "to": seats})
    assert made.status_code == 302, _faults(made)
    quick = tour.url("promises/quick")
    for name, day in (("quick", "2026-03-20"), ("spare", "2026-03-21")):
        tour.send(tour.anna, quick, what=tour.write(name), day=day, choice="as_it_is")
    found = re.findall(r"promises/([0-9a-f-]{36})/", tour.anna.get(tour.url("promises/")).content.decode())
    first = made["Location"].split("/")[4]
    others = [root for root in dict.fromkeys(found) if root != first]
    return first, others[0], others[1]


def _join(tour: Tour) -> None:
    """Toby takes the place that was named for him, with the code he was given; his own name takes its name's place."""
    tour.send(tour.anna, tour.url(f"people/{_seat(tour, 'other placeholder')}/name"), name=tour.write("renamed"))
    seat = _seat(tour, "placeholder")
    shown = tour.send(tour.anna, tour.url("people/invite"), 200, seat=seat)
    [code] = CODE.findall(shown.content.decode())
    tour.code = code.replace(" ", "")
    tour.send(tour.toby, "/j", code=code)
    assert tour.toby.get("/j/look").status_code == 200
    _sign_up(tour, tour.toby, "Toby")
    tour.send(tour.toby, "/j/look")


def _tell(tour: Tour, root: str, quick: str, spare: str) -> None:
    def on(day: str, verb: str) -> str:
        return tour.url(f"promises/{root}/on/{day}/{verb}")

    with tour.at(days=1, hours=13):
        tour.send(tour.anna, on("2026-03-03", "say"), outcome="late", said=tour.write("say"))
        tour.send(tour.toby, on("2026-03-03", "answer"), answer="differently", seen="missed", said=tour.write("answer"))
        tour.send(tour.anna, on("2026-03-03", "explain"), said=tour.write("explain"))
        tour.send(tour.toby, on("2026-03-03", "remark"), remark="hurt", said=tour.write("remark"))
        parts = {name: tour.write(f"stated {name.replace('_', ' ')}") for name in stating.PARTS}
        tour.send(tour.toby, on("2026-03-03", "remark"), remark="cost", **parts)
        tour.send(tour.anna, on("2026-03-03", "reply"), said=tour.write("reply"))
        tour.send(tour.toby, on("2026-03-03", "ask"), said=tour.write("ask"))
        tour.send(tour.toby, on("2026-03-04", "release"), said=tour.write("release"))
        tour.send(tour.anna, on("2026-03-05", "move"), how="late", said=tour.write("move"))
    with tour.at(days=4, hours=11, minutes=30):
        tour.send(tour.toby, on("2026-03-06", "see"), seen="missed", said=tour.write("see"))
        tour.send(tour.anna, tour.url(f"promises/{spare}/end"), said=tour.write("end"))
        tour.send(tour.anna, tour.url("people/suggest"), name=tour.write("suggested")[:80])


def _go_wrong(tour: Tour) -> None:
    """Everything that can be typed in vain: too late, too long, wrong, forged, into an address."""
    late = Client()
    held = late.post(tour.url("promises/quick"), {"what": tour.write("too late"), "day": "2026-03-07"})
    kept = {name: html.unescape(text) for name, text in KEPT.findall(held.content.decode())}
    assert tour.typed["too late"] in kept.values()
    for password in (tour.write("wrong password"), tour.typed["Toby's password"]):
        answer = late.post("/in", {"login": "Toby", "password": password, "device": "alone", **kept})
        assert answer.status_code == 200
    tour.send(tour.anna, tour.url("promises/new"), 422, what=tour.write("too long") * 2000, day="2026-03-07")
    tour.send(tour.toby, "/j", 422, code=tour.write("wrong code")[:60])
    code, new = tour.write("wrong recovery code"), tour.write("password by code")
    tour.send(late, "/in/code", 200, name="Toby", code=code, new=new)
    tour.send(late, "/in/new", 200, token=tour.write("wrong token"), new=tour.write("password by token"))
    tour.send(tour.anna, "/me/old", 422, old=tour.write("old password"))
    tour.send(tour.anna, "/me/again", 200, password=tour.write("again"))
    tour.send(tour.anna, tour.url("people/part"), 422, password=tour.write("going"))
    tour.pages["404"] = tour.anna.get(f"/nowhere/{tour.write('address')}").content
    tour.anna.get(tour.url("promises/new"), {"like": tour.write("query")})
    tour.anna.get(tour.url("history/"), {"older": tour.typed["query"], "by": tour.typed["query"]})
    checked = Client(enforce_csrf_checks=True)
    checked.cookies.update(tour.anna.cookies)
    tour.pages["403"] = checked.post(tour.url("promises/quick"), {"what": tour.write("forged")}).content
    tour.anna.get("/", headers={"host": f"{tour.typed['address'][5:9]}.example", "user-agent": tour.typed["query"]})


def _change(tour: Tour) -> None:
    """Another password; it ends every other session of hers."""
    old, new = tour.typed["Anna's password"], tour.write("new password")
    tour.send(tour.anna, "/me/password", old=old, new=new)
    assert tour.anna.get("/home").status_code == 302
    _second_step(tour, new)


def _second_step(tour: Tour, password: str) -> None:
    """An app for a while: it is set up, asked for at a sign-in, and taken away again."""
    tour.send(tour.anna, "/me/second/app", 200, code=tour.write("wrong number")[:40])
    [secret] = re.findall(r'class="code">([A-Z2-7 ]+)<', tour.anna.get("/me/second/app").content.decode())
    step = hotp_value(secret.replace(" ", ""), int(tour.now.timestamp()) // 30)
    tour.send(tour.anna, "/me/second/app", 200, code=format_hotp_value(step))
    late = Client()
    tour.send(late, "/in", login="Anna", password=password, device="shared")
    tour.send(late, "/in/second", 200, code=tour.write("wrong spare code")[:40])
    [factor] = re.findall(r'name="factor" value="(\d+)"', tour.anna.get("/me").content.decode())
    tour.send(tour.anna, "/me/second", factor=factor)


def leave(tour: Tour) -> None:
    with tour.at(days=5, minutes=5):
        for who in (tour.anna, tour.toby):
            tour.send(who, "/out")
            assert who.get("/home")["Location"].startswith("/in")
