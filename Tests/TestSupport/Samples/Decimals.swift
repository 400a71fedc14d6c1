package import Scoring
internal import Testing

/// Parses a decimal literal of the test.
package func number(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

/// Parses a number as printed.
package func printed(_ text: String) throws -> PrintedDecimal { try #require(PrintedDecimal(text)) }

/// Parses both ends of an interval.
package func interval(_ lower: String, _ upper: String) throws -> Interval {
  try #require(Interval(number(lower), number(upper)))
}

/// Parses a date of any precision.
package func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }

extension DataLine {
  /// A line that no test checks.
  package static let somewhere = DataLine(file: "test.yaml", line: 1)
}
