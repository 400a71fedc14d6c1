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
    guard index?.rawValue == catalogue.scorecardIndex, let node = NodeCode(text),
      let edition = catalogue.edition(for: year), !edition.knows(node)
    else { return }
    let rule = Rule.plausibleUnknownNode(node: text, edition: edition.edition.id.rawValue)
    context.report(rule, at: column.position)
  }
}
