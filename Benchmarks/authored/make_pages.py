"""Writes made-up pages as a site of ours and of Hugo:
make_pages.py --pages N [--ours FOLDER --data FOLDER] [--along FOLDER] [--hugo FOLDER]

N pages in all, half of them Vietnamese and half their English twins, of about 3 KB of Markdown with one table of
twelve rows each. The same N gives the same bytes on any machine. The text is made of words drawn at random, so that
nobody takes it for information; it is never written into site/ or Data/.

`--ours` has the layout, the labels and the assets of site/, and of its pages only the two that generated pages lead
to, their text made up; `--data` is the least data that is valid, without a province or a figure: as many made-up
criteria sets as a feed has entries, so that there is a feed. Every name in it says that it is synthetic. `--along`
has all of site/, for a build with the real data.
"""

import argparse
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from common import Draw  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
SITE = HERE.parent.parent / "site"
WORDS = {
    "vi": (
        "cải cách hành chính công khai minh bạch hiệu quả người dân doanh nghiệp dịch vụ trực tuyến hồ sơ thủ tục một "
        "cửa liên thông chỉ số điểm kế hoạch tỉnh huyện xã năm tháng quý báo cáo đánh giá mức độ hài lòng cơ quan đơn "
        "vị cán bộ tổ chức bộ máy tài chính chính quyền điện tử").split(),
    "en": (
        "reform administration open public service quality people business online file procedure office score index "
        "result plan target year month level report review province district commune survey staff budget digital "
        "government deadline record check answer table column measure share rank").split(),
}
HEADINGS = {"vi": "Phần", "en": "Part"}
TITLES = {"vi": "Trang mẫu", "en": "Sample page"}
DESCRIPTIONS = {"vi": "Trang dựng thử số", "en": "Made-up page number"}
COLUMNS = {
    "vi": ["Đơn vị", "Chỉ tiêu", "Kết quả", "Nhận xét"],
    "en": ["Unit", "Target", "Result", "Remark"],
}
# The pages of site/ that generated pages lead to, and the place on the first that they lead to.
NEEDED = ["method", "rank-intervals"]
NEEDED_PLACE = "status-single"
FEED_ENTRIES = 30
SECTIONS = 5
ROWS = 12
# Letters that take two or three bytes make Vietnamese pages longer for the same number of words.
WORDS_PER_PARAGRAPH = {"vi": 34, "en": 29}


def sentence(words, count, draw):
    text = " ".join(words[draw.below(len(words))] for _ in range(count))
    return text[0].upper() + text[1:] + "."


def body(language, number, twins, is_linked=True):
    """The Markdown of a page below its front matter; one that is linked has links to others."""
    draw = Draw(number)
    words = WORDS[language]
    prefix = "/en" if language == "en" else ""
    parts = []
    for section in range(1, SECTIONS + 1):
        heading = f"## {HEADINGS[language]} {section}: {words[draw.below(len(words))]}"
        other = draw.below(twins)
        count = WORDS_PER_PARAGRAPH[language]
        bold = f"{sentence(words, count, draw)} **{words[draw.below(len(words))]}**"
        label = f"{words[draw.below(len(words))]} {other}"
        link = f"[{label}]({prefix}/p/p{other:06d}/)" if is_linked else label
        paragraph = f"{bold} {link}. {sentence(words, count, draw)}"
        parts += [heading, paragraph]
    columns = COLUMNS[language]
    rows = ["| " + " | ".join(columns) + " |", "| --- | ---: | ---: | --- |"]
    for row in range(1, ROWS + 1):
        decimal = "," if language == "vi" else "."
        target = f"{draw.below(100)}{decimal}{draw.below(10)}"
        result = f"{draw.below(100)}{decimal}{draw.below(10)}"
        remark = " ".join(words[draw.below(len(words))] for _ in range(3))
        rows.append(f"| {words[draw.below(len(words))]} {row} | {target} | {result} | {remark} |")
    return "\n\n".join(parts + ["\n".join(rows)]) + "\n"


