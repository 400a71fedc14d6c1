internal import Foundation
internal import Pages
internal import Scoring
internal import Text

/// The checks on one finished page.
struct PageCheck: Sendable {
  private let language: LanguageCheck

  /// - Parameter allowedNames: proper names that are allowed on pages of either language.
  init(dataset: Dataset, allowedNames: [String]) {
    language = LanguageCheck(dataset: dataset, allowedNames: allowedNames)
  }

  /// Everything besides the page that the checks depend on, for the layout fingerprint.
  var inputs: [String] { language.knownNames }

  /// Reports missing labels, addresses that mislead or are loaded from elsewhere, words of the other language and
  /// figures without a source.
  func rules(of page: Page, _ finished: FinishedPage) -> [Rule] {
    let missing = page.content.charts.reduce(into: Self.missingLabels(in: finished.html)) {
      $0.formUnion(Self.missingLabels(in: Data($1.svg.utf8)))
    }
    var rules = missing.sorted().map { Rule.textMissing($0) }
    rules += finished.body.brokenRules.sorted {
      $0.finding(in: "").message.en < $1.finding(in: "").message.en
    }
    if !page.head.quotesBothLanguages {
      let texts = [page.head.title, page.head.description] + finished.body.texts
      if let words = language.foreignWords(in: texts, of: page.head.language) {
        rules.append(.otherLanguage(words, page.head.language))
      }
    }
    if !Self.unsourcedAllowed(page.head.route) {
      rules += Set(finished.body.unsourced).sorted().map { .figureUnsourced($0) }
    }
    return rules
  }

  /// These pages are about data files rather than figures.
  private static func unsourcedAllowed(_ route: Route) -> Bool {
    switch route {
    case .dataFile, .dataDictionary, .sources: true
    default: false
    }
  }

  private static func missingLabels(in text: Data) -> Set<String> {
    guard text.withUnsafeBytes({ Labels.isMissingMark(in: $0) }) else { return [] }
    let pieces = String(decoding: text, as: UTF8.self).components(separatedBy: Labels.missingMark)
    return Set(pieces.dropFirst().map { String($0.prefix { $0 != "\u{27E7}" }) })
  }
}
