"""The filter of a long table finds words typed without their marks, and says how many rows it leaves."""

import re
import unicodedata

import pytest


def fold(text):
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if unicodedata.category(part) != "Mn").lower().replace("đ", "d")


def rows(tab, number):
    """The text of each row of the table behind a filter, and whether it is shown."""
    return tab.evaluate("""(number) => {
      const table = document.querySelectorAll(".filter + *")[number];
      return [...table.querySelectorAll("tbody tr")].map((row) => [row.textContent, row.checkVisibility()]);
    }""", number)


def marked_word(texts):
    """A word with marks that stands in some rows and not in all."""
    for text in texts:
        for word in re.findall(r"[^\W\d_]{3,}", unicodedata.normalize("NFC", text)):
            found = sum(fold(word) in fold(other) for other in texts)
            if fold(word) != word.lower() and found < len(texts):
                return word
    return None


@pytest.fixture(scope="session")
def pages_with_filter(site, all_visits):
    long = [page for page in site.one_language_of_each_kind() if page.text.count("<tr") > 16]
    return [page for page in long if all_visits.open(page).locator(".filter").count()]


def test_words_without_marks_find_rows_with_marks(visits, pages_with_filter, count):
    tried = 0
    for page in pages_with_filter:
        tab = visits.open(page)
        tab.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        for number in range(tab.locator(".filter").count()):
            texts = [text for text, _ in rows(tab, number)]
            if not (word := marked_word(texts)):
                continue
            tab.locator(".filter input").nth(number).fill(fold(word))
            shown = [text for text, is_shown in rows(tab, number) if is_shown]
            assert shown == [text for text in texts if fold(word) in fold(text)], f"{page}: {word}"
            output = tab.locator(".filter output").nth(number)
            assert re.match(rf"{len(shown)}/{len(texts)} \w", output.inner_text()), f"{page}: {output.inner_text()}"
            tried += 1
    assert tried > 0
    count("tables filtered", tried)


def test_no_match_leaves_no_row_and_an_empty_filter_all(visits, pages_with_filter):
    tab = visits.open(pages_with_filter[0])
    field = tab.locator(".filter input").first
    field.fill("zzzz zzzz")
    assert not any(is_shown for _, is_shown in rows(tab, 0))
    field.fill("")
    assert all(is_shown for _, is_shown in rows(tab, 0))


def test_the_count_is_announced_and_the_field_has_a_name(visits, pages_with_filter):
    tab = visits.open(pages_with_filter[0])
    assert tab.get_by_role("status").filter(has_text="/").count() > 0
    assert tab.get_by_label(tab.evaluate("document.body.dataset.filter")).count() > 0


def test_folding_is_that_of_the_page():
    assert fold("Đặng Thị Hải Dương") == "dang thi hai duong"
    assert marked_word(["một hai", "hai ba"]) == "một"
