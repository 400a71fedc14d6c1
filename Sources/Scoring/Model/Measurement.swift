package import Text

/// The unit of a value.
package enum Unit: String, CaseIterable, Encodable, Sendable {
  /// Hundredths, 0 to 100 unless the indicator says otherwise.
  case percent
  /// A difference of percentages, or a step of so many points a year.
  case percentagePoints = "percentage-points"
  /// Points of a score.
  case points
  /// A place in a list, 1 is best.
  case rank
  /// A whole number of things.
  case count
  /// Minutes.
  case minutes
  /// A value from 0 to 1.
  case index
  /// Billions of Vietnamese dong.
  case billionVND = "billion-vnd"
  /// A quarter of the list, 1 is best, 4 is last.
  case group
  /// No number.
  case none
}

/// A level of government.
package enum AdministrativeLevel: String, CaseIterable, Encodable, Sendable {
  case province
  case district
  case commune
  /// Districts and communes together, where a source does not part them.
  case districtAndCommune = "district-and-commune"
  /// All levels together.
  case all
}

/// What a printed value says about the true one.
package enum Bound: String, CaseIterable, Encodable, Sendable {
  /// The value itself, within its rounding.
  case exact
  /// "Trên 98%": strictly more.
  case above
  /// "Gần 80%", "dưới 10%": strictly less.
  case below
  /// "Khoảng 55%": near it.
  case about
}

/// What has to hold for a target to be met.
package enum Goal: Hashable, Encodable, Sendable {
  /// A comparison with a number.
  package enum Comparator: String, CaseIterable, Encodable, Sendable {
    case atLeast = ">="
    case moreThan = ">"
    case atMost = "<="
    case lessThan = "<"
    case equal = "="
  }

  /// A stage of a staged goal.
  package struct Stage: Hashable, Encodable, Sendable {
    /// The date by which it has to hold; the last day counts.
    package let by: PartialDate
    /// The number to reach.
    package let value: ExactDecimal
    /// How it was worked out when the plan does not print it; nil when printed.
    package let derivation: LocalizedText?
    /// Where it stands.
    package let line: DataLine

    /// Makes a stage.
    package init(by: PartialDate, value: ExactDecimal, derivation: LocalizedText?, line: DataLine) {
      self.by = by
      self.value = value
      self.derivation = derivation
      self.line = line
    }
  }

  /// A number to compare with.
  case threshold(Comparator, ExactDecimal)
  /// A range with both ends included.
  case range(ExactDecimal, ExactDecimal)
  /// Numbers by date, ascending, at least one.
  case staged(Comparator, [Stage])
  /// Better or worse than the value of another year; only `>`, `>=`, `<`, `<=`.
  case relative(Comparator, baselineYear: Int)
  /// A named group ("nhóm khá"); `first` is how many places it has, nil when no source gives a number.
  case group(LocalizedText, first: Int?)
  /// No number and no agreed evidence.
  case qualitative
}
