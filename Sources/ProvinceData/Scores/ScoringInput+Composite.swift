package import Robustness
package import Scoring
package import Text

extension ScoringInput {
  /// The index that a framework and its scores form.
  package struct Composite: Sendable {
    /// The index; nil when there are errors.
    package let index: CompositeIndex?
    /// The problems of the combination, each at the row or cell that it concerns.
    package let findings: [Finding]
  }

  /// Combines framework and scores; no index and no findings when either could not be read.
  ///
  /// - Parameter minimumCoverage: the least share of the weight, 0 to 1, that the known values of a ranked unit
  ///   cover.
  package func composite(minimumCoverage: Double = 0) -> Composite {
    guard let framework, let table, let places else { return Composite(index: nil, findings: []) }
    let log = FindingLog()
    func report(_ rule: Rule, code: String, column: String = "code") {
      log.report(rule, in: places.framework.file, at: places.framework[code, column])
    }
    func report(_ rule: Rule, scoresOf code: String) {
      guard let position = places.scores.position(of: code) else { return report(rule, code: code) }
      log.report(rule, in: places.scores.file, at: position)
    }
    func report(_ rule: Rule, unit: String, code: String = "unit") {
      log.report(rule, in: places.scores.file, at: places.scores.position(of: unit, code))
    }
    do throws(CompositeFaults) {
      let index = try CompositeIndex(
        framework: framework, table: table, minimumCoverage: minimumCoverage)
      for indicator in index.leftOut { report(.indexLeftOut(indicator), scoresOf: indicator.code) }
      for unit in index.unranked { report(.indexUnranked(unit, minimum: minimumCoverage), unit: unit.unit) }
      for node in index.nodes {
        let keys = node.column == nil ? ["direction", "normalise"] : ["aggregate"]
        for key in keys where places.framework.has(node.code, key) {
          report(.methodWithoutEffect(key: key, code: node.code), code: node.code, column: key)
        }
      }
      return Composite(index: index, findings: log.sorted)
    } catch {
      for fault in error.faults {
        switch fault {
        case .scoresAtTwoLevels(let code, _): report(.indexFault(fault), scoresOf: code)
        case .maximumUnknown(let code): report(.indexFault(fault), code: code, column: "max_points")
        case .lowerIsBetterWithoutScale(let code): report(.indexFault(fault), code: code, column: "direction")
        case .notPositive(let unit, let code), .outOfRange(let unit, let code),
          .negativeValue(let unit, let code):
          report(.indexFault(fault), unit: unit, code: code)
        case .nothingToRank: log.report(.indexFault(fault), in: places.scores.file, at: .start)
        }
      }
      return Composite(index: nil, findings: log.sorted)
    }
  }

  /// The standard errors of an index of this input, in the unit of the raw values: `[column][unit]`; nil where none
  /// is given.
  package func standardErrors(for index: CompositeIndex) -> [[Double?]] {
    index.leaves.map { leaf in index.units.map { standardErrors[$0]?[index.nodes[leaf.node].code] } }
  }
}

extension Framework {
  /// Whether the nodes have points that are added without weights or transformations, so that scores are exact
  /// decimals.
  package var isPlainPoints: Bool {
    !isWeighted
      && nodes.allSatisfy {
        $0.normalisation == .none && !$0.lowerIsBetter && $0.aggregation == .arithmetic
      }
  }
}
