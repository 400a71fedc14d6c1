internal import Files
internal import Scoring

/// What questions are answered from. Pages do not see it. A class, so that the many that hold it share it by one
/// reference.
package final class SiteInputs: Sendable {
  /// The data and everything computed from them.
  let model: SiteModel
  /// What is computed from the worked example.
  let example: ExampleResults
  /// The digest of the text that people wrote for a page, as it was first read, by its file.
  let authored: [String: ContentDigest]

  package init(model: SiteModel, example: ExampleResults, source: SiteSource) {
    self.model = model
    self.example = example
    authored = Dictionary(source.pages.map { ($0.file, $0.body) }, uniquingKeysWith: { first, _ in first })
  }

  var dataset: Dataset { model.dataset }
}
