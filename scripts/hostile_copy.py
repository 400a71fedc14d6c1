"""A working copy whose texts are attacks: for scripts/check-hostile."""

import contextlib
import csv
import io
import json
import pathlib
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from dataclasses import dataclass

import yaml

from working_copy import ROOT, stop

HOST = "pwned.invalid"
MARK = "pwned"
RUN = "window.__pwned=1"

# Each is one line and, like most, leads to a finding of its own when a check refuses it.
PAYLOADS = {
    "script": f"<script>{RUN}</script>",
    "broken out of a script or title": f"</title></textarea></style></script><script>{RUN}</script>",
    "onerror after a quote": f"\"><img src=x onerror=\"{RUN}\">",
    "onload after an apostrophe": f"'><svg/onload={RUN}>",
    "an attribute that starts itself": f"\" autofocus tabindex=1 onfocus=\"{RUN}\" x=\"",
    "an attribute after an apostrophe": f"' onmouseover='{RUN}' x='",
    "javascript: in a Markdown link": f"[pwned](javascript:{RUN})",
    "javascript: in mixed case": f"[pwned](JaVaScRiPt:{RUN})",
    "javascript: in entities": f"[pwned](&#106;ava&#x73;cript&colon;{RUN})",
    "javascript: in a definition": f"[pwned][p] [p]: <javascript:{RUN}> 'x'",
    "javascript: in an autolink": f"<javascript:{RUN}>",
    "javascript: in HTML": f"<a href=\" java&Tab;script:{RUN}\">pwned</a><form action=javascript:{RUN}><button>x</button></form>",
    "data: in a link": f"[pwned](data:text/html;base64,PHNjcmlwdD5wYXJlbnQuX19wd25lZD0xPC9zY3JpcHQ+)",
    "a frame with a document": f"<iframe srcdoc=\"<script>parent.__pwned=1</script>\"></iframe>",
    "a frame with javascript:": f"<iframe src=\"javascript:parent.__pwned=1\"></iframe><object data=\"data:text/html,{RUN}\"></object>",
    "entities decoded twice": f"&lt;script&gt;{RUN}&lt;/script&gt; &#60;script&#62;{RUN}&#60;/script&#62;",
    "out of a comment": f"<!-- --><script>{RUN}</script><!-- [ --> --!><img src=x onerror={RUN}> ]",
    "out of code": f"`` ` ``</code><img src=x onerror={RUN}>`",
    "out of a table": f"| pwned | <b onclick={RUN}>x</b> |",
    "out of CDATA": f"]]><x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">{RUN}</x:script>",
    "a script in SVG": f"<svg><script>{RUN}</script><animate onbegin={RUN} attributeName=x dur=1s></svg>",
    "MathML": f"<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror={RUN}&gt;\">",
    "a footnote": f"[^pwned]: <script>{RUN}</script>",
    "a template": "{{{content}}} {{#content}}{{.}}{{/content}} ${7*7} #{7*7} <%= 7*7 %> pwned",
    "what replace() reads": "$& $` $' \\1 %s %00 pwned",
    "a picture of another host": f"![pwned](https://{HOST}/a.png)",
    "a picture in HTML": f"<img src=\"//{HOST}/b.png\" srcset=\"//{HOST}/c.png 2x\">",
    "addresses without marks": f"https://{HOST}/d www.{HOST}/d <https://{HOST}/e> a@{HOST}",
    "a picture in SVG": f"<svg><image href=\"//{HOST}/f.png\"/><use href=\"//{HOST}/g.svg#x\"/></svg>",
    "a style sheet": f"<style>@import \"//{HOST}/h.css\";*{{background:url(//{HOST}/i.png)!important}}</style>",
    "a style sheet that is linked": f"<link rel=stylesheet href=//{HOST}/j.css><link rel=preload as=image href=//{HOST}/k.png>",
    "a meta element": f"<meta http-equiv=\"refresh\" content=\"0;url=//{HOST}/l\"><base href=\"//{HOST}/\">",
    "a script of another host": f"<script src=\"//{HOST}/m.js\"></script>",
    "an attribute in an address": f"https://{HOST}/'onmouseover='{RUN}'x='",
    "a script in an address": f"https://{HOST}/?a=javascript:{RUN}&lt;script&gt;{RUN}#%22%3E%3Cscript%3E{RUN}",
    "a formula": f"=HYPERLINK(\"https://{HOST}/n\",\"pwned\")",
    "a formula with a sign": "+cmd|' /C pwned'!A0",
    "a formula of subtraction": "-1+1 pwned",
    "a formula of a function": "@SUM(1+1) pwned",
    "a formula behind an apostrophe": "'=1+1 pwned",
}

# Keys and columns that people read. In YAML also every key `vi` and `en`.
TEXT_KEYS = {"title", "publisher", "number", "name", "url", "group_name"}
TEXT_COLUMNS = re.compile(r"(statement|locator|note|name|title|how)(_vi|_en)?$")


