"""What readers set in their system holds: less motion, their own colours. Nothing is told by colour alone."""

import pytest

from support.verdict import expect_none

MOVING = """
() => {
  const moves = (style) => style.scrollBehavior === "smooth"
    || `${style.transitionDuration}, ${style.animationDuration}`.split(", ").some((time) => parseFloat(time));
  return [...document.querySelectorAll("*")].filter((element) => moves(getComputedStyle(element)))
    .map((element) => `${element.localName}.${element.className}`);
}
"""

BADGES = "[...document.querySelectorAll('.verdict')]"

UNFRAMED = BADGES + """.filter((badge) => {
  const style = getComputedStyle(badge);
  return ["Top", "Right", "Bottom", "Left"].some((side) => style[`border${side}Style`] === "none"
    || parseFloat(style[`border${side}Width`]) < 1 || style[`border${side}Color`] === style.backgroundColor
    || /, 0\\)$/.test(style[`border${side}Color`]));
}).map((badge) => badge.className)"""

# Every word of badges, with the kinds of badge that bear it.
WORDS = """[...document.querySelectorAll(".verdict, .status")].map((badge) => [
  badge.textContent.trim() || badge.getAttribute("aria-label") || "", badge.className])"""


def colour_alone(tab):
    """Badges without a word, and words that only their colour tells apart."""
    kinds = {}
    for word, kind in tab.evaluate(WORDS):
        kinds.setdefault(word, set()).add(kind)
    return [f"“{word}” is {sorted(names)}" for word, names in kinds.items() if not word or len(names) > 1]


def test_nothing_moves_for_who_wants_less_motion(visits, sample):
    expect_none(visits.open(sample).evaluate(MOVING))


def test_badges_have_a_border_in_forced_colours(visits, page_with_badges):
    tab = visits.open(page_with_badges, forced_colors="active")
    assert tab.evaluate(f"matchMedia('(forced-colors: active)').matches && {BADGES}.length > 0")
    expect_none(tab.evaluate(UNFRAMED))


def test_no_badge_tells_by_colour_alone(visits, page_with_badges):
    expect_none(colour_alone(visits.open(page_with_badges)))


def test_motion_is_noticed(broken):
    style = "p { transition: color 1s } html { scroll-behavior: smooth }"
    tab = broken.show(f"<!doctype html><title>x</title><style>{style}</style><p>x")
    assert len(tab.evaluate(MOVING)) == 2


@pytest.mark.parametrize("style", ["border: 0", "border: 1px solid transparent; forced-color-adjust: none"])
def test_a_badge_without_a_border_is_noticed(broken, style):
    tab = broken.show(f'<!doctype html><title>x</title><b class="verdict" style="{style}">x', forced_colors="active")
    assert tab.evaluate(UNFRAMED) == ["verdict"]


def test_colour_alone_is_noticed(broken):
    tab = broken.show("""<!doctype html><title>x</title><b class="verdict a"></b>
      <b class="verdict a">met</b><b class="verdict b">met</b><b class="verdict c">open</b>""")
    assert len(colour_alone(tab)) == 2
