"""The lead of a page is read on a phone without scrolling."""

from support.verdict import expect_none

HEIGHT = 844


def lead_end(tab):
    """Where the lead ends, in pixels from the top; None where there is no lead."""
    return tab.evaluate("document.querySelector('main .lead')?.getBoundingClientRect().bottom ?? null")


def ends_late(tab):
    end = lead_end(tab)
    return ["there is no lead"] if end is None else [f"the lead ends at {end:.0f}"] if end > HEIGHT else []


def test_the_lead_ends_on_the_first_screen_of_a_phone(visits, every_page):
    expect_none(ends_late(visits.open(every_page, width=390, height=HEIGHT)))


def test_a_late_or_missing_lead_is_noticed(broken):
    start = "<!doctype html><title>x</title><main>"
    assert ends_late(broken.show(start + '<div style="height: 900px"></div><p class="lead">x')) != []
    assert ends_late(broken.show(start + "<p>x")) != []
