internal import Scoring

extension Edition {
  /// Reports maxima that do not sum to the total, as far as they are known.
  func checkSums(_ record: Record) {
    guard let total else { return }
    checkComponents(total, record)
    checkBlocks(blocks, key: "blocks", total, record)
    checkBlocks(parts, key: "parts", total, record)
    for pair in blockComponents { checkBlockComponent(pair, record) }
  }

  private func checkComponents(_ total: ExactDecimal, _ record: Record) {
    let known = components.compactMap(\.maximum?.value.value)
    let unknown = Set(components.filter { $0.maximum == nil }.map(\.code))
    if !components.isEmpty, unknown.isEmpty, known.sum != total {
      record.report(.editionMaximaSum(what: nil, sum: "\(known.sum)", total: "\(total)"), key: "total")
    }
    guard let remainder else { return }
    let left = total - known.sum
    if Set(remainder.components) != unknown || remainder.maximum != left {
      record.report(
        .editionRemainder(
          stated: "\(remainder.maximum)", computed: "\(left)",
          components: unknown.sorted().map(\.description)), key: "remainder")
    }
  }

  private func checkBlocks(_ blocks: [Block], key: String, _ total: ExactDecimal, _ record: Record) {
    let maxima = blocks.compactMap(\.maximum?.value.value)
    guard !blocks.isEmpty, maxima.count == blocks.count, maxima.sum != total else { return }
    record.report(.editionBlocksSum(what: key, sum: "\(maxima.sum)", total: "\(total)"), key: key)
  }

  private func checkBlockComponent(_ pair: BlockComponent, _ record: Record) {
    let maxima = pair.blocks.compactMap { name in blocks.first { $0.id == name }?.maximum?.value.value }
    guard maxima.count == pair.blocks.count,
      let maximum = components.first(where: { $0.code == pair.component })?.maximum?.value.value,
      maxima.sum != maximum
    else { return }
    record.report(
      .editionBlocksSum(what: "\(pair.component)", sum: "\(maxima.sum)", total: "\(maximum)"),
      key: "block_components")
  }
}