@dataclass
class Change:
    """One text of a file that is replaced as long as no check refuses it."""

    start: int
    end: int
    text: str
    payload: str
    value: str = ""
    is_on: bool = True
    first_line: int = 0
    last_line: int = 0


class HostileFile:
    """A file with its changes, in order."""

    def __init__(self, path, changes):
        self.path = path
        self.original = path.read_text(encoding="utf-8")
        self.changes = changes

    def write(self):
        parts, place, line = [], 0, 1
        for change in self.changes:
            before = self.original[place:change.start]
            text = change.text if change.is_on else self.original[change.start:change.end]
            line += before.count("\n")
            change.first_line = line
            line += text.count("\n")
            change.last_line = line
            parts += [before, text]
            place = change.end
        self.path.write_text("".join(parts) + self.original[place:], encoding="utf-8")

    def refuse(self, line):
        """Takes back the changes that a finding on a line can be about; whether there were any."""
        on = [change for change in self.changes if change.is_on]
        about = [change for change in on if change.first_line <= line <= change.last_line]
        if not about:
            # A rule may name the start of a record or the key above.
            about = sorted(on, key=lambda change: abs(change.first_line - line))[:1]
        for change in about:
            change.is_on = False
        return bool(about)


class Attack:
    """Deals the payloads out in turn, so that each stands in many fields."""

    def __init__(self, payloads=PAYLOADS, start=0):
        self.names = list(payloads)
        self.payloads = payloads
        self.count = start

    def next(self, original, keeps_original=False):
        """The name of a payload, and a text with it: before the original, behind it, or alone."""
        name = self.names[self.count % len(self.names)]
        # Every payload takes every place in the course of three rounds.
        place = (self.count + self.count // len(self.names)) % 3
        if keeps_original:
            place -= place % 2
        self.count += 1
        payload = self.payloads[name]
        if name.startswith("a formula"):
            place = 0 if keeps_original else min(place, 1)
        return name, [f"{payload} {original}".strip(), payload, f"{original} {payload}".strip()][place]


def yaml_changes(path, attack, keys=TEXT_KEYS, are_labels=False):
    text = path.read_text(encoding="utf-8")
    changes = []

    def scalar(node, key):
        if node.value and (are_labels or key in keys or key in ("vi", "en")):
            name, changed = attack.next("" if key == "url" else node.value, keeps_original=are_labels)
            end = node.end_mark.index
            if node.style in ("|", ">"):
                return
            quoted = json.dumps(changed, ensure_ascii=False)
            changes.append(Change(node.start_mark.index, end, quoted, name, node.value))

    def walk(node, key=""):
        if isinstance(node, yaml.MappingNode):
            for name, value in node.value:
                walk(value, name.value)
        elif isinstance(node, yaml.SequenceNode):
            for value in node.value:
                walk(value, key)
        elif node is not None:
            scalar(node, key)

    walk(yaml.compose(text, Loader=yaml.SafeLoader))
    changes.sort(key=lambda change: change.start)
    # Comments are shown with the file.
    name, changed = attack.next("")
    changes.append(Change(len(text), len(text), f"# {changed}\n", name))
    return changes


def csv_changes(path, attack, is_text=TEXT_COLUMNS.match):
    """One change a row, because a record is the smallest part with a place in the text."""
    text = path.read_text(encoding="utf-8")
    changes, place = [], 0
    header = None
    lines = text.splitlines(keepends=True)
    source = iter(lines)
    reader = csv.reader(source)
    consumed = 0
    for row in reader:
        length = sum(len(line) for line in lines[consumed:reader.line_num])
        consumed = reader.line_num
        if header is None:
            header = row
        else:
            cells, names = list(row), []
            for index, column in enumerate(header[:len(row)]):
                # A note may be empty in both languages or in neither.
                if is_text(column) and row[index]:
                    name, cells[index] = attack.next(row[index])
                    names.append(name)
            if names:
                out = io.StringIO()
                csv.writer(out, lineterminator="\n").writerow(cells)
                changes.append(Change(place, place + length, out.getvalue(), ", ".join(names)))
        place += length
    for change in changes:
        # The line end belongs to the record, but the next record begins behind it.
        if text[change.end - 1:change.end] == "\n" and change.text.endswith("\n"):
            change.end -= 1
            change.text = change.text[:-1]
    return changes


def text_changes(path, kind, attack):
    """The changes of a file below `site/pages` or `site/strings`."""
    if not attack.payloads:
        return []
    return page_changes(path, attack) if kind == "pages" else yaml_changes(path, attack, are_labels=True)


def page_changes(path, attack):
    """Title and description, and all Markdown behind the text."""
    text = path.read_text(encoding="utf-8")
    changes = []
    for match in re.finditer(r"^(title|description): (.*)$", text.split("\n---\n")[0], re.MULTILINE):
        name, changed = attack.next(match[2].strip("\""))
        changes.append(Change(match.start(2), match.end(2), json.dumps(changed, ensure_ascii=False), name))
    for index, (name, payload) in enumerate(attack.payloads.items()):
        # As a paragraph, inside one, in a heading, a list, a table.
        frame = ["\n{}\n", "\nA1, {} 2.\n", "\n## {}\n", "\n- {}\n", "\n| 1 |\n|---|\n| {} |\n"]
        for shape in {index % 5, 0}:
            changes.append(Change(len(text), len(text), frame[shape].format(payload), name))
    return changes


class HostileCopy:
    """Fills the texts of a working copy, and leaves out what the checks refuse."""

    def __init__(self, command, folder, payloads=PAYLOADS):
        self.command = command
        self.folder = pathlib.Path(folder)
        self.files = {}
        self.payloads = payloads
        self.refused = {}
        self.refusals = Counter()

    def fill(self):
        """Fills texts and data, until there is a site of them in `_site`."""
        # Language is not what is checked here.
        self.allow_names(self.payloads.values())
        refused = {"pages": self.refused_by_pages(), "strings": self.refused_by_labels()}
        attacks = {kind: Attack({name: text for name, text in self.payloads.items() if name not in names})
                   for kind, names in refused.items()}
        self.refused = {kind: len(names) for kind, names in refused.items()}
        data = Attack(self.payloads)
        for path in sorted(self.folder.rglob("*")):
            place = path.relative_to(self.folder).as_posix()
            kind = place.split("/")[1] if place.startswith("site/") else ""
            if kind == "" and path.suffix == ".csv":
                self.files[place] = HostileFile(path, csv_changes(path, data))
            elif kind == "" and path.suffix == ".yaml":
                self.files[place] = HostileFile(path, yaml_changes(path, data))
            elif kind in attacks and path.suffix in (".md", ".yaml"):
                self.files[place] = HostileFile(path, text_changes(path, kind, attacks[kind]))
        while findings := self.findings():
            is_changed = False
            for finding in findings:
                self.refusals[finding["rule"]] += 1
                file = self.files.get(finding["file"])
                is_changed |= file is not None and file.refuse(finding["line"])
            if not is_changed:
                stop(f"the checks refuse what was not changed: {findings[:3]}")
        self.build()

    def allow_names(self, names):
        with open(self.folder / "site/names.txt", "a", encoding="utf-8") as file:
            file.writelines(f"{name}\n" for name in names)

    def refused_by_pages(self):
        """The payloads that no authored page may have. Each stands on a page of its own, to which findings lead."""
        names, refused = list(self.payloads), set()
        files = sorted((self.folder / "site/pages/vi").glob("*.md"))
        for first in range(0, len(names), len(files)):
            with self.trial() as site:
                owners = {}
                for file, name in zip(files, names[first:]):
                    for path in (site / "pages/vi" / file.name, site / "pages/en" / file.name):
                        HostileFile(path, text_changes(path, "pages", Attack({name: self.payloads[name]}))).write()
                        address = re.search("^path: /(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)[1]
                        owners[address] = name
                run = self.build_trial(site)
                found = re.findall(r"site/(\S*)index\.html:\d+:\d+: error", run.stdout + run.stderr)
                if run.returncode and not found or not set(found) <= set(owners):
                    stop(f"there is no site with attacks on authored pages:\n{run.stderr[-2000:]}")
                refused |= {owners[address] for address in found}
        return refused

    def refused_by_labels(self):
        """The payloads that no label may have: those with places to fill, as far as there is nothing to fill in."""
        refused = set()
        for name in (name for name, text in self.payloads.items() if "{" in text):
            with self.trial() as site:
                for path in sorted((site / "strings").rglob("*.yaml")):
                    HostileFile(path, text_changes(path, "strings", Attack({name: self.payloads[name]}))).write()
                if self.build_trial(site).returncode:
                    refused.add(name)
        return refused

    @contextlib.contextmanager
    def trial(self):
        with tempfile.TemporaryDirectory() as folder:
            yield pathlib.Path(shutil.copytree(self.folder / "site", folder + "/site"))

    def build_trial(self, site):
        frozen = str(ROOT / "Tests/Frozen/Data")
        return self.run("build", "--data", frozen, "--site", str(site), "--out", str(site.parent / "out"), "--lang", "en")

    def findings(self):
        """The errors in the data."""
        for file in self.files.values():
            file.write()
        found = json.loads(self.run("validate", "--format", "json").stdout)["findings"]
        return [finding for finding in found if finding["severity"] == "error"]

    def build(self):
        # A name that was changed is no longer known as one.
        self.allow_names(change.value for change in self.changes if change.value)
        run = self.run("build", "--base-url", "https://vi-du.vn/", "--lang", "en")
        if run.returncode:
            errors = re.findall("^.*: error .*$", run.stdout + run.stderr, re.MULTILINE)
            stop("there is no site:\n" + "\n".join(errors[:20]))

    @property
    def changes(self):
        return [change for file in self.files.values() for change in file.changes]

    def run(self, *arguments):
        return subprocess.run([self.command, *arguments], cwd=self.folder, capture_output=True, text=True)
