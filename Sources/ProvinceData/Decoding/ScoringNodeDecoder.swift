internal import Scoring

extension ScoringNode {
  /// Reads a component or, inside one, a criterion.
  init?(_ record: Record, parent: NodeCode?) {
    let code = record.nodeCode("code", required: true)
    if let code, !ScoringNode.isChild(code, of: parent) {
      let form = parent.map { "\($0).1" } ?? "LV1"
      record.report(.valueUnknown(record.field("code"), "\(code)", allowed: ["\(form) …"]), key: "code")
    }
    let name = record.localized("name", required: true)
    let maximum = record.maximum()
    let appraisalMaximum = record.maximum(prefix: "appraisal_")
    let criteriaCount = record.integer("criteria_count", in: 0...1000)
    let subcriteriaCount = record.integer("subcriteria_count", in: 0...1000)
    let countSources: [Identifier<Source>] = record.references("count_sources", to: .source)
    let children = record.records("criteria").compactMap { ScoringNode($0, parent: code) }
    let note = record.localized("note")
    record.finish()
    guard let code, let name else { return nil }
    let maxima = children.compactMap(\.maximum?.value.value)
    if let maximum, !children.isEmpty, maxima.count == children.count, maxima.sum != maximum.value.value {
      record.report(
        .editionMaximaSum(what: "\(code)", sum: "\(maxima.sum)", total: "\(maximum.value.value)"),
        key: "maximum")
    }
    self.init(
      code: code, name: name, maximum: maximum, appraisalMaximum: appraisalMaximum,
      criteriaCount: criteriaCount, subcriteriaCount: subcriteriaCount, countSources: countSources,
      children: children, note: note, line: record.place.dataLine)
  }

  private static func isChild(_ code: NodeCode, of parent: NodeCode?) -> Bool {
    guard case .part(let path) = code else { return false }
    guard let parent else { return path.count == 1 }
    guard case .part(let parentPath) = parent else { return false }
    return Array(path.dropLast()) == parentPath
  }
}
