"""What a page must be for everyone's eyes and hands: the faults of a page as it stands, named one by one."""

import json
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.someone import Someone
from tests.browser.watching import PHONE, WIDE
from tests.often import often

SETTLED = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await Promise.all(document.getAnimations().map((one) => one.finished));
}"""
# axe passes by text on a picture, and the page's shading is one: on the plain colour under it, it looks.
PLAIN = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, ::before, ::after { background-image: none !important }');
  document.adoptedStyleSheets = [sheet];
}"""
# Of folds that share a name only one is open at a time: without it, all are.
UNFOLD = "document.querySelectorAll('details').forEach(one => { one.removeAttribute('name'); one.open = true })"
WIDER = """() => {
  const most = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= most) return [];
  const inside = (one) => one.closest('.scroll') || one.closest('.visually-hidden');
  return [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > most + 1 && !inside(one))
    .map((one) => `${one.tagName.toLowerCase()}.${one.className?.baseVal ?? one.className} is wider than the page`)
    .slice(0, 3);
}"""
# A checkbox is as large as its label; a link within a sentence may be as small as its letters.
SMALL = """() => {
  const primary = '.button, .choice, .tick, nav a, summary, select, textarea, input:not([type=checkbox], [type=radio])';
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.visually-hidden, .skip');
  const sentence = (one) => getComputedStyle(one).display === 'inline' &&
    [...one.parentNode.childNodes].some((near) => near.nodeType === 3 && near.textContent.trim().length > 1);
  const found = new Set();
  for (const one of document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')) {
    const target = one.closest('label') ?? one;
    if (!shown(target) || sentence(target)) continue;
    const { width, height } = target.getBoundingClientRect();
    const least = target.matches(primary) ? 43.5 : 23.5;
    if (Math.min(width, height) < least && !one.closest('figure')) {
      found.add(`${target.tagName.toLowerCase()} “${target.textContent.trim().slice(0, 30)}” is ` +
        `${Math.round(width)}×${Math.round(height)}`);
    }
    if (one.closest('figure') && Math.min(width, height) < 23.5) found.add(`a stitch is ${width}×${height}`);
  }
  return [...found];
}"""
FOCUS = """() => {
  const one = document.activeElement, label = one?.closest('label');
  if (!one || one === document.body) return null;
  const style = (at) => at ? getComputedStyle(at) : { outlineStyle: 'none' };
  const outline = (at) => style(at).outlineStyle !== 'none' && parseFloat(style(at).outlineWidth) > 1;
  const ring = one.closest('svg') && style(one).getPropertyValue('--ring').trim();
  // The button of a browser's own calendar has the browser's own ring.
  const theirs = one.matches('[type=date], [type=time]') && !one.matches(':focus');
  const { left, width, top, height } = (outline(one) ? one : label ?? one).getBoundingClientRect();
  const within = (at, most) => Math.min(Math.max(at, 1), most - 1);
  const over = document.elementFromPoint(within(left + width / 2, innerWidth), within(top + height / 2, innerHeight));
  const said = one.getAttribute('aria-label') || one.textContent || one.labels?.[0]?.textContent || one.name || '';
  return {
    name: said.trim().replace(/\\s+/g, ' ').slice(0, 60),
    seen: Boolean(theirs || outline(one) || outline(label) || (ring && ring !== 'none')),
    covered: Boolean(over && !one.contains(over) && !over.contains(one) && !label?.contains(over)),
  };
}"""


def violations(page: Page, *, only: tuple[str, ...] = ()) -> list[str]:
    """What axe finds: of every rule, or of some."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(PLAIN)
    wanted: dict[str, Any] = {"resultTypes": ["violations"]}
    if only:
        wanted["runOnly"] = {"type": "rule", "values": list(only)}
    found = page.evaluate(f"axe.run({json.dumps(wanted)}).then(found => found.violations)")
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"][:3]]


def size(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844 if width < 600 else 800})


def light(page: Page, scheme: str) -> None:
    """Turn the light, and wait until every colour has come."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.evaluate(SETTLED)


def letters(page: Page, percent: int) -> None:
    """Let the browser's own letters be this large, as someone may have set it."""
    sizes = {"standard": 16 * percent // 100, "fixed": 13 * percent // 100}
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})


# Every rule at both widths, one in each light; where there is time, colours in the other light of each as well.
LOOKS: tuple[tuple[int, str, tuple[str, ...]], ...] = ((PHONE, "light", ()), (WIDE, "dark", ()))
CROSSED = ((PHONE, "dark", ("color-contrast",)), (WIDE, "light", ("color-contrast",)))


def faults(page: Page) -> list[str]:
    """Everything at once, as the page stands: axe in both lights and at both widths, reflow, targets."""
    page.evaluate(UNFOLD)
    found = []
    for width, scheme, rules in [*LOOKS, *CROSSED[: often(0, proof=2, soak=2)]]:
        size(page, width)
        light(page, scheme)
        found += [f"{width} {scheme}: {fault}" for fault in violations(page, only=rules)]
    found += [f"{WIDE}: {fault}" for fault in page.evaluate(SMALL)]
    size(page, 320)
    found += [f"320: {fault}" for fault in [*page.evaluate(WIDER), *page.evaluate(SMALL)]]
    letters(page, 200)
    for width in (PHONE, WIDE):
        size(page, width)
        found += [f"{width}, letters twice as large: {fault}" for fault in page.evaluate(WIDER)]
    letters(page, 100)
    return found


def walked(page: Page, most: int) -> list[str]:
    """Go through the page by Tab: every stop shows where one is, and nothing covers it."""
    found = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            break
        if not stop["seen"]:
            found.append(f"no ring around “{stop['name']}”")
        if stop["covered"]:
            found.append(f"something covers “{stop['name']}”")
    return found


def looked(someone: Someone, path: str = "") -> list[str]:
    """The faults of the page at this address, or of the one someone has open."""
    if path:
        someone.goes(path)
    return [f"{path or someone.page.url}: {fault}" for fault in faults(someone.page)]


def looked_at(someone: Someone, *paths: str) -> list[str]:
    return [fault for path in paths for fault in looked(someone, path)]
