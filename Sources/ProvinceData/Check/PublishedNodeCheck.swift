internal import Scoring
internal import Text

/// Finds nodes of published figures that no index has.
struct PublishedNodeCheck {
  let context: ParseContext
  let catalogue: Catalogue

  func check(_ column: ValueColumn<String>, index: Identifier<IndexDescription>?, year: Int?) {
    guard let text = column.value, let year else { return }
    let isWritten = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || "-.: ".unicodeScalars.contains($0)
    }
    let isPath = text.contains("..")
    guard isWritten && !isPath else {
      return context.report(.plausiblePublishedNode(node: text), at: column.position)
    }
    // Editions are about one index only.
    guard let index = index?.rawValue, let framework = catalogue.scorecardIndex, let node = NodeCode(text)
    else { return }
    guard index == framework else {
      let rule = Rule.plausibleForeignNode(node: text, index: index, framework: framework)
      return context.report(rule, at: column.position)
    }
    guard let edition = catalogue.edition(for: year) else { return }
    let unknown = Rule.plausibleUnknownNode(node: text, edition: edition.edition.id.rawValue)
    guard let rule = edition.knows(node) ? edition.fault(of: node) : unknown else { return }
    context.report(rule, at: column.position)
  }
}
