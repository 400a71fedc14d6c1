internal import Scoring
internal import Text

/// The sums that hold in a scoring framework, as far as its maxima are known.
struct EditionCheck {
  let edition: Edition
  let record: Record
  let reader: Reader

  func run() {
    checkComponents()
    for (component, entry) in zip(edition.components, record.records("components")) {
      checkChildren(of: component, entry)
    }
    checkBlocks()
    checkRemainder()
  }

  private func checkComponents() {
    guard let total = edition.total, !edition.components.isEmpty else { return }
    let known = edition.components.compactMap { $0.maximum?.value.value }
    let isComplete = known.count == edition.components.count
    guard isComplete ? known.sum != total : known.sum >= total else { return }
    reader.report(
      .editionMaximaSum(sum: known.sum.description, total: total.description), record, "components")
  }

  private func checkChildren(of node: ScoringNode, _ entry: Record) {
    let known = node.children.compactMap { $0.maximum?.value.value }
    if let maximum = node.maximum?.value.value, !known.isEmpty,
      known.count == node.children.count ? known.sum != maximum : known.sum > maximum
    {
      let rule = Rule.editionChildrenSum(
        node: node.code.description, sum: known.sum.description, total: maximum.description)
      reader.report(rule, entry, "maximum")
    }
    if let maximum = node.maximum?.value.value, let appraisal = node.appraisalMaximum?.value.value,
      appraisal > maximum
    {
      let rule = Rule.pointsOverMaximum(points: appraisal.description, maximum: maximum.description)
      reader.report(rule, entry, "appraisal_maximum")
    }
    for (child, childEntry) in zip(node.children, entry.records("criteria")) {
      checkChildren(of: child, childEntry)
    }
  }

  private func maximum(ofBlock id: String) -> ExactDecimal? {
    edition.blocks.first { $0.id == id }?.maximum?.value.value
  }

  private func check(
    _ blocks: [ExactDecimal?], sumTo total: ExactDecimal?, _ what: LocalizedText, at key: String
  ) {
    let known = blocks.compactMap { $0 }
    guard let total, !blocks.isEmpty, known.count == blocks.count, known.sum != total else { return }
    let rule = Rule.editionBlocksSum(what: what, sum: known.sum.description, total: total.description)
    reader.report(rule, record, key)
  }

  private func checkBlocks() {
    check(
      edition.blocks.map { $0.maximum?.value.value }, sumTo: edition.total,
      LocalizedText(vi: "Điểm tối đa của các khối", en: "The maxima of the blocks"), at: "blocks")
    check(
      edition.parts.map { $0.maximum?.value.value }, sumTo: edition.total,
      LocalizedText(vi: "Điểm tối đa của các phần", en: "The maxima of the parts"), at: "parts")
    for combined in edition.combinedBlocks {
      check(
        combined.blocks.map(maximum(ofBlock:)), sumTo: combined.maximum.value.value,
        LocalizedText(vi: "Các khối của “\(combined.id)”", en: "The blocks of “\(combined.id)”"),
        at: "combined_blocks")
    }
    for pair in edition.blockComponents {
      let component = edition.components.first { $0.code == pair.component }
      check(
        pair.blocks.map(maximum(ofBlock:)), sumTo: component?.maximum?.value.value,
        LocalizedText(vi: "Các khối của \(pair.component)", en: "The blocks of \(pair.component)"),
        at: "block_components")
    }
  }

  private func checkRemainder() {
    guard let remainder = edition.remainder, let total = edition.total else { return }
    let unknown = edition.components.filter { $0.maximum == nil }.map(\.code)
    let expected = total - edition.components.compactMap { $0.maximum?.value.value }.sum
    guard Set(unknown) != Set(remainder.components) || expected != remainder.maximum else { return }
    func text(_ maximum: ExactDecimal, _ codes: [NodeCode]) -> String {
      "\(maximum) (\(codes.sorted().map(\.description).joined(separator: ", ")))"
    }
    let rule = Rule.editionRemainder(
      stated: text(remainder.maximum, remainder.components), expected: text(expected, unknown))
    reader.report(rule, record, "remainder")
  }
}
