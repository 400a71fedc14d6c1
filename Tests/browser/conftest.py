"""What all browser tests share: the site, Chromium, and the choice of pages. DEVELOPING.md says how to run them."""

import pathlib
import shutil

import pytest
from playwright.sync_api import sync_playwright

from support.server import Server
from support.site import Site
from support.verdict import expect_none
from support.visits import Visits

SITE = pytest.StashKey[Site]()
COUNTS = []


def pytest_addoption(parser):
    group = parser.getgroup("site")
    group.addoption("--site", help="folder of the built site")
    group.addoption("--all", action="store_true", help="every page, where else one of each kind stands for the others")
    group.addoption("--show", action="store_true", help="show the browser, slowly")


def pytest_configure(config):
    folder = config.getoption("--site")
    if not folder or not pathlib.Path(folder).is_dir():
        raise pytest.UsageError("--site names no folder with a built site; scripts/test-browser builds one.")
    try:
        config.stash[SITE] = Site(folder)
    except ValueError as fault:
        raise pytest.UsageError(str(fault)) from fault


def pytest_generate_tests(metafunc):
    """Gives a test its pages, by the name that it asks for."""
    site, is_all = metafunc.config.stash[SITE], metafunc.config.getoption("--all")
    choices = {
        "every_page": lambda: site.pages if is_all else site.longest_of_each_kind(),
        "page_of_kind": site.longest_of_each_kind,
        "sample": site.one_language_of_each_kind,
        "page_with_marks": lambda: site.longest_of_each_kind(holding='class="cite"'),
        "page_with_badges": lambda: site.one_language_of_each_kind(holding='class="verdict '),
        "plan": lambda: [page for page in (site.longest_of_each_kind() if is_all else site.one_language_of_each_kind())
                         if page.kind == "plan"],
    }
    for name, choose in choices.items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, choose(), ids=repr)


@pytest.fixture(scope="session")
def site(request):
    return request.config.stash[SITE]


@pytest.fixture(scope="session")
def is_all(request):
    return request.config.getoption("--all")


@pytest.fixture(scope="session")
def chromium(request):
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        pytest.exit("Chromium was not found (on Debian, the package chromium; make setup PURPOSE=test installs it).", 1)
    is_shown = request.config.getoption("--show")
    pause = 500 if is_shown else 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=not is_shown, slow_mo=pause)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(site):
    with Server(site.folder) as server:
        yield server.address


@pytest.fixture(scope="session")
def all_visits(chromium, address):
    visits = Visits(chromium, address)
    yield visits
    visits.close()


@pytest.fixture
def visits(all_visits):
    """Opens pages of the site. What one says on the console, or asks for and does not get, fails the test."""
    all_visits.noise.clear()
    yield all_visits
    expect_none(all_visits.noise)


@pytest.fixture
def broken(chromium, address):
    """Shows pages that are wrong on purpose, for the proof that a check can fail."""
    visits = Visits(chromium, address)
    yield visits
    visits.close()


@pytest.fixture
def count(record_property):
    """Keeps a figure for the end of the run."""
    return lambda name, value: record_property("count", f"{name}: {value}")


def pytest_terminal_summary(terminalreporter):
    counts = [text for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
              for name, text in report.user_properties if name == "count"]
    if counts:
        terminalreporter.section("counts")
        for text in sorted(set(counts)):
            terminalreporter.line(text)
