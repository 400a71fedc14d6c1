internal import Foundation
internal import Scoring

extension Aggregation {
  /// A form of a value, growing with it, whose arithmetic mean orders units as this mean does.
  func ordering(_ value: Double) -> Double {
    switch self {
    case .arithmetic: value
    case .geometric: log(value)
    case .harmonic: value == 0 ? -.infinity : -1 / value
    }
  }

  /// The value with an ordering form, which is not above zero in a harmonic mean.
  func inverseOrdering(_ form: Double) -> Double {
    switch self {
    case .arithmetic: form
    case .geometric: exp(form)
    case .harmonic: -1 / form
    }
  }
}
