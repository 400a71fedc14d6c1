"""What a first visit loads is light: compressed as servers do it, and no font."""

import gzip
import re

TEXT_KINDS = {"authored", "analysis", "method", "not-found"}
TEXT_LIMIT = 17 * 1024
LISTING_LIMIT = 62 * 1024
SCRIPT_LIMIT = 30 * 1024
LINKED = re.compile(r'<link rel="stylesheet" href="([^"]+)"|<script src="([^"]+)"')


def weight(path):
    return len(gzip.compress(path.read_bytes(), 9))


def weights(folder, page):
    """Bytes of the page with its styles and scripts, and of the scripts alone."""
    path = folder / page.place

    def file(address):
        return folder / address[1:] if address.startswith("/") else path.parent / address

    styles, scripts = ([file(address) for address in column if address] for column in zip(*LINKED.findall(page.text)))
    script_bytes = sum(map(weight, scripts))
    return weight(path) + sum(map(weight, styles)) + script_bytes, script_bytes


def limit(kind):
    return TEXT_LIMIT if kind in TEXT_KINDS else LISTING_LIMIT


def test_a_page_with_styles_and_scripts_is_light(site, every_page):
    total, scripts = weights(site.folder, every_page)
    assert total <= limit(every_page.kind)
    assert scripts <= SCRIPT_LIMIT


def test_all_kinds_of_text_exist(site):
    assert TEXT_KINDS <= {page.kind for page in site.pages}


def test_no_font_is_loaded(visits, site):
    # All pages have the same styles.
    tab = visits.open(site.pages[0], is_alone=True)
    assert tab.evaluate("document.fonts.size") == 0
    loaded = tab.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert [name for name in loaded if re.search(r"\.(woff2?|ttf|otf)$", name)] == []


def test_weight_counts_styles_and_scripts(site):
    page = next(page for page in site.pages if page.kind == "method")
    total, scripts = weights(site.folder, page)
    assert 0 < scripts < total - weight(site.folder / page.place) < total
