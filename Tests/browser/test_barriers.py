"""axe finds no barrier, and no contrast of colours that it cannot judge."""

from typing import NamedTuple

from axe_playwright_python.sync_playwright import Axe

from conftest import SITE
from support.verdict import expect_none


class Look(NamedTuple):
    width: int
    dark: bool

    def __repr__(self):
        return f"{self.width} {'dark' if self.dark else 'light'}"


PHONE, PHONE_DARK, DESK, DESK_DARK = looks = [Look(width, dark) for width in (390, 1280) for dark in (False, True)]


# The styles are of the same host, so axe need not fetch them again.
OPTIONS = {"resultTypes": ["violations", "incomplete"], "preload": False}

# The time of axe grows with the rows, and those behind the first are made like them.
SHORTEN = "for (const row of document.querySelectorAll('tbody tr:nth-child(n + 6)')) row.remove()"


def undecided(rule):
    """The contrasts that axe leaves open. A lone minus is no letter, which is all that it says of it."""
    nodes = [] if rule["id"] != "color-contrast" else [
        node for node in rule["nodes"]
        if any((check.get("data") or {}).get("messageKey") not in ("nonBmp", "shortTextContent") for check in node["any"])]
    return rule | {"nodes": nodes}


def barriers(tab, part=None):
    found = Axe().run(tab, context=part, options=OPTIONS).response
    rules = found["violations"] + [rule for rule in map(undecided, found["incomplete"]) if rule["nodes"]]
    return [f"{rule['id']}, {len(rule['nodes'])} times: {rule['help']}; first at {rule['nodes'][0]['target']}"
            for rule in rules]


def chosen(site, is_all):
    """Each kind on phone and desk, light and dark; with all pages each kind in every look, other pages in one of them.

    The two languages of a kind share the looks, and the next kind has them the other way round.
    """
    longest = site.longest_of_each_kind()
    if not is_all:
        shared = [PHONE, DESK_DARK, PHONE_DARK, DESK]
        return [(page, shared[index % 4]) for index, page in enumerate(longest)]
    rest = [page for page in site.pages if page not in longest]
    return ([(page, look) for page in longest for look in looks]
            + [(page, looks[index % 4]) for index, page in enumerate(rest)])


def pytest_generate_tests(metafunc):
    if "look" in metafunc.fixturenames:
        pairs = chosen(metafunc.config.stash[SITE], metafunc.config.getoption("--all"))
        metafunc.parametrize("page, look", pairs, ids=[f"{page!r} {look!r}" for page, look in pairs])


def test_axe_finds_no_barrier(visits, page, look, site, is_all):
    tab = visits.open(page, width=look.width, dark=look.dark)
    # Whole is, with all pages, the longest of each kind.
    if not is_all or page not in site.longest_of_each_kind():
        tab.evaluate(SHORTEN)
    expect_none(barriers(tab))


def test_a_barrier_and_an_unknown_contrast_are_noticed(broken):
    tab = broken.show("""<!doctype html><title>x</title><main><h1>x</h1><img src="data:,">
      <p style="background: linear-gradient(red, white)">which ground?</p></main>""")
    found = "\n".join(barriers(tab))
    for rule in ("html-has-lang", "image-alt", "color-contrast"):
        assert rule in found
