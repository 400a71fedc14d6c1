"""Writes synthetic national data: make_data.py NEW-FOLDER [--provinces N] [--years N] [--communes N] [--commune-years N]

63 made-up provinces x 15 years x 88 leaves, each with an outcome, a target and points of a scorecard, and outcomes of
3,321 made-up communes x 5 years. The folder has the form that Data/README.md describes and is valid by
`parindex validate`. Every name says that it is synthetic; nothing of it stands for any place, and it is never written
into Data/. The same numbers give the same bytes on any machine.
"""

import argparse
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from common import Draw  # noqa: E402

COMPONENTS = 8
LEAVES = 11  # of each component
LAST_YEAR = 2025
# The communes report one leaf of each component.
COMMUNE_LEAF = 1


def write(folder, path, text):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def both(vi, en):
    return f"{{vi: {vi}, en: {en}}}"


def leaves():
    return [(component, leaf) for component in range(1, COMPONENTS + 1) for leaf in range(1, LEAVES + 1)]


def indicator(component, leaf):
    return f"synthetic_{component}_{leaf}"


def decimal(hundredths, mark="."):
    return f"{hundredths // 100}{mark}{hundredths % 100:02d}"


def maximum(leaf):
    """Hundredths of a point: ten leaves of 1.10 and one of 1.50 make 12.50, eight components 100."""
    return 150 if leaf == LEAVES else 110


def write_catalogue(folder, years):
    write(folder, "indexes.yaml", (
        "# SYNTHETIC: made up by Benchmarks/national, stands for nothing.\n"
        "indexes:\n  - id: PAR\n"
        "    name: {vi: Chỉ số giả định (PAR Index), en: Synthetic PAR Index}\n"
        "    publisher: {vi: Bộ giả định, en: Synthetic ministry}\n"
        "    scale: {vi: \"Phần trăm, từ 0 đến 100\", en: \"Percent, 0 to 100\"}\n    better: higher\n"))
    for component in range(1, COMPONENTS + 1):
        lines = ["indicators:"]
        for leaf in range(1, LEAVES + 1):
            lines += [
                f"  - id: {indicator(component, leaf)}",
                f"    name: {both(f'Chỉ số giả định {component}.{leaf}', f'Synthetic indicator {component}.{leaf}')}",
                "    unit: percent",
                "    direction: higher",
                f"    component: LV{component}",
                "    levels: [all, commune]",
                "    denominators:",
                "      - id: all-synthetic",
                "        name: {vi: phần đếm giả định trên tổng giả định, en: synthetic part over synthetic whole}",
            ]
        write(folder, f"indicators/lv{component}.yaml", "\n".join(lines) + "\n")
    lines = [
        "id: synthetic-criteria",
        "name: {vi: Bộ tiêu chí giả định, en: Synthetic criteria set}",
        f"date: {years[0] - 1}-12-01",
        f"effective: {years[0] - 1}-12-01",
        f"years: [{', '.join(map(str, years))}]",
        "years_status: {status: single, sources: [synthetic-decision]}",
        "total: 100",
        "components:",
    ]
    backed = "status: single, sources: [synthetic-decision]"
    for component in range(1, COMPONENTS + 1):
        lines += [
            f"  - code: LV{component}",
            f"    name: {both(f'Lĩnh vực giả định {component}', f'Synthetic component {component}')}",
            "    maximum: 12.5",
            "    status: single",
            "    sources: [synthetic-decision]",
            "    criteria:",
        ]
        for leaf in range(1, LEAVES + 1):
            name = both(f"Tiêu chí giả định {component}.{leaf}", f"Synthetic criterion {component}.{leaf}")
            lines.append(
                f"      - {{code: LV{component}.{leaf}, name: {name}, maximum: {decimal(maximum(leaf))}, {backed}}}")
    lines += ["blocks: []", "groups: []", "not_applicable: leaves-both"]
    write(folder, "editions/synthetic-criteria.yaml", "\n".join(lines) + "\n")


def write_sources(folder, provinces, years):
    lines = ["sources:"]
    sources = [("synthetic-decision", "Quyết định giả định", "Bộ giả định", f"{years[0] - 1}-12-01")]
    for province in range(1, provinces + 1):
        for year in years:
            sources.append((
                report(province, year), f"Báo cáo giả định số {province} năm {year}", f"Tỉnh giả định {province}",
                f"{year}-12-31"))
    for name, title, publisher, day in sources:
        lines += [
            f"  - id: {name}", f"    title: {title}", f"    publisher: {publisher}", f"    date: {day}",
            "    kind: primary", "    language: vi", "    copy: true",
            "    note: {vi: Nguồn giả định; không có thật., en: A synthetic source; there is no such document.}"]
    write(folder, "sources/synthetic.yaml", "\n".join(lines) + "\n")


def report(province, year):
    return f"synthetic-report-{province:02d}-{year}"


