package import Text

package enum MeasurementUnit: String, CaseIterable, Encodable, Sendable {
  /// Hundredths, 0 to 100 unless the indicator says otherwise.
  case percent
  /// A difference of percentages, or a number of percentage points a year.
  case percentagePoints = "percentage-points"
  /// Points of a score.
  case points
  /// A rank in a list, 1 is best.
  case rank
  /// A whole number of items.
  case count
  case minutes
  /// A value from 0 to 1.
  case index
  /// Billions of Vietnamese dong.
  case billionVND = "billion-vnd"
  /// A quarter of a ranked list, 1 is best, 4 is last.
  case group
  /// No number.
  case none
}

package enum AdministrativeLevel: String, CaseIterable, Encodable, Sendable {
  case province
  case district
  case commune
  /// Districts and communes together, where a source does not separate them.
  case districtAndCommune = "district-and-commune"
  /// All levels together.
  case all
}

/// How a printed value relates to the true one.
package enum Bound: String, CaseIterable, Encodable, Sendable {
  /// The value itself, within rounding.
  case exact
  /// "Trên 98%": strictly more.
  case above
  /// "Gần 80%", "dưới 10%": strictly less.
  case below
  /// "Khoảng 55%": approximately.
  case about
}

/// The condition for a target to be met.
package enum Goal: Hashable, Encodable, Sendable {
  package enum Comparator: String, CaseIterable, Encodable, Sendable {
    case atLeast = ">="
    case moreThan = ">"
    case atMost = "<="
    case lessThan = "<"
    case equal = "="
  }

  /// One stage of a staged goal.
  package struct GoalStage: Hashable, Encodable, Sendable {
    /// The date by which the value has to be reached; the last day counts.
    package let by: PartialDate
    package let value: ExactDecimal
    /// The derivation of a number that the plan does not print; nil when printed.
    package let derivation: LocalizedText?
    package let line: DataLine

    package init(by: PartialDate, value: ExactDecimal, derivation: LocalizedText?, line: DataLine) {
      self.by = by
      self.value = value
      self.derivation = derivation
      self.line = line
    }
  }

  /// A comparison with a number.
  case threshold(Comparator, ExactDecimal)
  /// A range with both ends included.
  case range(ExactDecimal, ExactDecimal)
  /// Numbers by date, ascending, at least one.
  case staged(Comparator, [GoalStage])
  /// Better or worse than the value of another year; only `>`, `>=`, `<`, `<=`.
  case relative(Comparator, baselineYear: Int)
  /// A named group ("nhóm khá"). `first` is its number of places, counted from the top; nil when no source gives it.
  case group(LocalizedText, first: Int?)
  /// No number and no agreed evidence.
  case qualitative
}
