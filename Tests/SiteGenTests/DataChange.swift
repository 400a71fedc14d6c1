import Foundation
import ProvinceData
import Scoring
import TestSupport
import Testing

@testable import Pages
@testable import SiteGen

/// A correct change of the data as people make it. The values it writes fit whatever the live data are.
struct DataChange: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// Changes a copy of the data, and returns a file of the site and the text that it contains afterwards.
  let apply: @Sendable (DataCopy) throws -> (file: String, words: String)

  private init(
    _ description: String, _ apply: @escaping @Sendable (DataCopy) throws -> (file: String, words: String)
  ) {
    testDescription = description
    self.apply = apply
  }

  static let all = [
    outcome, mendedValue, source, plan, publishedFigure, scorecardRow, province,
  ]

  static let outcome = DataChange("an outcome is appended") { copy in
    let data = copy.dataset
    let province = try #require(data.comparedProvinces.first)
    let indicators = data.indicators.filter { $0.unit == .percent && $0.publishedAs == nil }
    let choices = indicators.flatMap { indicator in (2000...2024).reversed().map { (indicator, $0) } }
    let taken = Set(data.outcomes.filter { $0.entity == province }.map { "\($0.indicator) \($0.year)" })
    let (indicator, year) = try #require(choices.first { !taken.contains("\($0.0.id) \($0.1)") })
    try copy.append(
      to: "provinces/\(province)/outcomes.csv",
      [
        "entity": province.rawValue, "year": "\(year)", "period": "full-year",
        "indicator": indicator.id.rawValue,
        "denominator": indicator.denominators.first?.id.rawValue ?? "",
        "level": try #require(indicator.levels.first).rawValue, "bound": "exact", "value": "51.75",
        "statement_vi": "Năm \(year), chỉ số đạt 51,75%.",
        "statement_en": "In \(year) the figure reached 51.75% in Chợ Rã.",
        "source": try #require(data.sources.first).id.rawValue,
      ])
    return ("data/outcomes.csv", "In \(year) the figure reached 51.75% in Chợ Rã.")
  }

  static let mendedValue = DataChange("a value is mended") { copy in
    let outcome = try #require(copy.dataset.outcomes.first { isPlain($0, in: copy.dataset) })
    let old = outcome.value.description
    let new = String(old.dropLast()) + (old.hasSuffix("1") ? "2" : "1")
    func comma(_ number: String) -> String { number.replacing(".", with: ",") }
    try copy.edit(outcome.line.file) { text in
      var lines = text.components(separatedBy: "\n")
      let line = lines[outcome.line.line - 1]
      lines[outcome.line.line - 1] = line.replacing(comma(old), with: comma(new)).replacing(old, with: new)
      return lines.joined(separator: "\n")
    }
    return ("data/outcomes.csv", ",exact,\(new),")
  }

  /// Whether the outcome is an undisputed percentage with decimals.
  private static func isPlain(_ outcome: Outcome, in dataset: Dataset) -> Bool {
    guard outcome.value.decimals > 0, outcome.value.value > ExactDecimal(1) else { return false }
    guard [.single, .ownStatement, .confirmed].contains(outcome.confidence), outcome.bound == .exact else {
      return false
    }
    return dataset.indicator(outcome.indicator)?.unit == .percent
  }

  static let source = DataChange("a source is added") { copy in
    let file = try #require(copy.dataset.sources.first).line.file
    try copy.edit(file) { text in
      text + """
          - id: nguon-moi-cua-kiem-thu
            title: Báo cáo kết quả cải cách hành chính
            publisher: Ủy ban nhân dân huyện Ba Bể
            date: 2024-12-20
            kind: primary
            language: vi
            copy: true
            note:
              vi: Đọc bản in tại thị trấn Chợ Rã.
              en: Read on paper in Chợ Rã, a town of Ba Bể district.

        """
    }
    return ("data/sources.csv", "nguon-moi-cua-kiem-thu")
  }

  static let plan = DataChange("a plan with five targets is added") { copy in
    let data = copy.dataset
    let province = try #require(data.comparedProvinces.first)
    let indicators = data.indicators.filter { $0.unit == .percent && $0.publishedAs == nil }.prefix(5)
    try #require(indicators.count == 5)
    let goals = [
      "comparator: \">=\"\n    value: 95\n    unit: percent\n    deadline: 2022",
      "comparator: \">\"\n    value: 30\n    unit: percent\n    deadline: 2022-06",
      "comparator: qualitative\n    deadline: 2022",
      "comparator: relative\n    unit: percent\n    baseline: {year: 2021, relation: \">\"}\n    deadline: 2022",
      "comparator: \">=\"\n    unit: percent\n    stages:\n      - {by: 2022-06, value: 40}\n      - {by: 2022-12, value: 80}",
    ]
    let targets = zip(indicators, goals).enumerated().map { number, pair in
      let (indicator, goal) = pair
      let denominator = indicator.denominators.isEmpty ? "" : "\n    denominator: unstated"
      return """
          - id: chi-tieu-kiem-thu-\(number + 1)
            indicator: \(indicator.id)\(denominator)
            level: \(indicator.levels.first?.rawValue ?? "all")
            statement: {vi: Việc thứ \(number + 1) phải xong, en: "Task \(number + 1) has to be done"}
            \(goal)
            locator: {vi: mục \(number + 1), en: section \(number + 1)}

        """
    }
    try copy.write(
      "provinces/\(province)/plans/ke-hoach-kiem-thu.yaml",
      """
      id: ke-hoach-kiem-thu
      entity: \(province)
      title: {vi: Kế hoạch để kiểm thử, en: A plan for testing}
      kind: plan
      scope: administrative-reform
      years: 2022
      source: \(try #require(data.sources.first).id)
      targets:
      \(targets.joined())
      """)
    return ("en/plan/ke-hoach-kiem-thu/index.html", "Task 5 has to be done")
  }

  static let publishedFigure = DataChange("a published figure is added") { copy in
    let data = copy.dataset
    let ofProvinces = Set(data.indexes.filter { $0.province == nil }.map(\.id))
    let template = try #require(data.published.last { isPlain($0) && ofProvinces.contains($0.index) })
    let places = data.entities.filter { $0.kind == .province }.map(\.id)
    let choices = places.flatMap { place in (2012...2024).reversed().map { (place, $0) } }
    let taken = Set(data.published.filter { $0.index == template.index }.map { "\($0.entity) \($0.year)" })
    let (entity, year) = try #require(choices.first { !taken.contains("\($0.0) \($0.1)") })
    let file = data.entity(entity)?.hasProfile == true ? "provinces/\(entity)" : "national"
    try copy.append(
      to: file + "/published.csv",
      [
        "entity": entity.rawValue, "year": "\(year)", "index": template.index, "measure": "score",
        "value": try #require(template.value).description, "unit": template.unit.rawValue,
        "source": template.citations[0].source.rawValue,
        "note_en": "A figure for testing.",
        "note_vi": "Số để kiểm thử.",
      ])
    return ("data/published.csv", "A figure for testing.")
  }

  /// Whether the figure is the undisputed score of a whole index.
  private static func isPlain(_ figure: PublishedFigure) -> Bool {
    guard figure.measure == .score, figure.value != nil, figure.node == "" else { return false }
    return [.single, .ownStatement, .confirmed].contains(figure.confidence) && figure.bound == .exact
  }

  static let scorecardRow = DataChange("a row of a scorecard is added") { copy in
    let data = copy.dataset
    let province = try #require(data.comparedProvinces.first)
    let year = try #require(
      data.editions.flatMap(\.years).first { year in
        !data.scorecardEntries.contains { $0.entity == province && $0.year == year }
      })
    try copy.append(
      to: "provinces/\(province)/scorecards.csv",
      [
        "entity": province.rawValue, "year": "\(year)", "node": "total", "basis": "full", "percent": "81.25",
        "source": try #require(data.sources.first).id.rawValue,
        "note_vi": "Điểm để kiểm thử.", "note_en": "Points for testing.",
      ])
    return ("data/scorecards.csv", "Points for testing.")
  }

  static let province = DataChange("a province with a profile is added") { copy in
    try copy.write(
      "provinces/tinh-kiem-thu/profile.yaml",
      """
      id: tinh-kiem-thu
      name: {vi: Kiểm Thử, en: Kiểm Thử}
      kind: province
      citations:
        - source: \(try #require(copy.dataset.sources.first).id)
          for: {vi: tên gọi, en: the name}
      """ + "\n")
    try copy.edit("toolkit.yaml") { $0.replacing("provinces: [", with: "provinces: [tinh-kiem-thu, ") }
    return ("tinh/tinh-kiem-thu/index.html", "Kiểm Thử")
  }
}

