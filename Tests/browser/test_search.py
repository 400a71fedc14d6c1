"""The search finds words typed with or without their marks, says what it found, and leads on where it finds nothing."""

import html
import json
import re
import unicodedata
from urllib.parse import quote

import pytest

from support.verdict import expect_none

QUERIES = ["TTHC", "một cửa", "dung han", "hai duong", "khong dat", "Đúng hạn"]
INDEX_LIMIT = 4 * 1024 * 1024
FIRST_SEARCH_LIMIT = 250 * 1024
PLACES = {"vi": "tim/index.html", "en": "en/search/index.html"}


def fold(text):
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if unicodedata.category(part) != "Mn").lower().replace("đ", "d")


def searched_text(page):
    """The words of the text of a page and of its pictures, folded, with single spaces between them."""
    main = re.search(r"<main.*?</main>", page.text, re.DOTALL)[0]
    main += " ".join(re.findall(r' alt="([^"]*)"', main))
    return " ".join(fold(html.unescape(re.sub(r"<[^>]*>", " ", main))).split())


def title(page):
    return fold(html.unescape(re.search(r"<h1>(.*?)</h1>", page.text, re.DOTALL)[1]))


def is_searched(page):
    return "data-pagefind-body" in page.text


def holds(text, query):
    return all(word in text for word in fold(query).split())


def holds_phrase(text, query):
    return re.search(rf"(?<!\w){re.escape(fold(query))}(?!\w)", text) is not None


@pytest.fixture(scope="session")
def index(site):
    folder = site.folder / "pagefind"
    if not (folder / "pagefind-entry.json").exists():
        pytest.skip("The site has no search index, because pagefind is not installed (scripts/python-tools site).")
    return folder


def search_page(site, language):
    return next(page for page in site.pages if page.place == PLACES[language])


def wait_for_answer(tab):
    """Until the count is there, or the word that there is nothing."""
    tab.wait_for_function("""() => {
      const { searchCount, searchNone, searchAbsent } = document.body.dataset;
      const text = document.querySelector(".search-status")?.textContent ?? "";
      const shown = document.querySelectorAll(".search-results > li").length;
      return text.startsWith(searchNone) || text.startsWith(searchAbsent) || (text.startsWith(searchCount) && shown);
    }""", timeout=20_000)


def ask(tab, query):
    tab.locator(".search-field input").fill(query)
    tab.keyboard.press("Enter")
    tab.wait_for_function("(query) => new URLSearchParams(location.search).get('q') === query", arg=query)
    wait_for_answer(tab)


def results(tab):
    """The places of all results, after the last page of them."""
    while (more := tab.locator(".search-more button")).is_visible():
        shown = tab.locator(".search-results > li").count()
        more.click()
        tab.wait_for_function(
            "(shown) => document.querySelectorAll('.search-results > li').length > shown", arg=shown)
    links = tab.locator(".search-results h2 a").evaluate_all("(links) => links.map((link) => link.pathname)")
    return [link.lstrip("/") + "index.html" for link in links]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("query", QUERIES)
def test_words_are_found_with_and_without_marks(visits, site, index, language, query):
    tab = visits.open(search_page(site, language))
    ask(tab, query)
    pages = {page.place: page for page in site.pages if page.language == language and is_searched(page)}
    found = results(tab)
    assert len(found) == len(set(found))
    expect_none(f"{place} is found without the words" for place in found if not holds(searched_text(pages[place]), query))
    named = [place for place, page in pages.items() if holds_phrase(title(page), query)]
    expect_none(f"{place} is not found" for place in named if place not in found)
    expect_none(f"{place} comes after another" for place in named if place not in found[:len(named)])


@pytest.mark.parametrize("query", QUERIES)
def test_each_query_has_results(visits, site, index, query):
    tab = visits.open(search_page(site, "vi"))
    ask(tab, query)
    assert tab.locator(".search-results > li").count() > 0


@pytest.mark.parametrize("query", ["dung han", "hai duong"])
def test_the_page_that_is_about_the_words_comes_first(visits, site, index, query):
    tab = visits.open(search_page(site, "vi"))
    ask(tab, query)
    assert holds_phrase(fold(tab.locator(".search-results h2").first.inner_text()), query)


def test_a_result_tells_its_title_kind_and_words(visits, site, index):
    tab = visits.open(search_page(site, "vi"))
    ask(tab, "hai duong")
    result = tab.locator(".search-results > li").first
    assert result.locator("h2 a").inner_text() != ""
    kind = result.locator(".search-kind").inner_text()
    assert any(kind == button.rsplit(" ", 1)[0] for button in tab.locator(".search-box .verdicts button").all_inner_texts())
    assert result.locator("mark").count() > 0


def test_a_kind_narrows_the_results_and_gives_them_back(visits, site, index):
    tab = visits.open(search_page(site, "vi"))
    ask(tab, "hai duong")
    status = tab.get_by_role("status").filter(has_text=tab.evaluate("document.body.dataset.searchCount"))
    whole = status.inner_text()
    button = tab.locator(".search-box .verdicts button").first
    kind, count = button.inner_text().rsplit(" ", 1)
    button.click()
    tab.wait_for_function("(text) => document.querySelector('.search-status').textContent.endsWith(text)", arg=f" {count}")
    wait_for_answer(tab)
    assert button.get_attribute("aria-pressed") == "true"
    assert set(tab.locator(".search-kind").all_inner_texts()) == {kind}
    button.click()
    wait_for_answer(tab)
    assert status.inner_text() == whole


