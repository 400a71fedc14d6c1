internal import Files
internal import Scoring

/// The data that questions are answered from; pages do not see them. A class, so that its many holders share one
/// reference.
package final class SiteInputs: Sendable {
  /// The data and everything computed from them.
  let model: SiteModel
  let example: ExampleResults
  /// The digest of the text of each authored page as first read, by its file.
  let authored: [String: ContentDigest]

  package init(model: SiteModel, example: ExampleResults, source: SiteSource) {
    self.model = model
    self.example = example
    authored = Dictionary(source.pages.map { ($0.file, $0.body) }, uniquingKeysWith: { first, _ in first })
  }

  var dataset: Dataset { model.dataset }
}