/// A copy of the live data that a test changes.
struct DataCopy: Sendable {
  private let folder: TemporaryFolder
  /// The data before the change.
  let dataset: Dataset

  init() throws {
    folder = try TemporaryFolder()
    try folder.copy(Repository.liveData, to: "Data")
    dataset = try #require(try DataLoader(folder: Repository.liveData).load().dataset)
  }

  var url: URL { folder.url.appending(path: "Data") }

  func remove() { folder.remove() }

  func write(_ path: String, _ text: String) throws { try folder.write("Data/" + path, text) }

  func edit(_ path: String, _ change: (String) -> String) throws {
    try folder.edit("Data/" + path) { text in
      let changed = change(text)
      try #require(changed != text, "Nothing was changed.")
      return changed
    }
  }

  /// Appends a row to a table; a new table begins with the header of its kind.
  func append(to path: String, _ cells: [String: String]) throws {
    let name = (path as NSString).lastPathComponent
    let like = try #require(dataset.files.first { ($0.path as NSString).lastPathComponent == name })
    let header = try #require(like.lines.first)
    let row = header.split(separator: ",", omittingEmptySubsequences: false).map { column in
      let cell = cells[String(column)] ?? ""
      return cell.contains(",") ? "\"\(cell)\"" : cell
    }
    let columns = Set(header.split(separator: ",").map(String.init))
    try #require(Set(cells.keys).isSubset(of: columns), "A column has another name.")
    let text = (try? folder.text("Data/" + path)) ?? header + "\n"
    try write(path, text + row.joined(separator: ",") + "\n")
  }
}
