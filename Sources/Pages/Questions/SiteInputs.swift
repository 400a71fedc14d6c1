internal import Files
internal import Scoring
internal import Text

/// The data that questions are answered from; pages do not see them. A class, so that its many holders share one
/// reference.
package final class SiteInputs: Sendable {
  /// The data and everything computed from them.
  let model: SiteModel
  let example: ExampleResults
  /// The digest of the text of each authored page as first read, by its file.
  let authored: [String: ContentDigest]

  let publication: Publication
  /// The authored pages and the terms of the glossary, in each language.
  let authoredPlaces: InBothLanguages<[NamedPlace]>

  /// - Parameter baseURL: the address of the site that the command was given.
  package init(model: SiteModel, example: ExampleResults, source: SiteSource, baseURL: String? = nil) {
    self.model = model
    self.example = example
    publication = Publication(source.identity, baseURL: baseURL)
    authoredPlaces = InBothLanguages { language in
      source.pages.filter { $0.language == language }.flatMap { page in
        [NamedPlace(name: page.title, path: page.path, isTerm: false)]
          + page.terms.map { NamedPlace(name: $0.name, path: page.path + "#" + $0.id, isTerm: true) }
      }
    }
    authored = Dictionary(source.pages.map { ($0.file, $0.body) }, uniquingKeysWith: { first, _ in first })
  }

  var dataset: Dataset { model.dataset }
}
