"""A chart in a frame on a page of another site: it fits, it loads, it stays light, and it leads to its page."""

import re
import struct
import zlib

import pytest

from support.verdict import expect_none
from test_barriers import barriers

EMBED = "figure.chart .copy button:nth-child(3)"
ARTICLE = """<!doctype html><html lang="vi"><title>Bài báo</title><meta name="viewport" content="width=device-width">
  <body style="margin: 0; background: #fff"><main><h1>Bài báo</h1><div style="width: 300px">{code}</div></main></body></html>"""


@pytest.fixture
def page_with_chart(site):
    return site.longest_of_each_kind(holding='class="chart"')[0]


def code(visits, page):
    tab = visits.open(page, is_alone=True)
    tab.locator(EMBED).first.click()
    return tab.locator("[role=dialog] p").inner_text()


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
def test_the_code_shows_the_chart_in_300_pixels_on_white(visits, broken, page_with_chart, is_dark):
    tab = broken.show(ARTICLE.format(code=code(visits, page_with_chart)), width=400)
    tab.emulate_media(color_scheme="dark" if is_dark else "light")
    frame = next(frame for frame in tab.frames if frame.parent_frame)
    frame.wait_for_load_state("load")
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth && innerWidth <= 300")
    picture = frame.locator("img")
    assert picture.evaluate("(image) => image.complete && image.naturalWidth > 0")
    # Its corner is white whatever the reader prefers.
    assert is_white(picture.screenshot())
    link = frame.locator("figcaption a")
    assert link.get_attribute("target") == "_parent"
    link.click()
    tab.wait_for_url(re.compile(r"/$"))
    assert tab.locator("h1").inner_text()


def is_white(picture):
    """Whether the first pixel of a picture in PNG is white. No filter changes that one."""
    place, data = 8, b""
    while place < len(picture):
        size, kind = struct.unpack(">I4s", picture[place:place + 8])
        if kind == b"IDAT":
            data += picture[place + 8:place + 8 + size]
        place += size + 12
    return zlib.decompress(data)[1:4] == b"\xff\xff\xff"


def test_a_chart_alone_is_no_barrier(visits, page_with_chart):
    address = re.search(r'src="([^"]+)"', code(visits, page_with_chart)).group(1)
    tab = visits.tab()
    tab.set_viewport_size({"width": 300, "height": 600})
    tab.goto(address)
    # A page in a frame has neither landmarks nor a heading of its own.
    expect_none([fault for fault in barriers(tab) if not fault.startswith(("region", "page-has-heading-one", "landmark-one-main"))])


def test_charts_of_the_site_follow_the_readers_scheme(visits, page_with_chart):
    def ground(is_dark):
        picture = visits.open(page_with_chart, dark=is_dark).locator("figure.chart img").first
        picture.scroll_into_view_if_needed()
        picture.evaluate("async (image) => image.decode()")
        return picture.screenshot()

    assert is_white(ground(False))
    assert not is_white(ground(True))
