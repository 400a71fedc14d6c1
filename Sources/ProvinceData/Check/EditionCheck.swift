internal import Scoring
internal import Text

/// A node of a scoring framework with the keys that it was read from.
struct LocatedScoringNode {
  let node: ScoringNode
  let keys: MappingReader
  let children: [LocatedScoringNode]
}

/// Checks the sums of a scoring framework, as far as its maxima are known.
struct EditionCheck {
  let edition: Edition
  let keys: MappingReader

  /// Nil unless it is known and can be right.
  private var total: ExactDecimal? { edition.total.flatMap { $0 > .zero ? $0 : nil } }

  func run(_ components: [LocatedScoringNode]) {
    checkComponents()
    for component in components { checkChildren(of: component) }
    checkBlocks()
    checkRemainder()
  }

  private func checkComponents() {
    guard let total, !edition.components.isEmpty else { return }
    let known = edition.components.compactMap { $0.maximum?.value.value }
    let isComplete = known.count == edition.components.count
    guard isComplete ? known.sum != total : known.sum >= total else { return }
    keys.report(.editionMaximaSum(sum: known.sum.description, total: total.description), "components")
  }

  private func checkChildren(of located: LocatedScoringNode) {
    let node = located.node
    let known = node.children.compactMap { $0.maximum?.value.value }
    if let maximum = node.maximum?.value.value, !known.isEmpty,
      known.count == node.children.count ? known.sum != maximum : known.sum > maximum
    {
      let rule = Rule.editionChildrenSum(
        node: node.code.description, sum: known.sum.description, total: maximum.description)
      located.keys.report(rule, "maximum")
    }
    if let maximum = node.maximum?.value.value, let appraisal = node.appraisalMaximum?.value.value,
      appraisal > maximum
    {
      let rule = Rule.pointsOverMaximum(points: appraisal.description, maximum: maximum.description)
      located.keys.report(rule, "appraisal_maximum")
    }
    for child in located.children { checkChildren(of: child) }
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
    keys.report(rule, key)
  }

  private func checkBlocks() {
    check(
      edition.blocks.map { $0.maximum?.value.value }, sumTo: total,
      LocalizedText(vi: "Điểm tối đa của các khối", en: "The maxima of the blocks"), at: "blocks")
    check(
      edition.parts.map { $0.maximum?.value.value }, sumTo: total,
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
    guard let remainder = edition.remainder, let total else { return }
    let unknown = edition.components.filter { $0.maximum == nil }.map(\.code)
    let expected = total - edition.components.compactMap { $0.maximum?.value.value }.sum
    guard Set(unknown) != Set(remainder.components) || expected != remainder.maximum else { return }
    func text(_ maximum: ExactDecimal, _ codes: [NodeCode]) -> String {
      "\(maximum) (\(codes.sorted().map(\.description).joined(separator: ", ")))"
    }
    let rule = Rule.editionRemainder(
      stated: text(remainder.maximum, remainder.components), expected: text(expected, unknown))
    keys.report(rule, "remainder")
  }
}
