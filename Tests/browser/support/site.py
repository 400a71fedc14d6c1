"""The built site as files: which pages it has, and which of them stand for the others."""

import pathlib
import re
from typing import NamedTuple

HEAD = re.compile(r'<html lang="(\w+)".*?<body class="page-([\w-]+)"', re.DOTALL)


class SitePage(NamedTuple):
    place: str
    kind: str
    language: str
    text: str

    def __repr__(self):
        return f"{self.kind} {self.language} {self.place}"


class Site:
    """All pages, found by the class of their body. Those that only lead on, and charts for frames, stand apart."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.pages = []
        self.moved = []
        self.embedded = []
        for path in sorted(self.folder.rglob("*.html")):
            text = path.read_text(encoding="utf-8")
            place = path.relative_to(self.folder).as_posix()
            found = HEAD.search(text)
            if not found:
                raise ValueError(f"{place} has no language or no kind.")
            page = SitePage(place, found[2], found[1], text)
            {"moved": self.moved, "embedded": self.embedded}.get(page.kind, self.pages).append(page)
        if not self.pages:
            raise ValueError(f"{folder} holds no page.")

    def longest_of_each_kind(self, holding=""):
        """Sorted by kind, then language. With `holding` only of pages that have this text."""
        longest = {}
        for page in self.pages:
            if holding not in page.text:
                continue
            key = (page.kind, page.language)
            if key not in longest or len(page.text) > len(longest[key].text):
                longest[key] = page
        return [longest[key] for key in sorted(longest)]

    def one_language_of_each_kind(self, holding=""):
        """The same, in one language a kind, which are taken in turn."""
        kinds = {}
        for page in self.longest_of_each_kind(holding):
            kinds.setdefault(page.kind, []).append(page)
        return [pages[index % len(pages)] for index, pages in enumerate(kinds.values())]