def front_matter(language, number, fields):
    lines = [f"title: {TITLES[language]} {number}", f"description: {DESCRIPTIONS[language]} {number}"]
    return "---\n" + "\n".join(lines + fields) + "\n---\n\n"


def write(folder, language, number, fields, text):
    folder = folder / language / "p"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"p{number:06d}.md").write_text(front_matter(language, number, fields) + text, encoding="utf-8")


def write_needed_pages(pages):
    for language in ("vi", "en"):
        for number, name in enumerate(NEEDED):
            page = (SITE / "pages" / language / f"{name}.md").read_text(encoding="utf-8")
            header = page.split("---\n")[1]
            place = f"\n## {NEEDED_PLACE} {{#{NEEDED_PLACE}}}\n"
            file = pages / language / f"{name}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"---\n{header}---\n{place}\n{body(language, number, 1, False)}", encoding="utf-8")


def write_data(folder):
    """The least data that `parindex validate` finds valid, see Data/README.md, and dated documents for a feed."""
    mark = "# SYNTHETIC: made up by Benchmarks/authored, stands for nothing.\n"
    files = {
        "toolkit.yaml": "as_of: 2025-12-31\nprovinces: []\n",
        "indexes.yaml": "indexes: []\n",
        "national/entities.yaml": "entities: []\n",
        "sources/synthetic.yaml":
            "sources:\n  - id: synthetic\n    title: Synthetic source\n    kind: secondary\n    language: en\n",
    }
    for number in range(1, FEED_ENTRIES + 1):
        files[f"editions/synthetic-{number:02d}.yaml"] = (
            f"id: synthetic-{number:02d}\n"
            f"name: {{vi: Bộ tiêu chí giả định {number}, en: Synthetic criteria set {number}}}\n"
            f"date: 2020-01-{number:02d}\nyears: [{2030 + number}]\n"
            "years_status: {status: single, sources: [synthetic]}\n"
            "not_applicable: leaves-both\ncomponents: []\n")
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(mark + text, encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--pages", type=int, required=True)
    arguments.add_argument("--ours", type=pathlib.Path, help="a new folder, for parindex build --site")
    arguments.add_argument("--data", type=pathlib.Path, help="a new folder, for parindex build --data")
    arguments.add_argument("--along", type=pathlib.Path, help="a new folder, for parindex build --site")
    arguments.add_argument("--hugo", type=pathlib.Path, help="a new folder, for hugo --source")
    given = arguments.parse_args()
    if given.pages < 0 or given.pages % 2:
        sys.exit("make_pages: each page has a twin, so --pages is an even number.")
    twins = given.pages // 2
    if given.ours:
        shutil.copytree(SITE, given.ours, ignore=shutil.ignore_patterns("pages"))
        write_needed_pages(given.ours / "pages")
    if given.data:
        write_data(given.data)
    if given.along:
        shutil.copytree(SITE, given.along)
    if given.hugo:
        shutil.copytree(HERE / "hugo", given.hugo)
        shutil.copytree(SITE / "assets", given.hugo / "static" / "assets")
        for language, title in (("vi", "Tổng quan"), ("en", "Overview")):
            for name in ("_index.md", "p/_index.md"):
                page = given.hugo / "content" / language / name
                page.parent.mkdir(parents=True, exist_ok=True)
                page.write_text(f"---\ntitle: {title}\ndescription: {title}\n---\n", encoding="utf-8")
    for number in range(twins):
        for language in ("vi", "en"):
            text = body(language, number, twins)
            prefix = "/en" if language == "en" else ""
            for site in filter(None, (given.ours, given.along)):
                fields = [f"id: p{number:06d}", f"path: {prefix}/p/p{number:06d}/"]
                write(site / "pages", language, number, fields, text)
            if given.hugo:
                # A date of its own, so that the feed has an order; ours dates nothing that has no document.
                day = f"date: {2011 + number % 15}-{number // 15 % 12 + 1:02d}-{number // 180 % 28 + 1:02d}"
                write(given.hugo / "content", language, number, [day], text)


if __name__ == "__main__":
    main()
