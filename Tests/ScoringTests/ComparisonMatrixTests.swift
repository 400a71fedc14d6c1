import Scoring
import TestSupport
import Testing
import Text

@Suite struct ComparisonMatrixTests {
  private let provinces: [Identifier<Entity>] = ["first", "second", "third"]
  private let indicator = Targets.indicator(denominators: ["all", "online"])

  private func matrix(_ targets: [Target], _ indicators: [Indicator]? = nil) -> ComparisonMatrix {
    let indicators = indicators ?? [indicator]
    let data = Targets.dataset(indicators: indicators, targets: targets)
    return ComparisonMatrix(
      provinces: provinces, attainments: AttainmentJudge(data).all(), indicators: indicators)
  }

  private func target(
    _ entity: Identifier<Entity>, _ comparator: Goal.Comparator = .atLeast, _ value: Int = 90,
    denominator: Identifier<Indicator.Denominator>? = "all", level: AdministrativeLevel = .all,
    deadline: String = "2024", excludes: LocalizedText? = nil
  ) throws -> Target {
    try Targets.target(
      .threshold(comparator, ExactDecimal(value)), id: Identifier("\(entity)-\(value)-\(level)"),
      entity: entity, denominator: denominator, level: level, deadline: deadline, excludes: excludes)
  }

  private func row(_ targets: [Target]) throws -> ComparisonMatrix.MatrixRow {
    let block = try #require(matrix(targets).blocks.first)
    #expect(block.rows.count == 1)
    return try #require(block.rows.first)
  }

  @Test func likeStandsWithLike() throws {
    let row = try row([target("first"), target("second", value: 100)])
    #expect(row.isShared && row.isLikeWithLike && row.differences.isEmpty)
    #expect(row.cells.map(\.count) == [1, 1, 0])
  }

  private func target(_ entity: Identifier<Entity>, value: Int) throws -> Target {
    try target(entity, .atLeast, value)
  }

  @Test func oneProvinceAloneIsNotAComparison() throws {
    let row = try row([target("first"), target("first", value: 80)])
    #expect(!row.isShared && !row.isLikeWithLike && row.differences.isEmpty)
  }

  @Test func differencesAreNamed() throws {
    let cases: [(Target, ComparisonMatrix.MatrixDifference)] = [
      (try target("second", deadline: "2024-06-30"), .deadline),
      (try target("second", .moreThan), .strictness),
      (try target("second", excludes: LocalizedText(vi: "mật", en: "secrets")), .scope),
    ]
    for (other, difference) in cases {
      let row = try row([target("first"), other])
      #expect(row.differences == [difference] && row.isShared && !row.isLikeWithLike)
    }
  }

  @Test func wordsForTheSameDayAreNoDifference() throws {
    #expect(try row([target("first"), target("second", deadline: "2024-12-31")]).isLikeWithLike)
  }

  @Test func otherDenominatorsAndLevelsAreOtherRows() throws {
    let block = try #require(
      matrix([
        target("first"), target("second", denominator: "online"), target("third", level: .commune),
      ]).blocks.first)
    #expect(block.rows.count == 3 && block.rows.allSatisfy { !$0.isShared })
    #expect(block.differences == [.denominator, .level] && block.provinceCount == 3)
  }

  @Test func unstatedDenominatorsAreNeverLikeWithLike() throws {
    let targets = [
      try target("first", denominator: "unstated"), try target("second", denominator: "unstated"),
    ]
    let row = try row(targets)
    #expect(row.isShared && !row.isLikeWithLike)
    let listed = Targets.indicator(denominators: ["all", "unstated"])
    #expect(matrix(targets, [listed]).blocks.first?.rows.count == 1, "a listed one makes no second row")
  }

  @Test func otherProvincesAreLeftOutAndTheCatalogueOrdersTheBlocks() throws {
    let second = Targets.indicator("second-rate")
    let targets = [
      try Targets.target(.qualitative, entity: "first", indicator: "second-rate"),
      try target("first"), try target("elsewhere"),
    ]
    let matrix = matrix(targets, [indicator, second, Targets.indicator("unused")])
    #expect(matrix.blocks.map(\.indicator.id) == ["rate", "second-rate"])
    #expect(matrix.blocks.first?.provinceCount == 1)
    #expect(matrix.provinces == provinces)
  }

  @Test func differencesDoNotDependOnTheOrder() throws {
    let targets = [
      try target("first"), try target("second", .moreThan, deadline: "2024-06-30"), try target("third"),
    ]
    let one = try row(targets)
    let other = try row(targets.reversed())
    #expect(one.differences == other.differences)
    #expect(one.differences == [.deadline, .strictness])
  }

  @Test func everyDifferenceHasBothNames() {
    for difference in ComparisonMatrix.MatrixDifference.allCases {
      #expect(!difference.name.vi.isEmpty && !difference.name.en.isEmpty)
      #expect(difference.name.vi != difference.name.en)
    }
  }
}
