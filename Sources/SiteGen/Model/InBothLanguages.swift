internal import Scoring

/// Something of each language.
struct InBothLanguages<Value: Sendable>: Sendable {
  private let vietnamese: Value
  private let english: Value

  /// Made once for each language.
  init(_ value: (Language) throws -> Value) rethrows {
    vietnamese = try value(.vietnamese)
    english = try value(.english)
  }

  subscript(language: Language) -> Value { language == .vietnamese ? vietnamese : english }

  /// Vietnamese first.
  var both: [Value] { [vietnamese, english] }
}
