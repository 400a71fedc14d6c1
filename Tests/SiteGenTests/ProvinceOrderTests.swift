import GFM
import Parallel
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// The law that silence never looks better than a miss: whatever outcomes are known, provinces stand in the declared
/// order wherever a page puts them one after another. So no outcome that is added lowers a province.
struct ProvinceOrderTests {
  private static let source = SiteBuilder.Texts(of: Repository.site).source

  /// The provinces in each heading that names them, each header of a table, and each list of them in a lead.
  private static func orders(_ data: Dataset) throws -> (orders: [String: [[String]]], text: String) {
    let inputs = SiteInputs(model: SiteModel(data), example: try FrozenSite.example(), source: source)
    let context = PageContext(
      language: .vietnamese, inputs: inputs, labels: source.labels(in: .vietnamese))
    let writers: [any PageWriter] = [OverviewPages(), ProvinceListPage(), PlanListPage(), ComparePages()]
    var (orders, all) = ([String: [[String]]](), "")
    for draft in writers.flatMap({ $0.drafts(context) }) {
      let text = try draft.write(context).body.text
      all += text
      let lines = text.split(separator: "\n")
      let headings = lines.filter { $0.hasPrefix("## [") || $0.hasPrefix("### [") }.flatMap(provinces)
      // Below the header of a table stands a line of dashes.
      let headers = zip(lines, lines.dropFirst()).filter { $1.hasPrefix("| -") || $1.hasPrefix("|-") }
        .map { provinces($0.0) }
      let lead = lines.first.map(provinces) ?? []
      orders[draft.head.route.file(in: .vietnamese)] = ([headings, lead] + headers).filter { !$0.isEmpty }
    }
    return (orders, all)
  }

  private static func provinces(_ line: Substring) -> [String] {
    line.matches(of: /\(\/tinh\/([a-z0-9-]+)\/\)/).map { String($0.output.1) }
  }

  private static func copy(_ data: Dataset, outcomes: [Outcome]) -> Dataset {
    Dataset(
      asOf: data.asOf, comparedProvinces: data.comparedProvinces, scorecardIndex: data.scorecardIndex,
      sources: data.sources, publishers: data.publishers, entities: data.entities,
      unitGroups: data.unitGroups, indicators: data.indicators, editions: data.editions,
      indexes: data.indexes, plans: data.plans, outcomes: outcomes, published: data.published,
      scorecardEntries: data.scorecardEntries, changes: data.changes, files: data.files)
  }

  /// An outcome for each target of a province in the year of its deadline.
  private static func answers(_ data: Dataset, _ province: Identifier<Entity>, _ value: Int) -> [Outcome] {
    data.targets.filter { $0.entity == province }.map { target in
      Outcome(
        entity: province, indicator: target.indicator, denominator: target.denominator, level: target.level,
        year: target.deadline.lastDay.year, period: .fullYear, asOf: nil, bound: .exact,
        value: PrintedDecimal(ExactDecimal(value), decimals: 0), listSize: nil, statement: nil,
        citations: [target.citation], contradictedBy: [], confidence: .single, note: nil, line: target.line)
    }
  }

  @Test func noOutcomeMovesAProvince() throws {
    let data = try FrozenSite.dataset()
    let declared = data.comparedProvinces.map(\.rawValue)
    let real = try Self.orders(data)
    var variants =
      [[]]
      + (0..<4).map { part in
        data.outcomes.indices.filter { $0 % 4 != part }.map { data.outcomes[$0] }
      }
    for province in data.comparedProvinces {
      variants += [0, 100].map { data.outcomes + Self.answers(data, province, $0) }
      variants.append(data.outcomes.filter { $0.entity != province })
    }
    let others = try variants.parallelMap { try Self.orders(Self.copy(data, outcomes: $0)) }
    for other in others { #expect(other.orders == real.orders) }
    // The outcomes do change what the pages say, so the test can fail.
    #expect(others.contains { $0.text != real.text })
    for (file, orders) in real.orders {
      let isPair = file.hasPrefix("so-sanh/") && file != "so-sanh/index.html"
      #expect(!orders.isEmpty, "\(file)")
      for order in orders {
        let compared = order.filter(declared.contains)
        #expect(compared == (isPair ? compared.sorted() : declared.filter(order.contains)), "\(file)")
      }
    }
  }
}
