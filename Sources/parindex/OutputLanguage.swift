internal import ArgumentParser
internal import Text

/// `--lang vi|en`.
enum OutputLanguage: String, ExpressibleByArgument, CaseIterable {
  case vi
  case en

  var language: Language { self == .vi ? .vietnamese : .english }
}
