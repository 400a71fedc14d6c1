internal import GFM
internal import Pages
package import Scoring
package import Text

/// The command-line report that compares the targets of several provinces with their outcomes.
package struct ComparisonReport: Sendable {
  private let dataset: Dataset
  private let matrix: ComparisonMatrix
  private let language: Language
  /// The promise of each target that is part of one.
  private let promises: [Identifier<Target>: Promise]

  /// - Parameters:
  ///   - provinces: the columns, in order; each must be in the dataset.
  ///   - year: selects targets measured in this year, including stages; nil for all.
  package init(_ dataset: Dataset, provinces: [Identifier<Entity>], year: Int?, language: Language) {
    self.dataset = dataset
    self.language = language
    let all = AttainmentJudge(dataset).all()
    promises = Promise.all(in: all).reduce(into: [:]) { promises, promise in
      for part in promise.parts { promises[part.target.id] = promise }
    }
    let attainments = all.filter { attainment in
      guard let year else { return true }
      return attainment.target.year == year
        || attainment.judgements.contains { $0.stage?.by.year == year }
    }
    matrix = ComparisonMatrix(
      provinces: provinces, attainments: attainments, indicators: dataset.indicators)
  }

  /// Whether no province has a target.
  package var isEmpty: Bool { matrix.blocks.isEmpty }

  /// The report as text columns.
  package var text: String { table.text }

  /// The report as a GFM table.
  ///
  /// - Throws: never for a table of this report; otherwise the error of the writer.
  package var markdown: String { get throws { try table.markdown } }

  /// An array with one object for each indicator, denominator and level.
  package var json: String { JSONValue.array(matrix.blocks.flatMap(rows)).document }

  private var table: ReportTable {
    let vi = language == .vietnamese
    let names = matrix.provinces.map { dataset.entity($0)?.name[language] ?? $0.rawValue }
    let columns =
      [(vi ? "Chỉ số" : "Indicator", "indicator"), (vi ? "Cấp" : "Level", "level")]
      + zip(names, matrix.provinces).map { ($0, $1.rawValue) } + [
        (vi ? "Khác nhau" : "Differs in", "differs")
      ]
    let rows = matrix.blocks.flatMap { block in
      block.rows.map { row -> [ReportTable.ReportCell] in
        let differences = (row.differences + block.differences).map { $0.name[language] }
        return [
          ReportTable.ReportCell(name(of: block, row)),
          ReportTable.ReportCell(AttainmentWording.level(row.level)[language]),
        ] + row.cells.map { ReportTable.ReportCell(cell($0)) } + [
          ReportTable.ReportCell(differences.joined(separator: "; "))
        ]
      }
    }
    return ReportTable(columns: columns, rows: rows)
  }

  private func name(of block: ComparisonMatrix.MatrixBlock, _ row: ComparisonMatrix.MatrixRow) -> String {
    guard block.indicator.denominators.count > 1, let id = row.denominator else {
      return block.indicator.name[language]
    }
    return "\(block.indicator.name[language]) [\(id.rawValue)]"
  }

  private func cell(_ attainments: [Attainment]) -> String {
    if attainments.isEmpty { return "–" }
    return attainments.map { attainment in
      let goal = AttainmentWording.goal(attainment.target.goal, unit: attainment.target.unit)[language]
      let verdict = attainment.verdict.name[language]
      let answers = attainment.answers.map {
        AttainmentWording.value($0, unit: attainment.indicator.unit)[language]
      }
      let outcome = answers.isEmpty ? "" : " (" + answers.joined(separator: " | ") + ")"
      return "\(attainment.target.year): \(goal) → \(verdict)\(outcome)\(whole(of: attainment))"
    }.joined(separator: "; ")
  }

  /// The verdict on the whole promise where the target is one of several parts, or that it is not counted.
  private func whole(of attainment: Attainment) -> String {
    guard let promise = promises[attainment.target.id] else {
      return language == .vietnamese ? " [không đếm]" : " [not counted]"
    }
    guard promise.parts.count > 1 else { return "" }
    let verdict = promise.verdict.name[language]
    return language == .vietnamese ? " [cả lời hứa: \(verdict)]" : " [whole promise: \(verdict)]"
  }

  private func rows(of block: ComparisonMatrix.MatrixBlock) -> [JSONValue] {
    block.rows.map { row in
      .object([
        ("indicator", .string(block.indicator.id.rawValue)),
        ("denominator", row.denominator.map { .string($0.rawValue) } ?? .null),
        ("level", .string(row.level.rawValue)),
        ("likeWithLike", .bool(row.isLikeWithLike)),
        ("differences", .array((row.differences + block.differences).map { .string($0.rawValue) })),
        (
          "provinces",
          .array(
            zip(matrix.provinces, row.cells).map { province, cell in
              .object([
                ("province", .string(province.rawValue)), ("targets", .array(cell.map(target))),
              ])
            })
        ),
      ])
    }
  }

  private func target(_ attainment: Attainment) -> JSONValue {
    let target = attainment.target
    return .object([
      ("target", .string(target.id.rawValue)), ("year", .number(String(target.year))),
      ("deadline", .string(target.deadline.description)),
      ("goal", .string(AttainmentWording.goal(target.goal, unit: target.unit)[language])),
      ("verdict", .string(attainment.verdict.rawValue)),
      ("promise", attainment.promise.map { .string($0.rawValue) } ?? .null),
      ("promiseVerdict", promises[target.id].map { .string($0.verdict.rawValue) } ?? .null),
      ("counted", .bool(attainment.isCounted)), ("scope", .string(attainment.scope.rawValue)),
      ("rulesVersion", .string(Verdict.rulesVersion)),
      (
        "outcomes",
        .array(
          attainment.answers.map { outcome in
            .object([
              ("value", .number(outcome.value.value.description)), ("bound", .string(outcome.bound.rawValue)),
              ("confidence", .string(outcome.confidence.rawValue)),
              ("dataLine", .string("\(outcome.line.file):\(outcome.line.line)")),
            ])
          })
      ),
      ("explanation", .string(attainment.explanation[language])),
      ("dataLine", .string("\(target.line.file):\(target.line.line)")),
    ])
  }
}
