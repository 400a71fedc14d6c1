"""The keyboard alone is enough: all is reached in order, the place is always seen, and every stop does something."""

import pytest

from support.verdict import expect_none

# The longest pages have thousands of links of one make.
MOST_STOPS = 60

# Everything that takes part, and what scrolls, in the order of the document.
PARTS = """
() => {
  const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const all = [...document.querySelectorAll("*")];
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length;
  const scrolls = (element) => element !== document.documentElement && element !== document.body
    && /(auto|scroll)/.test(getComputedStyle(element).overflow)
    && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
  const name = (element) => `${element.localName}${element.className ? "." + element.className : ""} `
    + `“${(element.getAttribute("aria-label") ?? element.textContent).trim().replace(/\\s+/g, " ").slice(0, 40)}”`;
  window.parts = all.filter(isShown).map((element) => ({
    element, name: name(element), isControl: element.matches(controls) && !element.disabled && element.tabIndex >= 0,
    isStop: element.tabIndex >= 0 && element.hasAttribute("tabindex"), scrolls: scrolls(element),
    isNamed: !element.querySelector("table") || element.hasAttribute("role")
      && (element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby")),
  })).filter((part) => part.isControl || part.isStop || part.scrolls);
}
"""

# Follows the focus. Whether it is seen is known only after the page has scrolled to it, so at the next key.
FOLLOW = """
() => {
  window.stops = [];
  let last = null;
  const isSeen = (element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const style = getComputedStyle(element);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return false;
    return [...element.getClientRects()].some((box) => {
      const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
      const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
      if (right <= left || bottom <= top) return false;
      return [.05, .5, .95].some((x) => [.1, .5, .9].some((y) => {
        const hit = document.elementFromPoint(left + x * (right - left), top + y * (bottom - top));
        return hit && (element.contains(hit) || hit.contains(element));
      }));
    });
  };
  let isRound = false;
  document.addEventListener("focusin", ({ target }) => {
    isRound ||= target === window.stops[0]?.element;
    if (!isRound) window.stops.push(last = { element: target, isSeen: null });
  });
  document.addEventListener("keydown", () => { if (last && !isRound) last.isSeen ??= isSeen(last.element); }, true);
}
"""

FAULTS = """
() => {
  const faults = [];
  const reached = new Set(stops.map((stop) => stop.element));
  const byElement = new Map(parts.map((part) => [part.element, part]));
  for (const { element, isSeen } of stops) {
    const part = byElement.get(element);
    if (!part) faults.push(`${element.localName}.${element.className}: takes the focus and is nothing to use`);
    else if (!part.isControl && !part.scrolls) faults.push(`${part.name}: takes the focus and does nothing`);
    if (isSeen === false) faults.push(`${part?.name}: is not seen to have the focus`);
  }
  const places = stops.map((stop) => parts.indexOf(byElement.get(stop.element))).filter((place) => place >= 0);
  const early = places.findIndex((place, index) => index && place < places[index - 1]);
  if (early > 0)
    faults.push(`${parts[places[early]].name}: is reached too late, after ${parts[places[early - 1]].name}`);
  for (const part of parts.slice(0, Math.max(-1, ...places) + 1)) {
    if (!reached.has(part.element)) faults.push(`${part.name}: is never reached`);
    if (part.scrolls && !part.isNamed) faults.push(`${part.name}: a table that scrolls and has no role and name`);
  }
  return { faults, isWhole: places.length >= parts.length };
}
"""


def walk(tab):
    """Goes from stop to stop until all is reached, or as far as MOST_STOPS, and says what is wrong."""
    tab.evaluate(PARTS)
    tab.evaluate(FOLLOW)
    count = tab.evaluate("parts.length")
    for _ in range(min(count, MOST_STOPS)):
        tab.keyboard.press("Tab")
    tab.keyboard.press("Shift")
    found = tab.evaluate(FAULTS)
    faults = found["faults"]
    if not found["isWhole"] and count < MOST_STOPS and not faults:
        faults.append("the end was not reached")
    return faults


def skip(tab):
    """Uses the skip link, and says what is wrong with it."""
    tab.keyboard.press("Tab")
    if not tab.evaluate("document.activeElement.matches('a.skip')"):
        return "the first stop is no skip link"
    box = tab.locator("a.skip").bounding_box()
    if box["x"] < 0 or box["y"] < 0:
        return "the skip link is not seen"
    tab.keyboard.press("Enter")
    if not tab.evaluate("document.activeElement === document.querySelector('main')"):
        return "the skip link does not lead to the content"
    tab.keyboard.press("Tab")
    if not tab.evaluate("document.querySelector('main').contains(document.activeElement) "
                        "|| !document.querySelector('main :is(a, button, input)')"):
        return "the next stop is not in the content"
    return ""


def test_a_page_is_used_by_keyboard_alone(visits, sample, is_all):
    phone, desk = 390, 1280
    for width in [phone, desk] if is_all else [phone if sample.language == "vi" else desk]:
        expect_none(walk(visits.open(sample, width=width)))


def test_the_skip_link_leads_to_the_content(visits, sample):
    assert skip(visits.open(sample)) == ""


START = "<!doctype html><title>x</title><style>:focus-visible { outline: 3px solid } </style>"
WIDE_TABLE = """<div style="width: 50px; overflow: auto">
  <table style="width: 90px"><tr><td><a href="/">a</a></table></div><a href="/">b</a>"""


@pytest.mark.parametrize("html, fault", [
    ('<a href="/">a</a><a href="/" tabindex="-1">b</a><p tabindex="0">c</p>', "does nothing"),
    ('<a href="/" style="outline: none">a</a><a href="/">b</a>', "not seen"),
    ('<div style="position: fixed; inset: 0">over</div><a href="/">a</a><a href="/">b</a>', "not seen"),
    ('<a href="/">a</a><a href="/" tabindex="1">b</a>', "too late"),
    (WIDE_TABLE, "no role"),
    (WIDE_TABLE, "never reached"),
])
def test_what_hinders_the_keyboard_is_noticed(broken, html, fault):
    assert fault in "\n".join(walk(broken.show(START + html)))


@pytest.mark.parametrize("html", [
    '<a href="#main">a</a><main id="main" tabindex="-1"></main>',
    '<a class="skip" href="#main" style="position: absolute; left: -99rem">a</a><main id="main" tabindex="-1"></main>',
    '<a class="skip" href="#other">a</a><main id="main" tabindex="-1"></main>',
])
def test_a_broken_skip_link_is_noticed(broken, html):
    assert skip(broken.show(START + html)) != ""
