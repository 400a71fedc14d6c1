"""A page says nothing on the console, asks no other host, and gets all that it asks for.

Every test that opens pages with `visits` holds the same at its end. Here pictures that wait for the reader load too.
"""

from support.verdict import expect_none


def read_through(tab):
    tab.evaluate("""async () => {
      for (const image of document.images) image.loading = "eager";
      await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
    }""")
    return tab.evaluate("[...document.images].filter((image) => !image.naturalWidth).map((image) => image.src)")


def test_a_page_is_quiet_and_all_its_pictures_load(visits, every_page):
    expect_none(read_through(visits.open(every_page)))


def test_noise_is_noticed(broken):
    tab = broken.show("""<!doctype html><title>x</title><img src="/missing.svg" alt="">
      <script>
        console.log("said");
        window.asked = fetch("http://127.0.0.1:9999/").catch(() => {});
        nothing.at.all;
      </script>""")
    assert read_through(tab) != []
    tab.evaluate("window.asked")
    noise = "\n".join(broken.noise)
    for part in ("console: said", "404 for", "request to http://127.0.0.1:9999/", "no answer for", "script error: "):
        assert part in noise
