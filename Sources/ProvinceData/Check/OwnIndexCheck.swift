internal import Scoring
internal import Text

/// Finds figures of an index about what it does not score: a province's own index scores the units of that province and
/// nothing else, any other index scores none.
struct OwnIndexCheck {
  let context: ParseContext
  let catalogue: Catalogue

  func check(
    _ column: ValueColumn<Identifier<Entity>>, index id: Identifier<IndexDescription>?,
    measure: PublishedFigure.FigureMeasure?, node: ValueColumn<String>
  ) {
    guard let index = catalogue.indexes.first(where: { $0.id == id?.rawValue }) else { return }
    checkSubject(column, index)
    if index.province != nil, let measure, [.band, .groupCount].contains(measure) { checkBand(node, index) }
  }

  private func checkSubject(_ column: ValueColumn<Identifier<Entity>>, _ index: IndexDescription) {
    guard let entity = column.value, context.identifiers.knows(.subject, entity.rawValue), !isIncomplete
    else { return }
    let province = catalogue.unitProvinces[entity]
    // An unknown province is an error of its own.
    let isKnown = [province, index.province].allSatisfy {
      $0.map { context.identifiers.knows(.province, $0.rawValue) } ?? true
    }
    guard province != index.province, isKnown else { return }
    let rule = Rule.figureOwnIndex(
      entity: entity.rawValue, index: index.id, province: index.province?.rawValue)
    context.report(rule, at: column.position)
  }

  private func checkBand(_ column: ValueColumn<String>, _ index: IndexDescription) {
    let bands = index.bands.map(\.id)
    let node = column.value ?? ""
    guard !bands.contains(node) else { return }
    let rule = Rule.referenceUnknown(
      kind: .band, value: node, nearest: NearestWord.find(node, in: bands))
    context.report(rule, at: column.position)
  }

  /// Whether a file with units or provinces could not be read.
  private var isIncomplete: Bool {
    context.identifiers.isIncomplete(.subject) || context.identifiers.isIncomplete(.province)
  }
}
