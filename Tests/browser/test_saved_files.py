"""A chart can be saved as a picture and a table as CSV, and each holds what the page shows."""

import csv
import io
import json
import struct

import pytest
from playwright.sync_api import expect

PICTURE = "figure.chart .copy button:nth-child(4)"
FIGURES, OBJECTS = (f".copy button:nth-child({place})" for place in (5, 6))
TABLE = ".save button:first-child"
SHOWN = """(box) => [...box.querySelector('table').rows].filter((row) => row.checkVisibility()).map(
  (row) => [...row.cells].map((cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll('.cite, .more').forEach((mark) => mark.remove());
    return copy.textContent.replace(/\\s+/g, ' ').trim();
  }))"""


def saved(tab, button):
    with tab.expect_download() as download:
        button.click()
    path = download.value.path()
    return download.value.suggested_filename, path.read_bytes()


@pytest.fixture
def page_with_chart(site):
    return site.longest_of_each_kind(holding='class="chart"')[0]


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
def test_a_chart_is_saved_as_a_picture_on_white(visits, page_with_chart, is_dark):
    tab = visits.open(page_with_chart, is_alone=True, dark=is_dark)
    name, content = saved(tab, tab.locator(PICTURE).first)
    assert name.endswith(".png") and content.startswith(b"\x89PNG\r\n\x1a\n")
    width = tab.evaluate("document.querySelector('figure.chart img').width")
    assert struct.unpack(">I", content[16:20])[0] == 3 * width
    colours = tab.evaluate("""async (bytes) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      context.drawImage(picture, 0, 0);
      const pixels = context.getImageData(0, 0, picture.width, picture.height).data;
      const seen = new Set();
      for (let i = 0; i < pixels.length; i += 4) seen.add(`${pixels[i]},${pixels[i + 1]},${pixels[i + 2]},${pixels[i + 3]}`);
      return [[...pixels.slice(0, 4)], seen.size];
    }""", list(content))
    assert colours[0] == [255, 255, 255, 255] and colours[1] > 2


@pytest.fixture
def pages_with_charts(site):
    return site.longest_of_each_kind(holding='class="chart"')


def test_the_figures_of_a_chart_are_saved_as_csv_and_json(visits, pages_with_charts):
    assert len({page.kind for page in pages_with_charts}) > 3
    for page in pages_with_charts:
        tab = visits.open(page)
        tab.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        chart = tab.locator("figure.chart").last
        name, content = saved(tab, chart.locator(FIGURES))
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"))))
        assert name.endswith(".csv") and len(rows) > 1 and all(len(row) == len(rows[0]) > 1 for row in rows)
        other, objects = saved(tab, chart.locator(OBJECTS))
        assert other == name.removesuffix("csv") + "json"
        table = json.loads(objects)
        assert [list(row) for row in table] == [rows[0]] * (len(rows) - 1)
        for row, values in zip(table, rows[1:]):
            for cell, text in zip(row.values(), values):
                assert cell is None and text == "" or cell is not None and (
                    float(text) == cell if isinstance(cell, (int, float)) else text.removeprefix("'") == cell.removeprefix("'"))
        # Numbers that the chart prints are among them.
        assert any(isinstance(cell, (int, float)) for row in table for cell in row.values()) or "map" in name


def test_a_table_is_saved_as_it_is_seen_without_the_marks_of_sources(visits, page_with_marks):
    tab = visits.open(page_with_marks, is_alone=True)
    tab.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    boxes = tab.locator(".table:has(+ .save)")
    # Only the names and values of one promise are no table to take along.
    wanted = tab.locator(".table:not(.facts .table)").count()
    # Pages of text have no buttons to save.
    expect(boxes).to_have_count(wanted if tab.evaluate("Boolean(document.body.dataset.saveTable)") else 0)
    for index in range(min(boxes.count(), 5)):
        box = boxes.nth(index)
        name, content = saved(tab, box.locator("+ .save button:first-child"))
        assert name.endswith(".csv") and not content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"))))
        assert [[cell.removeprefix("'") for cell in row] for row in rows] == box.evaluate(SHOWN)


def test_a_filtered_table_is_saved_as_filtered(visits, site):
    pages = site.longest_of_each_kind(holding="<table")
    for page in pages:
        tab = visits.open(page, is_alone=True)
        tab.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        field = tab.locator(".filter input").first
        if field.count() == 0:
            continue
        if not tab.evaluate("Boolean(document.body.dataset.saveTable)"):
            continue
        box = tab.locator(".filter + .table").first
        whole = len(box.evaluate(SHOWN))
        field.fill(box.locator("tbody tr").nth(3).inner_text().strip().splitlines()[0])
        rows = list(csv.reader(io.StringIO(saved(tab, box.locator("+ .save button:first-child"))[1].decode("utf-8"))))
        shown = box.evaluate(SHOWN)
        assert 1 < len(rows) == len(shown) < whole
        return
    pytest.fail("no page has a filter")


def test_a_picture_that_cannot_be_read_is_said(broken, page_with_chart):
    tab = broken.open(page_with_chart, is_alone=True)
    button = tab.locator(PICTURE).first
    expect(button).to_be_visible()
    tab.route("**/*.svg", lambda route: route.abort())
    button.click()
    expect(tab.locator(".announce")).to_have_text(tab.evaluate("document.body.dataset.saveFailed"))


def test_what_a_spreadsheet_would_run_is_marked(broken):
    tab = broken.show(
        "<!doctype html><body data-save-table=Save><div class=content><div class=table><table><tbody>"
        "<tr><td>=1+1</td><td>-2.5</td><td>@x</td></tr></tbody></table></div></div>"
        "<script src=/assets/script.js></script><script src=/assets/tools.js></script>")
    name, content = saved(tab, tab.locator(TABLE).first)
    assert content.decode("utf-8") == "'=1+1,-2.5,'@x\n"