def write_province(folder, province, years, with_tables):
    name = f"synthetic-{province:02d}"
    place = f"provinces/{name}"
    draw = Draw(province)
    write(folder, f"{place}/profile.yaml", "\n".join([
        f"id: {name}",
        f"name: {both(f'Tỉnh giả định {province}', f'Tỉnh giả định {province}')}",
        "kind: province",
        "region: synthetic-region",
        "citations:",
        "  - source: synthetic-decision",
        "    for: {vi: mọi điều giả định, en: everything synthetic}",
    ]) + "\n")
    outcomes = [OUTCOME_HEADER]
    scorecards = [SCORECARD_HEADER]
    for year in years:
        source = report(province, year)
        total = 0
        parts = []
        for component in range(1, COMPONENTS + 1):
            plan = [
                f"id: {name}-lv{component}-{year}",
                f"entity: {name}",
                "title:",
                f"  vi: Kế hoạch giả định {province} về lĩnh vực {component} năm {year}",
                f"  en: Synthetic plan {province} for component {component} in {year}",
                "kind: plan",
                "scope: administrative-reform",
                f"years: {year}",
                f"number: {province:02d}{component}/KH-GIA-DINH",
                f"date: {year}-01-{component + 1:02d}",
                f"source: {source}",
                "targets:",
            ]
            points = 0
            for leaf in range(1, LEAVES + 1):
                target = 5_000 + draw.below(4_501)
                result = 4_500 + draw.below(5_501)
                plan += [
                    f"  - id: {name}-{year}-{component}-{leaf}",
                    f"    indicator: {indicator(component, leaf)}",
                    f"    component: LV{component}",
                    "    level: all",
                    "    statement:",
                    f"      vi: Chỉ tiêu giả định {component}.{leaf} đạt từ {decimal(target, ',')}% trở lên trong năm {year}",
                    f"      en: Synthetic target {component}.{leaf} is at {decimal(target)}% or more in {year}",
                    "    comparator: \">=\"",
                    f"    value: {decimal(target)}",
                    "    unit: percent",
                    f"    deadline: {year}",
                    f"    locator: {both(f'mục {component}.{leaf}', f'section {component}.{leaf}')}",
                ]
                outcomes.append(
                    f"{name},{year},full-year,,{indicator(component, leaf)},,all,exact,{decimal(result)},,"
                    f"\"Năm {year}, chỉ số giả định {component}.{leaf} đạt {decimal(result, ',')}%.\","
                    f"Synthetic indicator {component}.{leaf} stood at {decimal(result)}% in {year}.,"
                    f"{source},\"mục {component}, dòng {leaf}\",\"section {component}, line {leaf}\",,,,,")
                own = maximum(leaf) * result // 10_000
                points += own
                parts.append((f"LV{component}.{leaf}", own, maximum(leaf), source))
            parts.append((f"LV{component}", points, 1_250, source))
            total += points
            write(folder, f"{place}/plans/{name}-lv{component}-{year}.yaml", "\n".join(plan) + "\n")
        for node, own, most, source in [("total", total, 10_000, source), *parts]:
            scorecards.append(
                f"{name},{year},{node},full,,,{decimal(own)},{decimal(most)},,,,,{source},,,,,,,,")
    if not with_tables:
        return
    write(folder, f"{place}/outcomes.csv", "\n".join(outcomes) + "\n")
    write(folder, f"{place}/scorecards.csv", "\n".join(scorecards) + "\n")


OUTCOME_HEADER = (
    "entity,year,period,as_of,indicator,denominator,level,bound,value,list_size,statement_vi,statement_en,source,"
    "locator_vi,locator_en,also_sources,contradicted_by,derived,note_vi,note_en")
SCORECARD_HEADER = (
    "entity,year,node,basis,applies,self_points,points,max_points,percent,bound,rank,list_size,source,also_sources,"
    "contradicted_by,derived,evidence,explanation_vi,explanation_en,note_vi,note_en")


def write_nation(folder, communes, years):
    entities = [
        "entities:", "  - id: synthetic-region", "    name: {vi: Vùng giả định, en: Synthetic region}",
        "    kind: region"]
    outcomes = [OUTCOME_HEADER]
    draw = Draw(1_000_003)
    for commune in range(1, communes + 1):
        name = f"synthetic-commune-{commune:04d}"
        entities += [
            f"  - id: {name}", f"    name: {both(f'Xã giả định {commune}', f'Synthetic commune {commune}')}",
            "    kind: group"]
        for year in years:
            for component in range(1, COMPONENTS + 1):
                result = 4_500 + draw.below(5_501)
                outcomes.append(
                    f"{name},{year},full-year,,{indicator(component, COMMUNE_LEAF)},,commune,exact,{decimal(result)},,"
                    f"\"Năm {year}, chỉ số giả định {component}.1 của xã đạt {decimal(result, ',')}%.\","
                    f"Synthetic indicator {component}.1 of the commune stood at {decimal(result)}% in {year}.,"
                    f"{report(1, year)},\"mục {component}, dòng {commune}\",\"section {component}, line {commune}\","
                    ",,,,")
    write(folder, "national/entities.yaml", "\n".join(entities) + "\n")
    if communes:
        write(folder, "national/outcomes.csv", "\n".join(outcomes) + "\n")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--provinces", type=int, default=63)
    arguments.add_argument("--years", type=int, default=15)
    arguments.add_argument("--communes", type=int, default=3_321)
    arguments.add_argument("--commune-years", type=int, default=5)
    arguments.add_argument("--compared", type=int, default=4, help="how many provinces the comparison shows")
    arguments.add_argument("--without-tables", action="store_true", help="YAML only")
    given = arguments.parse_args()
    if given.folder.exists():
        sys.exit(f"make_data: {given.folder} exists already; nothing is overwritten.")
    years = list(range(LAST_YEAR - given.years + 1, LAST_YEAR + 1))
    compared = ", ".join(f"synthetic-{number:02d}" for number in range(1, min(given.compared, given.provinces) + 1))
    write(given.folder, "toolkit.yaml", (
        "# SYNTHETIC: made up by Benchmarks/national, stands for no place and no document.\n"
        f"as_of: {LAST_YEAR}-12-31\nprovinces: [{compared}]\n"))
    write_catalogue(given.folder, years)
    write_sources(given.folder, given.provinces, years)
    for province in range(1, given.provinces + 1):
        write_province(given.folder, province, years, not given.without_tables)
    write_nation(given.folder, 0 if given.without_tables else given.communes, years[-given.commune_years:])


if __name__ == "__main__":
    main()
