"""No page scrolls sideways, on a narrow screen or with large letters. Tables scroll in their own box."""

import pytest

from support.verdict import expect_none

WIDTHS = (320, 390, 640)

# What reaches beyond the screen outside a box that scrolls on its own.
TOO_WIDE = """
() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const scrolls = (element) => element && element !== document.body
    && (["auto", "scroll", "hidden"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const wide = [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
    .filter((element) => !scrolls(element.parentElement))
    .map((element) => `${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 60)}`);
  return [`${root.scrollWidth} px wide at ${root.clientWidth}`, ...wide.slice(-3)];
}
"""


def sideways(tab):
    return tab.evaluate(TOO_WIDE)


def enlarge_text(tab):
    tab.evaluate("document.documentElement.style.fontSize = '200%'")
    # Boxes notice a frame later that their tables no longer fit.
    tab.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_a_page_never_scrolls_sideways(visits, every_page):
    tab = visits.open(every_page, width=WIDTHS[0])
    found = []
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 844})
        found += sideways(tab)
    enlarge_text(tab)
    expect_none(found + sideways(tab))


@pytest.mark.parametrize("html", ['<p style="width: 700px">wide', '<p style="width: 25rem">wide with large letters'])
def test_a_wide_page_is_noticed(broken, html):
    tab = broken.show(f"<!doctype html><title>x</title>{html}", width=640)
    enlarge_text(tab)
    assert sideways(tab) != []
