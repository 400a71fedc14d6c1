"""Tabs of Chromium, with everything noted that goes wrong in them."""

PERMISSIONS = ["clipboard-read", "clipboard-write"]


class Visits:
    """Opens pages, each as a first visitor would, and notes what they should never do."""

    def __init__(self, chromium, address):
        self.chromium = chromium
        self.address = address
        self.noise = []
        self.contexts = []
        self.shared = {}

    def open(self, page, width=1280, height=844, dark=False, is_alone=False, **options):
        """A tab with a page of the site: the same as before for the same options, because a new one takes longest."""
        key = tuple(sorted(options.items()))
        if is_alone or key not in self.shared:
            tab = self.tab(**options)
            if not is_alone:
                self.shared[key] = tab
        else:
            tab = self.shared[key]
        tab.set_viewport_size({"width": width, "height": height})
        tab.emulate_media(color_scheme="dark" if dark else "light")
        tab.goto(f"{self.address}/{page.place}", wait_until="load")
        return tab

    def show(self, html, width=1280, **options):
        """A tab with a page that stands nowhere but here, as if it were of the site."""
        tab = self.tab(**options)
        tab.set_viewport_size({"width": width, "height": 844})
        place = f"{self.address}/made-up"
        tab.route(place, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        tab.goto(place, wait_until="load")
        return tab

    def tab(self, scripts=True, **options):
        context = self.chromium.new_context(
            java_script_enabled=scripts, reduced_motion="reduce", permissions=PERMISSIONS, **options)
        self.contexts.append(context)
        tab = context.new_page()
        self.listen(context, tab)
        return tab

    def listen(self, context, tab):
        def note(text):
            if context in self.contexts:
                self.noise.append(f"{tab.url.removeprefix(self.address)}: {text}")

        def answer(response):
            if response.status >= 400:
                note(f"{response.status} for {response.url}")

        def request(sent):
            if not sent.url.startswith((self.address + "/", "data:", "blob:")):
                note(f"request to {sent.url}")

        def failure(sent):
            # A request that the next page cut short is no fault.
            if sent.failure != "net::ERR_ABORTED":
                note(f"no answer for {sent.url}: {sent.failure}")

        context.on("request", request)
        context.on("response", answer)
        context.on("requestfailed", failure)
        tab.on("console", lambda message: note(f"console: {message.text[:200]}"))
        tab.on("pageerror", lambda error: note(f"script error: {str(error)[:200]}"))
        tab.on("dialog", lambda dialog: note(f"dialog: {dialog.message}"))

    def close(self):
        """Closes what is open. What a page did not finish because of it is no fault of the page."""
        open_contexts, self.contexts, self.shared = self.contexts, [], {}
        for context in open_contexts:
            context.close()
