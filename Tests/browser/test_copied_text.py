"""Who copies a table or a sentence gets its figures. The mark of a source never becomes a part of one."""

import re

import pytest

from support.verdict import expect_none

SELECT = "getSelection().selectAllChildren(document.querySelector('main .content'))"
HIDE_MARKS = "for (const mark of document.querySelectorAll('.cite')) mark.style.display = 'none'"


NOTHING = "nothing was copied"


def figures(text):
    """The numbers of a text. A mark in brackets is seen as what it is."""
    return re.findall(r"\d+(?:[.,]\d+)*", re.sub(r"\[\d+\]", "", text))


def first_difference(got, wanted):
    for index, (left, right) in enumerate(zip(got + [None], wanted + [None])):
        if left != right:
            return f"{left} for {right}, after {wanted[max(0, index - 3):index]}"
    return ""


def copied(tab):
    """What is selected, and what the keyboard puts into the clipboard."""
    tab.evaluate(SELECT)
    selected = tab.evaluate("getSelection().toString()")
    # The clipboard takes a while, and holds what another page was asked for until then.
    tab.evaluate("(text) => navigator.clipboard.writeText(text)", NOTHING)
    tab.keyboard.press("Control+c")
    tab.wait_for_function("async (text) => await navigator.clipboard.readText() !== text", arg=NOTHING)
    return selected, tab.evaluate("navigator.clipboard.readText()")


def wrong_figures(tab):
    # Of a folded part it depends on chance whether a selection holds it.
    tab.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    got = [figures(text) for text in copied(tab)]
    tab.evaluate(HIDE_MARKS)
    wanted = [figures(text) for text in copied(tab)]
    assert wanted[0], "nothing was selected"
    return [fault for fault in map(first_difference, got, wanted) if fault]


def test_marks_of_sources_are_no_part_of_copied_figures(visits, page_with_marks):
    expect_none(wrong_figures(visits.open(page_with_marks, is_alone=True)))


@pytest.mark.parametrize("mark, style, is_wrong", [
    ("1", "", True), ("[1]", "", False), ("1", "user-select: none", False),
])
def test_a_mark_that_joins_a_figure_is_noticed(broken, mark, style, is_wrong):
    tab = broken.show(f"""<!doctype html><title>x</title><main><div class="content"><table><tr>
      <td>75,3<a class="cite" href="/" style="{style}">{mark}</a><td>2</table></div></main>""")
    assert (wrong_figures(tab) != []) == is_wrong