def test_lists_of_everything_pairs_and_data_files_are_left_out(site):
    kinds = {page.kind for page in site.pages if "data-pagefind-body" in page.text}
    assert kinds.isdisjoint({"alphabet", "search", "not-found", "data-file", "compare-pair"})
    assert {"province", "promise", "method"} <= kinds


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("query", ["qwzxqwzx", "province qwzxqwzx"])
def test_nothing_found_leads_to_the_list_of_everything(visits, site, index, language, query):
    tab = visits.open(search_page(site, language))
    ask(tab, query)
    status = tab.get_by_role("status").filter(has_text=tab.evaluate("document.body.dataset.searchNone"))
    assert status.locator("a").evaluate("(link) => link.href").endswith("/a-z/")
    assert tab.locator(".search-results > li").count() == 0


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_field_at_the_top_searches(visits, site, index, language):
    home = next(page for page in site.pages if page.kind == "home" and page.language == language)
    tab = visits.open(home)
    field = tab.locator(".masthead").get_by_role("searchbox")
    field.fill("hai duong")
    field.press("Enter")
    tab.wait_for_url(f"**/{PLACES[language].removesuffix('index.html')}?q=hai+duong")
    wait_for_answer(tab)
    assert tab.locator(".search-field input").input_value() == "hai duong"
    assert tab.locator(".search-results > li").count() > 0


def test_the_keyboard_reaches_field_kinds_results_and_more(visits, site, index):
    tab = visits.open(search_page(site, "vi"))
    ask(tab, "hai duong")
    shown = tab.locator(".search-results > li").count()
    reached = []
    for _ in range(60):
        tab.keyboard.press("Tab")
        reached.append(tab.evaluate("""() => ["verdicts", "search-results", "search-more"].find(
          (name) => document.activeElement.closest(`.search-box .${name}`)) ?? ''"""))
        if reached[-1] == "search-more":
            break
    assert [name for name in dict.fromkeys(reached) if name] == ["verdicts", "search-results", "search-more"]
    tab.keyboard.press("Enter")
    tab.wait_for_function("(shown) => document.querySelectorAll('.search-results > li').length > shown", arg=shown)
    # The focus stands on the first of the new results.
    tab.wait_for_function(
        "(shown) => document.activeElement === document.querySelectorAll('.search-results h2 a')[shown]", arg=shown)


def test_a_missing_address_is_searched_for_its_words(visits, site, index):
    page = next(page for page in site.pages if page.place == "404.html")
    tab = visits.tab()
    place = f"{visits.address}/tinh/{quote('hải-duong')}/"
    tab.route(place, lambda route: route.fulfill(body=page.text, content_type="text/html; charset=utf-8"))
    tab.goto(place)
    wait_for_answer(tab)
    assert tab.locator(".search-field input").input_value() == "hải duong"
    assert tab.locator(".search-results > li").count() > 0


@pytest.mark.parametrize("language", ["vi", "en"])
def test_without_an_index_the_field_leads_to_the_list_of_everything(broken, site, language):
    tab = broken.tab()
    tab.route("**/pagefind/**", lambda route: route.fulfill(status=404, body=""))
    tab.goto(f"{broken.address}/{PLACES[language]}?q=x")
    wait_for_answer(tab)
    status = tab.get_by_role("status").filter(has_text=tab.evaluate("document.body.dataset.searchAbsent"))
    assert status.locator("a").evaluate("(link) => link.href").endswith("/a-z/")
    assert not [text for text in broken.noise if "script error" in text]


def test_without_scripts_there_is_a_link_and_no_field(visits, site):
    tab = visits.open(search_page(site, "en"), scripts=False)
    assert tab.get_by_role("searchbox").count() == 0
    assert tab.locator("main a[href$='a-z/']").count() == 1
    assert tab.locator(".masthead a[href='../../en/search/']").first.is_visible()


def test_the_index_is_small(index, count):
    size = sum(path.stat().st_size for path in index.rglob("*") if path.is_file())
    assert 0 < size <= INDEX_LIMIT
    count("bytes of the search index", size)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("query", [*QUERIES, "không đạt", "tỷ lệ hồ sơ", "on time", "one-stop"])
def test_a_first_search_is_light(visits, site, index, language, query, count):
    tab = visits.open(search_page(site, language), is_alone=True)
    answers = []
    tab.on("response", lambda answer: answers.append(answer) if "/pagefind/" in answer.url else None)
    ask(tab, query)
    tab.wait_for_load_state("networkidle")
    size = sum(len(answer.body()) for answer in answers)
    assert 0 < size <= FIRST_SEARCH_LIMIT
    count(f"bytes of a first search for {query} ({language})", size)


def test_the_manifest_lists_the_index(site, index):
    manifest = json.loads((site.folder / "manifest.json").read_text(encoding="utf-8"))
    [part] = manifest["made_by_tools"]
    listed = {file["path"] for file in part["files"]}
    assert listed == {path.relative_to(site.folder).as_posix() for path in index.rglob("*") if path.is_file()}
    assert listed.isdisjoint(file["path"] for file in manifest["files"])


def test_each_word_with_d_is_asked_for_as_both_letters(visits, site):
    tab = visits.open(search_page(site, "en"))
    forms = tab.evaluate("async () => (await import('/assets/search.js')).forms('khong dat  dung')")
    assert forms == ["khong dat dung", "khong đat dung", "khong dat đung", "khong đat đung"]
    many = tab.evaluate("async () => (await import('/assets/search.js')).forms('d d d d d d')")
    assert len(many) == 8
    joined = tab.evaluate("""async () => (await import('/assets/search.js')).join(
      [[{id: 1, score: 9}, {id: 2, score: 1}, {id: 5, score: 4}], [{id: 2, score: 4}, {id: 3, score: 4}]])""")
    assert [result["id"] for result in joined] == [1, 2, 5, 3]
