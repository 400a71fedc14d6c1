"""A page that moved takes its reader to where its content is told, open and in view."""

from support.verdict import expect_none

MOST_OF_A_FOLDER = 2

# Whether the element that the address names is seen; without a name, the whole page is meant.
IS_SEEN = """
() => {
  const id = decodeURIComponent(location.hash.slice(1));
  const element = id ? document.getElementById(id) : document.body;
  if (!element?.checkVisibility()) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
"""


def some(pages):
    """A few of each folder, in both languages."""
    folders = {}
    for page in pages:
        folders.setdefault(page.place.rsplit("/", 2)[0], []).append(page)
    return [page for pages in folders.values() for page in pages[:MOST_OF_A_FOLDER]]


def faults(visits, page, **options):
    tab = visits.open(page, width=390, **options)
    try:
        tab.wait_for_function("() => document.body && document.body.className !== 'page-moved'", timeout=5000)
        tab.wait_for_load_state("load")
        tab.wait_for_function(IS_SEEN, timeout=5000)
    except Exception as fault:
        return [f"{page.place}: at {tab.url}, {str(fault).splitlines()[0]}"]
    found = tab.evaluate("document.documentElement.lang")
    return [] if found == page.language else [f"{page.place}: leads to a page in “{found}”"]


def test_a_page_that_moved_leads_to_where_it_is_told(visits, site, is_all, count):
    pages = site.moved if is_all else some(site.moved)
    count("pages that moved", len(site.moved))
    expect_none([fault for page in pages for fault in faults(visits, page)])


def test_without_scripts_too(visits, site):
    expect_none([fault for page in some(site.moved)[:2] for fault in faults(visits, page, scripts=False)])


def test_a_page_that_leads_nowhere_is_noticed(broken):
    tab = broken.show('<!doctype html><title>x</title><body class="page-moved"><p id="x">x')
    assert tab.evaluate("document.body.className === 'page-moved'")
    tab.evaluate("location.hash = 'gone'")
    assert not tab.evaluate(IS_SEEN)
