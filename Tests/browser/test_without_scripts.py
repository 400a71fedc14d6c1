"""Scripts add to a page and carry nothing of it."""

from support.verdict import expect_none

# Text nodes that can be read, in their order.
TEXTS = """
() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim().replace(/\\s+/g, " ");
    if (text && walker.currentNode.parentElement.checkVisibility({ visibilityProperty: true })) texts.push(text);
  }
  return texts;
}
"""

# What does nothing until a script gives it something to do.
IDLE = """
() => [...document.querySelectorAll("button, input, select, textarea, output, dialog, [role=status], a[href='#']")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .map((element) => element.outerHTML.slice(0, 80))
"""


def texts(tab):
    return tab.evaluate(TEXTS)


def idle(tab):
    return tab.evaluate(IDLE)


def first_missing(part, whole):
    """The first text of `part` that does not stand in `whole`, in the same order."""
    rest = iter(whole)
    return next((text for text in part if text not in rest), "")


def test_all_text_is_there_without_scripts(visits, sample):
    plain = visits.open(sample, scripts=False)
    without = texts(plain)
    expect_none(idle(plain))
    tab = visits.open(sample)
    with_scripts = texts(tab)
    assert first_missing(without, with_scripts) == ""
    # What scripts add is words of their buttons, and boxes that name what the page has.
    words = tab.evaluate("Object.values(document.body.dataset)")
    names = tab.locator(".choices label").all_inner_texts()
    assert all(any(name in text for text in without) for name in names)
    words += names
    rest = list(with_scripts)
    for text in without:
        rest.remove(text)
    expect_none(text for text in rest if text != "#" and not any(word in text for word in words))


def test_what_needs_scripts_is_noticed(broken):
    html = """<!doctype html><title>x</title><p>first<button hidden>shown by scripts</button><a href="#">go</a>
      <script>document.querySelector("p").append("second")</script>"""
    without = broken.show(html, scripts=False)
    missing, unused = texts(without), idle(without)
    assert first_missing(texts(broken.show(html)), missing) == "second"
    assert len(unused) == 1


def test_text_that_scripts_take_away_is_noticed():
    assert first_missing(["a", "b", "c"], ["a", "c", "b"]) == "c"
