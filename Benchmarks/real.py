"""Times the commands on the real data: a whole build, builds again, and the server."""

import time
import types
import urllib.request

from common import Bar, Run, Table, edits, median, written
from working_copy import Messages, Server, WorkingCopy, stop

# Seconds, and megabytes.
LONGEST_BUILD = 1
LARGEST_BUILD = 150
LONGEST_UNCHANGED = 0.06
LONGEST_EDIT = 0.12
LONGEST_MESSAGE = 0.2

PROFILE = "Data/provinces/hai-duong/profile.yaml"
PAGE = "/en/province/hai-duong/"
WORDS = ("Department of Home Affairs", "Department of Inner Affairs")


def measure(command, folder, runs):
    copy = WorkingCopy(folder)

    def build(number):
        return Run([command, "build", "--out", folder / f"out-{number}"], copy.folder)

    # The first run fills the file cache and is not counted.
    fresh = [build(number) for number in range(runs + 1)]
    pages = written(fresh[0])
    Table.title(f"The real data, {pages} pages")
    Table.row(
        "build into a fresh folder", fresh[1:], pages,
        bars=[Bar("wall", median(fresh[1:], "wall"), LONGEST_BUILD),
              Bar("MB", median(fresh[1:], "megabytes"), LARGEST_BUILD)])
    again = [build(number + 1) for number in range(runs)]
    Table.row("again, nothing changed", again, bars=[Bar("wall", median(again, "wall"), LONGEST_UNCHANGED)])
    edited = edits(copy.edit_target, lambda: build(0), runs)
    Table.row("one target edited", edited, bars=[Bar("wall", median(edited, "wall"), LONGEST_EDIT)])
    told = served(command, copy, runs)
    Table.row("serve: from the save to the reload", told, bars=[Bar("wall", median(told, "wall"), LONGEST_MESSAGE)])


def served(command, copy, runs):
    """Listens as a page does and looks at the changed page. Processor time and memory are those of the server."""
    path, told = copy.folder / PROFILE, []
    with Server(command, copy) as server:
        messages = Messages(server.port)
        messages.next()
        for edit in range(runs):
            old, new = WORDS[edit % 2], WORDS[1 - edit % 2]
            text = path.read_text(encoding="utf-8")
            if old not in text:
                stop(f"{PROFILE} no longer has the words that are edited.")
            before, start = server.processor, time.perf_counter()
            path.write_text(text.replace(old, new), encoding="utf-8")
            if messages.next().get("findings"):
                stop("the edited data have errors.")
            wall = time.perf_counter() - start
            told.append(types.SimpleNamespace(
                wall=wall, processor=server.processor - before, megabytes=server.kilobytes / 1024))
            shown = urllib.request.urlopen(f"http://127.0.0.1:{server.port}{PAGE}").read().decode()
            if new not in shown:
                stop("the page does not show the edit.")
            time.sleep(0.3)
    return told
