"""A second step, on screen: an app with and without script, a security key, a lost one; sessions ended; all stopped."""

import re
from datetime import datetime

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import expect

from tests.browser.clock import ZONE
from tests.browser.conftest import Windows
from tests.browser.looking import looked
from tests.browser.server import Server
from tests.browser.someone import PASSWORD, Someone

BEGAN = "2026-03-02 12:20"
KEY = {"protocol": "ctap2", "transport": "usb", "hasUserVerification": False, "automaticPresenceSimulation": True}


def number(secret: str, server: Server, moment: str) -> str:
    """What an app shows at this moment, to which the server's clock is put."""
    server.at(moment)
    at = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
    return format_hotp_value(hotp_value(secret, int(at.timestamp()) // 30))


def secret_of(someone: Someone) -> str:
    """What the app reads from the page."""
    link = someone.main.get_by_role("link", name="Open it in an app").get_attribute("href") or ""
    return re.findall(r"secret=([A-Z2-7]+)", link)[0]


def sets_up(someone: Someone, server: Server) -> str:
    """An app, through the page; what it makes its numbers from."""
    someone.goes("/me/second/app")
    secret = secret_of(someone)
    someone.writes("The number it shows now", number(secret, server, "2026-03-02 12:23"))
    someone.presses("Use this app")
    someone.reads("Your spare codes")
    return secret


def test_an_app(window: Windows, server: Server) -> None:
    """Set up with script; then from a browser without: the number, a spare code; and taken away again."""
    mia, out = Someone(window(), "Mia App"), Someone(window(javascript=False), "Mia App")
    server.at(BEGAN)
    mia.is_new_here()
    mia.goes("/me")
    mia.follows("A second step", mia.under("A second step at sign-in"))
    found = looked(mia)
    found += looked(mia, "/me/second/app")
    mia.goes("/me/second/app")
    mia.writes("The number it shows now", "000000")
    mia.presses("Use this app")
    mia.reads("This is not it")
    found += looked(mia)
    secret = sets_up(mia, server)
    found += looked(mia)
    spares = mia.main.locator("li.code").all_inner_texts()
    assert len(spares) == 10
    shown = number(secret, server, "2026-03-02 12:40")
    out.signs_in()
    out.reads("The second step")
    out.writes("The number", "123 456")
    out.presses("Go on")
    out.reads("This is not it")
    out.writes("The number", shown)
    out.presses("Go on")
    expect(out.page).to_have_url(re.compile("/begin$"))
    out.goes("/me")
    out.saves("Sign out", said="your own")
    out.signs_in()
    out.writes("The number", spares[0])
    out.presses("Go on")
    expect(out.page).to_have_url(re.compile("/begin$"))
    mia.goes("/me")
    mia.presses("Take it away")
    mia.reads("Your password, once more")
    mia.main.get_by_label("Password").first.fill(PASSWORD)
    mia.presses("Go on")
    mia.saves("Take it away", said="Elsewhere you are signed out.")
    out.goes("/me")
    expect(out.page.get_by_role("heading", level=1)).to_have_text("Sign in")
    assert not found, "\n".join(found)


def test_without_script_from_the_first(window: Windows, server: Server) -> None:
    """Everything but a security key; and it says so where one would be asked for."""
    mia = Someone(window(javascript=False), "Mia Plain")
    server.at(BEGAN)
    mia.is_new_here()
    sets_up(mia, server)
    mia.goes("/me/second/key")
    mia.reads("A security key needs JavaScript")
    expect(mia.main.get_by_role("button", name="Ask the key")).to_be_hidden()


def test_a_security_key(window: Windows, server: Server) -> None:
    """Chromium's own pretended key, on localhost, where browsers let one be used without TLS."""
    home = server.url.replace("127.0.0.1", "localhost")
    mia = Someone(window(url=home), "Mia Key")
    devices = mia.page.context.new_cdp_session(mia.page)
    devices.send("WebAuthn.enable")
    kept = devices.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})["authenticatorId"]
    server.at(BEGAN)
    mia.is_new_here()
    mia.goes("/me/second/key")
    found = looked(mia)
    mia.goes("/me/second/key")
    mia.presses("Ask the key")
    mia.reads("Your spare codes")
    mia.goes("/me")
    mia.reads("A security key, since 2 March 2026")
    mia.saves("Sign out", said="your own")
    mia.signs_in()
    mia.reads("The second step")
    found += looked(mia)
    mia.goes("/in/second")
    devices.send("WebAuthn.setUserVerified", {"authenticatorId": kept, "isUserVerified": False})
    mia.presses("Use your security key")
    expect(mia.page).to_have_url(re.compile("/begin$"))
    # Another key, which the server does not know: the browser does not find the one it is asked for.
    mia.goes("/me")
    mia.saves("Sign out", said="your own")
    devices.send("WebAuthn.clearCredentials", {"authenticatorId": kept})
    mia.signs_in()
    mia.presses("Use your security key")
    mia.reads("The key did not answer. Try it once more.")
    assert not found, "\n".join(found)


def test_it_is_lost(window: Windows, server: Server) -> None:
    """Three days, said on every page; stopped by who is signed in; asked again, and then the password is enough."""
    mia, out = Someone(window(), "Mia Lost"), Someone(window(), "Mia Lost")
    server.at(BEGAN)
    mia.is_new_here()
    sets_up(mia, server)
    out.signs_in()
    out.reads("The second step")
    out.unfolds("I have lost it")
    out.presses("I have lost my second step")
    out.reads("Three days")
    found = looked(out)
    mia.goes("/me")
    mia.reads("Somebody says your second step is lost", re.compile("Thursday, 5 March, 12:2"))
    found += looked(mia)
    mia.presses("No, my second step stays")
    mia.reads("Your second step stays.")
    mia.finds_nothing_of("Somebody says your second step is lost")
    out.signs_in()
    out.reads("The second step")
    out.unfolds("I have lost it")
    out.presses("I have lost my second step")
    out.reads("Three days")
    server.at("2026-03-05 12:30")
    out.signs_in()
    expect(out.page).to_have_url(re.compile("/begin$"))
    out.reads("said three days ago that it was lost")
    assert not found, "\n".join(found)


def test_sessions_end_one_by_one_and_all_sharing_stops(window: Windows, server: Server) -> None:
    """S-20 and S-21, as one presses it."""
    mia, phone, tablet = (Someone(window(), "Mia Stop") for _ in range(3))
    server.at(BEGAN)
    mia.is_new_here()
    for other in (phone, tablet):
        other.signs_in(PASSWORD)
        expect(other.page).to_have_url(re.compile("/begin$"))
    mia.goes("/me")
    found = looked(mia)
    places = mia.under("Where you are signed in").get_by_role("listitem")
    expect(places).to_have_count(3)
    mia.saves("End it", places.first, said="That session has ended.")
    expect(places).to_have_count(2)
    gone = [other for other in (phone, tablet) if _is_out(other)]
    assert gone == [tablet]  # the latest stands first
    mia.follows("Stop all sharing", mia.under("Stop all sharing"))
    mia.reads("What others may notice")
    found += looked(mia)
    mia.presses("Stop all sharing")
    mia.reads("It is stopped", "Nothing was sent to anyone.")
    found += looked(mia)
    assert _is_out(phone)
    mia.goes("/me")
    expect(places).to_have_count(1)
    assert not found, "\n".join(found)


def _is_out(someone: Someone) -> bool:
    someone.goes("/me")
    return someone.page.get_by_role("heading", level=1).inner_text() == "Sign in"
