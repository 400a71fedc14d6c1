internal import Foundation
internal import Scoring

extension Aggregation {
  /// An increasing transform of a value. Ordering units by the arithmetic mean of transformed values is the same as
  /// ordering them by this mean.
  func ordering(_ value: Double) -> Double {
    switch self {
    case .arithmetic: value
    case .geometric: log(value)
    case .harmonic: value == 0 ? -.infinity : -1 / value
    }
  }

  /// The inverse of ``ordering(_:)``; for a harmonic mean the argument is not above zero.
  func inverseOrdering(_ form: Double) -> Double {
    switch self {
    case .arithmetic: form
    case .geometric: exp(form)
    case .harmonic: -1 / form
    }
  }
}
