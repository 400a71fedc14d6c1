"""A copy of the sources that is edited, and the server that shows it: for the soak and the benchmarks."""

import http.client
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def stop(text):
    sys.exit(f"{pathlib.Path(sys.argv[0]).name}: {text}")


def change_number(plan, step):
    """Adds to the last digit of the first number that a target of a plan has to reach, without a carry."""
    text = plan.read_text(encoding="utf-8")
    found = re.search(r"value: [\d.]*(\d)\b", text)
    if not found:
        stop(f"no target of {plan} has a number.")
    digit = (int(found[1]) + step) % 10
    plan.write_text(text[: found.start(1)] + str(digit) + text[found.end(1):], encoding="utf-8")


class WorkingCopy:
    """The folders that a site is made of, in a folder of their own."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        for name in ("Data", "site", "Examples"):
            shutil.copytree(ROOT / name, self.folder / name)
        self.plan = sorted((self.folder / "Data/provinces/hai-duong/plans").iterdir())[0]
        self.is_edited = False
        self.layout = self.folder / "site/layouts/page.mustache"

    def edit_target(self):
        """Changes what a target has to reach; the next edit changes it back."""
        change_number(self.plan, 9 if self.is_edited else 1)
        self.is_edited = not self.is_edited

    def edit_layout(self):
        """Adds a comment to the layout, so that every page is another, or takes it away."""
        text, comment = self.layout.read_text(encoding="utf-8"), "<!-- edited --></body>"
        changed = text.replace(comment, "</body>") if comment in text else text.replace("</body>", comment)
        self.layout.write_text(changed, encoding="utf-8")


class Server:
    """"parindex serve" over a working copy."""

    def __init__(self, command, copy):
        log = copy.folder / "log"
        with open(log, "w") as errors:
            self.process = subprocess.Popen([command, "serve", "--port", "0"], cwd=copy.folder, stderr=errors)
        while not (found := re.search(r"http://127\.0\.0\.1:(\d+)", log.read_text())):
            if self.process.poll() is not None:
                stop(log.read_text())
            time.sleep(0.01)
        self.port = int(found[1])

    @property
    def processor(self):
        """Seconds of processor time up to now."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def kilobytes(self):
        """Memory in use now."""
        lines = pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))

    @property
    def open_files(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


class Messages:
    """What the server says to an open page, which only listens."""

    def __init__(self, port):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", "/.parindex/live")
        self.events = connection.getresponse()
        if self.events.status != 200:
            stop("the server refused the connection.")

    def next(self):
        while line := self.events.readline():
            if line.startswith(b"data: "):
                return json.loads(line[6:])
        stop("the server closed the connection.")
