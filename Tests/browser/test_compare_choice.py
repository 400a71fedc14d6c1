"""The boxes of the page that compares all provinces hide columns and sections, and the address keeps the choice."""

import pytest


@pytest.fixture(params=["vi", "en"])
def page(request, site):
    return next(page for page in site.pages if page.kind == "compare" and page.language == request.param)


def shown(tab, selector):
    return tab.evaluate("""(selector) => [...document.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility()).map((element) => element.textContent)""", selector)


def columns(tab):
    """The provinces of the first table that are shown."""
    return shown(tab, ".content table:first-of-type thead th a")[:len(provinces(tab))]


def provinces(tab):
    return tab.locator(".choices fieldset").first.locator("label").all_inner_texts()


def test_all_is_shown_at_first(visits, page):
    tab = visits.open(page)
    assert len(provinces(tab)) > 1
    boxes = tab.locator(".choices input")
    assert boxes.count() > len(provinces(tab)) and all(box.is_checked() for box in boxes.all())
    assert columns(tab) == provinces(tab) and "?" not in tab.url


def test_a_box_hides_a_column_in_every_table_and_the_address_keeps_it(visits, page):
    tab = visits.open(page)
    first, *others = provinces(tab)
    tab.get_by_label(first, exact=True).uncheck()
    assert first not in shown(tab, ".content thead th a") and set(others) <= set(shown(tab, ".content thead th a"))
    assert "tinh=" in tab.url
    tab.reload(wait_until="load")
    assert not tab.get_by_label(first, exact=True).is_checked() and first not in shown(tab, ".content thead th a")
    tab.get_by_label(first, exact=True).check()
    assert "tinh=" not in tab.url and columns(tab) == [first, *others]


def test_an_address_chooses_indexes_and_what_it_does_not_know_changes_nothing(visits, page):
    tab = visits.open(page)
    sections = len(shown(tab, "h3[id^=index-]"))
    ids = tab.locator(".choices fieldset").last.locator("label").all_inner_texts()
    assert sections == len(ids) > 1
    start = tab.url
    tab.goto(f"{start}?chi-so={ids[1]}", wait_until="load")
    assert [len(shown(tab, "h3[id^=index-]")), len(shown(tab, f"#index-{ids[1].lower()}"))] == [1, 1]
    tab.goto(f"{start}?chi-so=no-such&tinh=", wait_until="load")
    assert len(shown(tab, "h3[id^=index-]")) == sections and columns(tab) == provinces(tab)


def test_without_scripts_everything_is_there(visits, page):
    tab = visits.open(page, scripts=False)
    assert tab.locator(".choices").count() == 0 and tab.locator("h3[id^=index-]").count() > 1


def test_without_scripts_every_pair_is_a_link_to_its_page(visits, site, page):
    tab = visits.open(page, scripts=False)
    pairs = {other.place for other in site.pages if other.kind == "compare-pair" and other.language == page.language}
    links = tab.locator("main p a").evaluate_all("(links) => links.map((link) => link.pathname.slice(1) + 'index.html')")
    assert pairs and pairs <= set(links)
    name = shown(tab, "main p a")[links.index(min(pairs))]
    tab.goto(f"{visits.address}/{min(pairs)}", wait_until="load")
    # Its columns are the two provinces of its name, and it leads back to all.
    assert " – ".join(shown(tab, ".content table:first-of-type thead th a")[:2]) == name
    assert page.place in [link.lstrip("/") + "index.html" for link in tab.locator("main p a").evaluate_all(
        "(links) => links.map((link) => link.pathname)")]


def test_a_pair_has_no_boxes(visits, site):
    tab = visits.open(next(page for page in site.pages if page.kind == "compare-pair"))
    assert tab.locator(".choices").count() == 0
