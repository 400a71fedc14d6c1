/// A value for each language.
package struct InBothLanguages<Value: Sendable>: Sendable {
  private let vietnamese: Value
  private let english: Value

  /// Computes the value for each language.
  package init(_ value: (Language) throws -> Value) rethrows {
    vietnamese = try value(.vietnamese)
    english = try value(.english)
  }

  package subscript(language: Language) -> Value { language == .vietnamese ? vietnamese : english }

  /// Vietnamese first.
  package var both: [Value] { [vietnamese, english] }
}
