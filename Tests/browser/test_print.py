"""A printed plan can be read and checked on paper: no page with a heading alone, and the sources that are cited."""

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader

from support.verdict import expect_none

HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4')].map((heading) => heading.textContent)"

# What a page cites, and how the list at its foot begins with each of them, behind its mark.
CITED = """[...new Set([...document.querySelectorAll('a.cite[href*="#source-"]')].map((mark) => mark.hash.slice(1)))]"""
TITLES = """(ids) => ids.map((id) => document.getElementById(id)).filter(Boolean).map((mark) =>
  mark.closest("li").textContent.trim().replace(/^\\d+\\s*/, ""))"""


def plain(text):
    """Letters and digits only: a printed text knows neither spaces nor line ends for certain."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text))


def printed(tab):
    """The text of each page of paper."""
    return [plain(page.extract_text()) for page in PdfReader(io.BytesIO(tab.pdf(format="A4"))).pages]


def lonely_headings(tab, pages):
    headings = sorted((plain(text.removesuffix("#")) for text in tab.evaluate(HEADINGS)), key=len, reverse=True)
    faults = []
    for number, text in enumerate(pages, 1):
        rest = text
        for heading in headings:
            rest = rest.replace(heading, "")
        if not rest:
            what = "a heading alone" if text else "nothing"
            faults.append(f"page {number} of {len(pages)} holds {what}: {text[:60]}")
    return faults


def missing(titles, pages):
    text = "".join(pages)
    return [f"a source is cited and not named: {title}" for title in titles if plain(title)[:40] not in text]


def test_no_printed_page_holds_a_heading_alone(visits, plan, count):
    tab = visits.open(plan)
    pages = printed(tab)
    count(f"printed pages of {plan.place}", len(pages))
    expect_none(lonely_headings(tab, pages))


def test_a_printed_plan_names_the_sources_that_it_cites(visits, plan):
    tab = visits.open(plan)
    pages = printed(tab)
    cited = tab.evaluate(CITED)
    assert cited
    titles = tab.evaluate(TITLES, cited)
    assert len(titles) == len(cited) and all(len(plain(title)) > 8 for title in titles)
    expect_none(missing(titles, pages))


@pytest.mark.parametrize("style, is_lonely", [("break-before: page", True), ("", False)])
def test_a_lonely_heading_is_noticed(broken, style, is_lonely):
    tab = broken.show(f"""<!doctype html><title>x</title><p>Trước</p>
      <h2 style="break-before: page">Các chỉ tiêu của kế hoạch</h2><p style="{style}">Sau</p>""")
    assert (lonely_headings(tab, printed(tab)) != []) == is_lonely


def test_a_missing_source_is_noticed():
    assert len(missing(["Kế hoạch 1", "Kế hoạch 2"], [plain("Nguồn: Kế hoạch 1")])) == 1
