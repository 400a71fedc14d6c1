"""What readers come for, from the home page on a phone, in both languages, in at most three clicks."""

import json
import re

import pytest

from test_search import index, wait_for_answer

LANGUAGES = pytest.mark.parametrize("language", ["vi", "en"])
MOST_CLICKS = 3


class Journey:
    """A tab on the home page that counts what is pressed."""

    def __init__(self, visits, site, language):
        self.site, self.language, self.clicks = site, language, 0
        self.tab = visits.open(self.place("home"), width=390, is_alone=True)

    def place(self, kind):
        return next(page for page in self.site.pages if (page.kind, page.language) == (kind, self.language))

    def find(self, selector):
        return self.tab.locator(selector)

    def click(self, locator):
        locator.click()
        self.clicks += 1
        assert self.clicks <= MOST_CLICKS

    def menu(self, kind):
        """Opens the menu at the top and follows it to the first page of a kind."""
        self.click(self.find(".menu-folded summary"))
        self.click(self.link(".menu-folded", kind))

    def foot(self, kind):
        """Follows the list of all pages at the foot, where a reader scrolls without a click."""
        self.click(self.link(".all-pages", kind))

    def link(self, part, kind):
        wanted = "/" + self.place(kind).place.removesuffix("index.html")
        links = self.find(f"{part} a")
        for number in range(links.count()):
            if links.nth(number).evaluate("(link) => link.pathname") == wanted:
                return links.nth(number)
        raise AssertionError(f"{part} has no link to {wanted}")


@pytest.fixture
def journey(visits, site):
    return lambda language: Journey(visits, site, language)


@LANGUAGES
def test_what_was_missed_and_by_how_much(journey, language):
    way = journey(language)
    row = way.find(".compact tr:has(.verdict-missed)").first
    goal, result = row.locator("td, th").nth(1).inner_text(), row.locator("td, th").nth(2).inner_text()
    assert re.search(r"\d", goal) and re.search(r"\d", result)
    name = row.locator("a").first.inner_text()
    way.click(row.locator("a").first)
    assert name in way.find("h1").inner_text()
    assert way.find(".verdict-missed").first.is_visible()


@LANGUAGES
def test_a_citation(journey, language):
    way = journey(language)
    way.click(way.find(".compact tr:has(.verdict-missed) a").first)
    title = way.find("h1").inner_text()
    way.click(way.find(".citation summary"))
    way.click(way.find(".citation button").first)
    way.tab.wait_for_function("async (title) => (await navigator.clipboard.readText()).includes(title)", arg=title)
    copied = way.tab.evaluate("navigator.clipboard.readText()")
    assert way.tab.url in copied and re.search(r"\(20\d\d\)", copied) and "CC BY" in copied


@LANGUAGES
def test_a_chart_as_a_picture_and_its_figures(journey, language):
    way = journey(language)
    buttons = way.find("figure.chart .copy").first.locator("button")
    endings = []
    for name in ["PNG", "CSV", "JSON"]:
        with way.tab.expect_download() as download:
            way.click(buttons.filter(has_text=name))
        endings.append(download.value.suggested_filename.rsplit(".")[-1])
    assert endings == ["png", "csv", "json"]


@LANGUAGES
def test_one_province_against_another(journey, language):
    way = journey(language)
    way.menu("compare")
    pair = way.find("main p a").filter(has_text=re.compile("Bắc Kạn.*Hải Dương"))
    way.click(pair.first)
    assert all(name in way.find("h1").inner_text() for name in ["Bắc Kạn", "Hải Dương"])
    heads = way.find("main table").first.locator("thead th").all_inner_texts()
    assert any("Bắc Kạn" in head for head in heads) and any("Hải Dương" in head for head in heads)


@LANGUAGES
def test_what_an_abbreviation_means(journey, language):
    way = journey(language)
    way.foot("glossary")
    assert way.find("#tthc").is_visible()


@LANGUAGES
def test_everything_on_a_province_typed_without_marks(journey, language, index):
    way = journey(language)
    way.click(way.find(".menu-folded summary"))
    way.click(way.link(".menu-folded", "search"))
    way.find(".search-field input").fill("hai duong")
    way.tab.keyboard.press("Enter")
    wait_for_answer(way.tab)
    way.click(way.find(".search-results h2 a").first)
    assert "Hải Dương" in way.find("main").inner_text()


@LANGUAGES
def test_what_changed_lately(journey, language):
    way = journey(language)
    way.foot("changes")
    assert re.search(r"20\d\d", way.find("main").inner_text())


@LANGUAGES
def test_how_to_object_to_a_verdict(journey, language):
    way = journey(language)
    way.click(way.find(".compact tr:has(.verdict-missed) a").first)
    way.click(way.find(".content a[href='#objection']"))
    assert way.find("#objection").is_visible()
    # The site of the frozen data names no address, so it says who sets one; the page on submitting data is always there.
    way.tab.wait_for_url("**#objection")
    assert "site.yaml" in way.find("main").inner_text()
    way.foot("authored")


@LANGUAGES
def test_what_a_shared_link_shows(journey, language):
    way = journey(language)
    for name in ["og:title", "og:description", "og:type"]:
        assert way.find(f"meta[property='{name}']").get_attribute("content")
    assert way.find("meta[name='twitter:card']").count() == 1
    assert len(way.find("meta[name='description']").get_attribute("content")) <= 160
    for script in way.find("script[type='application/ld+json']").all_inner_texts():
        json.loads(script)


@LANGUAGES
def test_a_chart_for_a_page_of_ones_own(journey, language):
    way = journey(language)
    way.click(way.find("figure.chart .copy button:nth-child(3)").first)
    way.click(way.find("[role=dialog] button").first)
    way.tab.wait_for_function("async () => (await navigator.clipboard.readText()).startsWith('<iframe')")
